import Foundation
import SessionCore
import Support
import Testing

@Suite struct KeyFileTests {
  private let directory: TemporaryDirectory
  private var path: String { directory.file("site.key") }

  init() throws { directory = try TemporaryDirectory() }

  private func refusal() -> String {
    do {
      _ = try KeyRing(file: path)
      return ""
    } catch { return "\(error)" }
  }

  private func mode() throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func setMode(_ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  @Test func `a key is written for its owner alone and read again`() throws {
    let key = ServerKey(random: .system)
    try KeyRing(key).write(toNewFile: path)
    #expect(try mode() == 0o600)
    let again = try KeyRing(file: path)
    let token = Token(time: Timestamp(milliseconds: 1), random: .system)
    #expect(FormToken(key: key).field(for: token) == FormToken(key: again.current).field(for: token))
  }

  @Test func `a key is never replaced`() throws {
    try KeyRing(ServerKey(random: .system)).write(toNewFile: path)
    let before = try String(contentsOfFile: path, encoding: .utf8)
    #expect(throws: KeyFileError.self) { try KeyRing(ServerKey(random: .system)).write(toNewFile: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
  }

  @Test(arguments: [0o600, 0o640, 0o400, 0o440]) func `modes that keep it from others are taken`(_ mode: Int) throws {
    try KeyRing(ServerKey(random: .system)).write(toNewFile: path)
    try setMode(mode)
    #expect(refusal() == "")
  }

  @Test(arguments: [0o644, 0o604, 0o660, 0o602, 0o601, 0o650, 0o666, 0o777])
  func `modes that open it to others are refused, with what mends it`(_ mode: Int) throws {
    try KeyRing(ServerKey(random: .system)).write(toNewFile: path)
    try setMode(mode)
    #expect(refusal().contains("chmod 0640 \(path)"))
  }

  @Test func `a missing key says that it is missing`() { #expect(refusal().contains("is missing")) }

  @Test func `a directory is no key`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(refusal().contains("is not a plain file"))
  }

  @Test func `a directory that is missing cannot hold a key`() {
    #expect(throws: KeyFileError.self) {
      try KeyRing(ServerKey(random: .system)).write(toNewFile: path + "/below/site.key")
    }
  }

  @Test func `a key that is cut, or another file, is refused and not shown`() throws {
    try KeyRing(ServerKey(random: .system)).write(toNewFile: path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let secret = text.split(separator: " ").last ?? ""
    for broken in [
      "", String(text.dropLast(2)), String(text.dropFirst()), "rollcall-key-1 \n", text.uppercased(), "x" + text,
    ] {
      try FileManager.default.removeItem(atPath: path)
      try #require(
        FileManager.default.createFile(
          atPath: path, contents: Data(broken.utf8), attributes: [.posixPermissions: 0o600]))
      let message = refusal()
      #expect(message.contains("is not a Rollcall key"))
      #expect(!message.contains(secret.prefix(8)))
    }
  }

  @Test func `a key never prints itself`() throws {
    let key = try #require(ServerKey(bytes: [UInt8](repeating: 171, count: 32)))
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), dumped] {
      #expect(!text.contains("171") && text.contains("hidden"))
    }
    #expect(ServerKey(bytes: [1, 2, 3]) == nil)
  }
}
