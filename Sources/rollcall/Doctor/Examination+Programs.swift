import Glibc
import SessionCore

extension Examination {
  /// The login program: there, executable, of this version, and for this kind of database.
  func programFindings() -> [Finding] {
    let check = "login-cgi"
    let name = LoginProgram.name(for: database)
    guard let status = Files.status(of: loginCGI), status.st_mode & S_IFMT == S_IFREG else {
      return [
        .problem(
          check, "There is no \(name) at \(loginCGI): name it by the setting login-cgi.",
          "\(loginCGI) 处没有 \(name)：请用设置项 login-cgi 指定。",
          mend: "install -D -t \(Files.directory(of: loginCGI).inShell) .build/release/\(name)")
      ]
    }
    guard user.may(1, status), status.st_mode & 0o100 != 0 else {
      return [
        .problem(
          check, "\(user.name) may not run \(loginCGI).", "\(user.name) 无权运行 \(loginCGI)。",
          mend: "chmod 0755 \(loginCGI.inShell)")
      ]
    }
    if status.st_mode & 0o022 != 0 {
      return [
        .problem(
          check, "Others may change the program \(loginCGI).", "其他人可以修改程序 \(loginCGI)。",
          mend: "chmod go-w \(loginCGI.inShell)")
      ]
    }
    // Without a request it says what it is.
    let said = try? ChildProcess.run(loginCGI, environment: [:], input: [], takesErrors: true, patience: 5)
    let words = String(decoding: said ?? [], as: UTF8.self).split(separator: " ").prefix(2)
    guard words.first == name[...] else {
      return [.problem(check, "\(loginCGI) is no \(name) that runs here.", "\(loginCGI) 不是可在此运行的 \(name)。")]
    }
    guard words.last.map(String.init) == Version.number else {
      let version = words.last.map(String.init) ?? "?"
      return [
        .warning(
          check, "\(loginCGI) is of another version than this program: \(version), not \(Version.number).",
          "\(loginCGI) 与本程序版本不同：\(version)，而非 \(Version.number)。",
          mend: "install -t \(Files.directory(of: loginCGI).inShell) .build/release/\(name)")
      ]
    }
    return [.ok(check, "\(loginCGI) is of this version.", "\(loginCGI) 与本程序版本一致。")]
  }
}
