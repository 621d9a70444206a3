import Foundation
import Screen
import Support
import Testing

/// The console and the commands on a real MariaDB server that is reached by two ways, each of which can fail.
@Suite(.serialized) struct ConsoleServerTests {
  /// A database on the tests' server, set up by the real commands, with two hosts in its address.
  private final class TwoHosts {
    let files: TemporaryDirectory
    /// The ways there.
    let first: TCPProxy
    let second: TCPProxy
    let names: [String]
    let address: String

    /// Sets one up whose answers may take so many seconds.
    init(readTimeout: Int = 2) throws {
      files = try TemporaryDirectory()
      let server = try MariaDBServer.shared()
      let name = "console_\(getpid())_\(UInt32.random(in: 0..<(.max)))"
      try MariaDBDatabase.createEmpty(name)
      let (first, second) = (try TCPProxy(to: server.port), try TCPProxy(to: server.port))
      (self.first, self.second) = (first, second)
      names = [first, second].map { "127.0.0.1:\($0.port)" }
      address =
        "mariadb://\(MariaDBServer.user)@\(names.joined(separator: ","))/\(name)?password-file=\(server.passwordFile)"
        + "&key-file=\(files.file("key"))&connect-timeout=1&read-timeout=\(readTimeout)"
      try rollcall("setup")
      for login in ["alice", "bob"] {
        try rollcall("users", "add", login, "--password-stdin", input: "correct horse battery staple\n")
      }
    }

    @discardableResult
    func rollcall(_ arguments: String..., input: String = "") throws -> String {
      let result = try ChildProgram.run(
        Products.release("rollcall"), arguments, environment: ["ROLLCALL_DATABASE": address, "LC_ALL": "C.UTF-8"],
        input: Array(input.utf8))
      guard result.status == 0 else { throw ChildProgram.Failure("rollcall \(arguments): \(result.errors)") }
      return result.output
    }

    /// The console, with its list of users read and its server known.
    func console() throws -> RunningConsole {
      let console = try RunningConsole(address, size: Size(rows: 30, columns: 120))
      try console.wait(for: names[0])
      try console.press("2")
      try console.wait(for: "› alice")
      return console
    }
  }

  @Test func `when a host is lost the console goes over to the next, says so, and it can be looked up`() throws {
    let hosts = try TwoHosts()
    let console = try hosts.console()
    hosts.first.set(.closed)
    let words = "\(hosts.names[0]) stopped answering: went over to \(hosts.names[1]) in"
    try console.wait(for: words)
    try console.press("j")
    try console.terminal.wait("the notice to be gone") { $0.contains("› bob") && !$0.contains(words) }
    #expect(console.terminal.lines[0].contains(hosts.names[1]))
    try console.press("5")
    try console.wait(for: ": from \(hosts.names[0]) to \(hosts.names[1]) in")
    // Once it was tried again, it refuses.
    try console.terminal.wait("how the first host stands") { screen in
      ["broken off", "refused"].contains { screen.contains("\(hosts.names[0]) \($0) since") }
    }
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
  }

  @Test func `while a host says nothing the cursor moves, and it is said who is waited for`() throws {
    let hosts = try TwoHosts(readTimeout: 4)
    let console = try hosts.console()
    hosts.first.set(.silent)
    try console.wait(for: "\(hosts.names[0]) has not answered since")
    #expect(console.terminal.lines[2].contains("as of "))
    try console.press("j")
    try console.terminal.wait("the cursor on the next row, with no answer yet") {
      $0.contains("› bob") && !$0.contains("went over")
    }
    try console.wait(for: "\(hosts.names[0]) stopped answering: went over to \(hosts.names[1]) in")
    try console.press("k")
    try console.wait(for: "› alice")
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
  }

  @Test func `where no host is left it says since when and why, keeps its rows, and goes on when one is back`() throws {
    let hosts = try TwoHosts(readTimeout: 1)
    let console = try hosts.console()
    hosts.first.set(.silent)
    hosts.second.set(.silent)
    try console.wait(for: "No host answers since")
    try console.wait(for: "no host answers")
    #expect(console.terminal.screen.contains("› alice"))
    try console.press("j")
    try console.wait(for: "› bob")
    hosts.first.set(.open)
    hosts.second.set(.open)
    try console.terminal.wait("an answer") { !$0.contains("No host answers") }
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
  }

  @Test func `it can be left at once while a host says nothing`() throws {
    let hosts = try TwoHosts(readTimeout: 300)
    let console = try hosts.console()
    hosts.first.set(.silent)
    try console.wait(for: "has not answered since")
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
  }

  @Test func `an act in hand when every host was lost says whether it was done`() throws {
    let hosts = try TwoHosts(readTimeout: 1)
    let console = try hosts.console()
    try console.press("L")
    try console.wait(for: "Lock alice")
    console.terminal.settle(milliseconds: 100)
    try console.wait(for: "[ Cancel ]")
    hosts.first.set(.silent)
    hosts.second.set(.silent)
    try console.press("e")
    try console.wait(for: "No host answers since")
    hosts.first.set(.open)
    hosts.second.set(.open)
    try console.wait(for: "nothing was done")
    #expect(try !hosts.rollcall("users", "list", "--json").contains("locked"))
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
  }

  @Test func `the overview tells of the server in words and as JSON`() throws {
    let hosts = try TwoHosts()
    #expect(try hosts.rollcall("overview").contains("\(hosts.names[0]) in use, \(hosts.names[1]) not tried"))
    hosts.first.set(.closed)
    let json = try hosts.rollcall("overview", "--json")
    let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let database = try #require(data["database"] as? [String: Any])
    #expect(database["host"] as? String == hosts.names[1])
    let states = (database["hosts"] as? [[String: Any]])?.compactMap { $0["state"] as? String }
    // A way that is closed refuses, or takes a connection and breaks it off.
    let why = try #require((database["fail_over"] as? [String: Any])?["why"] as? String)
    #expect(["refused", "broken-off"].contains(why))
    #expect(states == [why, "in-use"])
  }
}
