import Glibc

extension ConfigurationFile {
  /// Where the file is looked for when nobody names one.
  public static let standardPath = "/etc/rollcall/rollcall.conf"
  /// The variable of the environment that names the file.
  public static let variable = "ROLLCALL_CONFIG"

  /// The file that holds: the one named on the command line, else by `ROLLCALL_CONFIG`, else ``standardPath`` when it
  /// is there. Nil when there is none; `/dev/null` asks for none.
  ///
  /// - Throws: ``ConfigurationError`` when it cannot be used.
  public static func find(named path: String? = nil, environment: (String) -> String?) throws(ConfigurationError)
    -> ConfigurationFile?
  {
    let named = path ?? environment(variable).flatMap { $0.isEmpty ? nil : $0 }
    if named == "/dev/null" { return nil }
    guard let file = try OpenFile(named ?? standardPath, isNamed: named != nil) else { return nil }
    return try ConfigurationFile(file)
  }

  /// Reads the file at `path`.
  ///
  /// - Throws: ``ConfigurationError`` when it is missing, when others could have written it or may read the passwords in
  ///   it, or for a line that is no setting.
  public init(path: String) throws(ConfigurationError) {
    guard let file = try OpenFile(path, isNamed: true) else {
      throw ConfigurationError(path, Phrase("there is no such file.", "文件不存在。"))
    }
    try self.init(file)
  }

  private init(_ file: consuming OpenFile) throws(ConfigurationError) {
    try self.init(text: try file.text(), path: file.path)
    // Who may write the file decides which database and which program are used.
    guard file.status.st_mode & 0o022 == 0 else {
      throw ConfigurationError(
        path, Phrase("others can change it: run 'chmod go-w \(path)'.", "其他人可以修改它：请运行“chmod go-w \(path)”。"),
        mend: "chmod go-w \(path)")
    }
    guard file.status.st_uid == 0 || file.status.st_uid == geteuid() else {
      throw ConfigurationError(
        path,
        Phrase(
          "it belongs to somebody else, who can change it: run 'chown root \(path)'.",
          "它属于其他人，可被其修改：请运行“chown root \(path)”。"),
        mend: "chown root \(path)")
    }
    if file.status.st_mode & 0o004 != 0, let entry = entries.first(where: { $0.setting.holdsSecret($0.value) }) {
      throw ConfigurationError(
        path, line: entry.line,
        Phrase(
          "\(entry.setting.name) holds a password that everybody may read: run 'chmod o-r \(path)'.",
          "\(entry.setting.name) 含有人人可读的密码：请运行“chmod o-r \(path)”。"),
        mend: "chmod o-r \(path)")
    }
  }
}

/// A file that is open for reading; closes itself.
private struct OpenFile: ~Copyable {
  let path: String
  let status: stat
  private let descriptor: Int32

  /// Nil when there is none and nobody has named it.
  init?(_ path: String, isNamed: Bool) throws(ConfigurationError) {
    // Without O_NONBLOCK a pipe of that name would be waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      if isMissing && !isNamed { return nil }
      throw ConfigurationError(
        path,
        isMissing
          ? Phrase(
            "there is no such file: 'rollcall config example' prints one.", "文件不存在：“rollcall config example”可输出范例。")
          : Phrase(
            "it cannot be read: give the program's user permission to read it and to enter its directory.",
            "无法读取：请授予程序用户读取该文件并进入其目录的权限。"))
    }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw ConfigurationError(path, Phrase("it is not a plain file.", "不是普通文件。"))
    }
    self.path = path
    self.status = status
    self.descriptor = file
  }

  deinit { close(descriptor) }

  /// All of it.
  borrowing func text() throws(ConfigurationError) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count <= ConfigurationFile.largest {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    guard bytes.count <= ConfigurationFile.largest, let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError(path, Phrase("this is not a text file in UTF-8.", "这不是 UTF-8 文本文件。"))
    }
    return text
  }
}
