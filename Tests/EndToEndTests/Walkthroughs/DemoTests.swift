import Foundation
import Screen
import Support
import Testing

/// A demonstration leaves nothing behind, and touches nothing that is not its own.
@Suite struct DemoTests {
  private let files: TemporaryDirectory

  init() throws { files = try TemporaryDirectory() }

  private func start(_ arguments: [String] = []) throws -> PseudoTerminal {
    try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["demo"] + arguments,
      environment: ["LC_ALL": "C.UTF-8", "TMPDIR": files.path])
  }

  private func left() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: files.path).sorted() }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func `told to leave while it still begins, it tidies up first`(
    _ signal: Int32
  ) throws {
    let demo = try start()
    while try left().isEmpty { usleep(1000) }
    demo.signal(signal)
    let exit = try demo.waitForExit()
    #expect(exit == .signalled(signal) || exit == .exited(0))
    #expect(try left() == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func `a second signal does not break off the tidying`(_ signal: Int32) throws {
    let demo = try start()
    try demo.wait(for: "王小明")
    for _ in 0..<5 { demo.signal(signal) }
    _ = try demo.waitForExit()
    #expect(try left() == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func `line by line it tidies up as well`(_ signal: Int32) throws {
    let demo = try start(["--linear"])
    try demo.wait(for: "Sessions")
    demo.signal(signal)
    _ = try demo.waitForExit()
    #expect(try left() == [])
  }

  @Test func `what a killed one left is removed by the next, and nothing else is`() throws {
    let killed = try start()
    try killed.wait(for: "王小明")
    killed.signal(SIGKILL)
    _ = try killed.waitForExit()
    #expect(try left().count == 1)
    let mine = ["rollcall-demo-notes", "rollcall-demo-abcdef", "rollcall-demo-fedcba"]
    for name in mine {
      try FileManager.default.createDirectory(
        atPath: files.file(name), withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data("mine".utf8).write(to: URL(filePath: files.file("\(name)/notes")))
    }
    // A lock that nobody holds, beside files that are no demonstration's; and one that is no lock.
    for name in mine.prefix(2) { try Data().write(to: URL(filePath: files.file("\(name)/lock"))) }
    try Data("mine".utf8).write(to: URL(filePath: files.file("rollcall-demo-fedcba/lock")))
    try FileManager.default.createSymbolicLink(
      atPath: files.file("rollcall-demo-linked"), withDestinationPath: files.file("rollcall-demo-notes"))
    let next = try start()
    try next.wait(for: "王小明")
    try next.press(.character("q"))
    #expect(try next.waitForExit() == .exited(0))
    #expect(try left() == (mine + ["rollcall-demo-linked"]).sorted())
    for name in mine { #expect(FileManager.default.fileExists(atPath: files.file("\(name)/notes"))) }
    #expect(try Data(contentsOf: URL(filePath: files.file("rollcall-demo-fedcba/lock"))) == Data("mine".utf8))
  }

  @Test func `what is put in its directory's place is left alone`() throws {
    let demo = try start()
    try demo.wait(for: "王小明")
    let name = try #require(try left().first)
    try FileManager.default.moveItem(atPath: files.file(name), toPath: files.file("moved"))
    try FileManager.default.createDirectory(atPath: files.file("precious"), withIntermediateDirectories: false)
    try Data("mine".utf8).write(to: URL(filePath: files.file("precious/demo-1.db")))
    try FileManager.default.createSymbolicLink(atPath: files.file(name), withDestinationPath: files.file("precious"))
    try demo.press(.character("q"))
    _ = try demo.waitForExit()
    #expect(FileManager.default.fileExists(atPath: files.file("precious/demo-1.db")))
  }

  @Test func `a place where others could replace it is refused`() throws {
    chmod(files.path, 0o777)
    let demo = try start()
    #expect(try demo.waitForExit() == .exited(3))
    #expect(demo.screen.lines.joined(separator: " ").contains("Others may replace"))
    #expect(try left() == [])
    chmod(files.path, 0o1777)
    let other = try start()
    try other.wait(for: "王小明")
    try other.press(.character("q"))
    #expect(try other.waitForExit() == .exited(0))
  }

  @Test func `a pipe among the themes is waited for by nobody`() throws {
    let themes = files.file("rollcall/themes")
    try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
    #expect(mkfifo(themes + "/pipe.yaml", 0o600) == 0)
    let list = try ChildProgram.run(
      Products.release("rollcall"), ["theme", "list"],
      environment: ["LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": files.path, "ROLLCALL_CONFIG": "/dev/null"])
    #expect(list.status == 0 && list.output.contains("rollcall-dark"))
    let check = try ChildProgram.run(
      Products.release("rollcall"), ["theme", "check", themes + "/pipe.yaml"],
      environment: ["LC_ALL": "C.UTF-8", "ROLLCALL_CONFIG": "/dev/null"])
    #expect(check.status == 2 && check.errors.contains("cannot be read"))
  }
}
