import Foundation
import SessionCore
import Support
import Testing

@Suite struct ConfigurationTests {
  private let files: TemporaryDirectory
  private var path: String { files.file("rollcall.conf") }

  init() throws { files = try TemporaryDirectory() }

  private func write(_ text: String, mode: Int = 0o644) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func failure() -> ConfigurationError? {
    do throws(ConfigurationError) {
      _ = try Configuration(file: path) { _ in nil }
      return nil
    } catch { return error }
  }

  @Test func `the command line comes before the environment, and that before the file`() throws {
    try write("theme = nord\nlanguage = zh\n")
    let configuration = try Configuration { ["ROLLCALL_CONFIG": path, "ROLLCALL_THEME": "dracula"][$0] }
    #expect(configuration[.theme] == "dracula")
    #expect(configuration.value(of: .theme)?.source == .environment)
    #expect(configuration.value(of: .theme, option: "monokai")?.text == "monokai")
    #expect(configuration.value(of: .language)?.source == .file(path, line: 2))
    #expect(configuration[.key] == nil)
    #expect(
      configuration.environment == [
        "ROLLCALL_CONFIG": "/dev/null", "ROLLCALL_THEME": "dracula", "ROLLCALL_LANGUAGE": "zh",
      ])
  }

  @Test func `an empty variable is not set, and /dev/null is no file`() throws {
    try write("theme = nord\n")
    let configuration = try Configuration { ["ROLLCALL_CONFIG": path, "ROLLCALL_THEME": ""][$0] }
    #expect(configuration[.theme] == "nord")
    #expect(try Configuration { ["ROLLCALL_CONFIG": "/dev/null"][$0] }.file == nil)
    #expect(try Configuration(file: path) { ["ROLLCALL_CONFIG": "/dev/null"][$0] }[.theme] == "nord")
  }

  @Test func `a file that somebody has named must be there`() {
    #expect(failure()?.description.contains("no such file") == true)
  }

  @Test(arguments: [0o666, 0o664, 0o622]) func `a file that others can write is refused`(_ mode: Int) throws {
    try write("theme = nord\n", mode: mode)
    #expect(failure()?.mend == "chmod go-w \(path)")
  }

  @Test func `a password that everybody may read is refused`() throws {
    try write("demo = alice:hunter2\n", mode: 0o644)
    let error = try #require(failure())
    #expect(error.mend == "chmod o-r \(path)")
    #expect(!error.description.contains("hunter2"))
    try write("demo = alice:hunter2\n", mode: 0o640)
    #expect(failure() == nil)
  }

  @Test func `a file of somebody else is refused`() throws {
    try write("theme = nord\n")
    guard chown(path, 65534, 65534) == 0 else { return }
    #expect(failure()?.mend == "chown root \(path)")
  }

  @Test func `a directory, a pipe, binary data and a very long file are refused`() throws {
    #expect(mkdir(path, 0o700) == 0)
    #expect(failure()?.description.contains("plain file") == true)
    rmdir(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(failure()?.description.contains("plain file") == true)
    unlink(path)
    try Data([0x74, 0xFF, 0xFE]).write(to: URL(filePath: path))
    #expect(failure()?.description.contains("UTF-8") == true)
    try write(String(repeating: "# more\n", count: 10_000))
    #expect(failure()?.description.contains("UTF-8") == true)
  }

  @Test(arguments: zip(["pepperr", "themes", "Database", "x", "callsign"], ["pepper", "theme", "database", nil, nil]))
  func `the nearest name is found when it is near`(_ name: String, _ expected: String?) {
    #expect(nearest(to: name, in: Configuration.Setting.all.map(\.name)) == expected)
  }
}
