import Foundation
import Screen
import SessionCore
import Support
import Testing

@Suite struct SessionCommandTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for login in ["alice", "bob", "王小明"] { try bench.addUser(login) }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func live() throws -> Int { Int(try bench.number("SELECT count(*) FROM sessions")) }

  @Test func `what a filter matches is ended, after --yes or a terminal alone`() throws {
    for login in ["alice", "alice", "bob"] { try bench.logIn(login) }
    let unasked = try bench.rollcall("sessions", "end", "--filter", "user:ali")
    #expect(unasked.status == 2 && unasked.errors.contains("--yes"))
    #expect(try live() == 3)
    let ended = try bench.rollcall("sessions", "end", "--filter", "user:ali", "--yes", "--reason", "test")
    #expect(ended.status == 0)
    #expect(ended.output.split(separator: "\n").count == 2)
    #expect(try live() == 1)
    #expect(try bench.rollcall("sessions", "end", "--filter", "user:ali", "--yes").status == 1)
    for empty in ["", "  "] { #expect(try bench.rollcall("sessions", "end", "--filter", empty, "--yes").status == 2) }
    #expect(try live() == 1)
    let wrong = try bench.rollcall("sessions", "end", "--filter", "colour:red", "--yes")
    #expect(wrong.status == 2 && wrong.errors.contains("colour:red"))
  }

  @Test func `an option that was taken for the filter ends nobody's`() throws {
    for login in ["alice", "bob"] { try bench.logIn(login) }
    // As a script says it whose variable is empty: --filter $FILTER --json --yes
    let end = try bench.rollcall("sessions", "end", "--filter", "--json", "--yes")
    #expect(end.status == 2 && end.errors.contains("--json"))
    #expect(try bench.rollcall("sessions", "expire", "--filter", "--yes", "--yes").status == 2)
    #expect(try live() == 2)
  }

  @Test func `several ids are ended by one act, which is taken back whole`() throws {
    let tokens = try ["alice", "bob", "bob"].map { try bench.logIn($0) }
    let ids = tokens.map(\.id.description)
    let report = try object(
      bench.rollcall("sessions", "end", "--json", ids[0], ids[1], ids[2], ids[0]).output)
    #expect(report["ended"] as? [String] == ids)
    let act = try #require(report["act"] as? String)
    #expect(try bench.rollcall("sessions", "restore", act).output.split(separator: "\n").count == 3)
    #expect(try live() == 3)
  }

  @Test(arguments: ["end", "expire", "extend"]) func `where there was none, the act is null`(_ command: String) throws {
    let none = try bench.rollcall("sessions", command, "01JD3KX4N0V5S8T2W6Y9ZABCDE", "--json")
    #expect(none.status == 1 && none.output.contains("\"act\":null"))
  }

  @Test func `a negated filter may stand after a space`() throws {
    for login in ["alice", "bob"] { try bench.logIn(login) }
    let list = try bench.rollcall("sessions", "list", "--filter", "-user:ali", "--csv")
    #expect(list.output.split(separator: "\r\n").count == 2 && list.output.contains("bob"))
    #expect(
      try bench.rollcall("sessions", "end", "--filter", "-user:ali", "--yes").output.split(separator: "\n").count == 1)
  }

  @Test func `an end is taken back, and what can be taken back is listed`() throws {
    let token = try bench.logIn("alice")
    let report = try object(bench.rollcall("sessions", "end", "--user", "ALICE", "--json").output)
    let act = try #require(report["act"] as? String)
    #expect(report["ended"] as? [String] == [token.id.description])
    #expect(try bench.rollcall("sessions", "restore", "--json").output.contains(act))
    #expect(try bench.rollcall("sessions", "restore", act).output == token.id.description + "\n")
    #expect(try bench.service().check(token) != nil)
    #expect(try bench.rollcall("sessions", "restore", act).status == 1)
    #expect(try !bench.rollcall("sessions", "restore", "--json").output.contains(act))
  }

  @Test func `who comes while the question stands is not ended, and what ends is said in the singular`() throws {
    let token = try bench.logIn("alice")
    let terminal = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["sessions", "end", "--filter", "user:ali"],
      environment: bench.environment)
    try terminal.wait(for: "End 1 session (alice)?")
    // Their ids tell the milliseconds apart.
    usleep(5000)
    let late = try bench.logIn("alice")
    try terminal.type("yes\n")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try bench.service().check(token) == nil)
    #expect(try bench.service().check(late) != nil)
  }

  @Test(arguments: [["expire", "Let 1 session time out now?"], ["extend", "Extend 1 session of 1 user?"]])
  func `one is asked about in the singular`(_ words: [String]) throws {
    try bench.logIn("alice")
    let terminal = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["sessions", words[0], "--filter", "user:ali"],
      environment: bench.environment)
    try terminal.wait(for: words[1])
    try terminal.type("no\n")
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(try live() == 1)
  }

  @Test func `the audit log says whose sessions were ended`() throws {
    let kept = try bench.logIn("alice")
    for _ in 0..<2 { try bench.logIn("alice") }
    try bench.rollcall("sessions", "end", "--user", "alice", "--except", kept.id.description, "--reason", "one")
    try bench.rollcall("sessions", "end", "--user", "alice", "--reason", "two")
    for reason in ["2 sessions: one", "1 session: two"] {
      let log = try bench.rollcall("audit", "list", "--filter", "act:end-session", "--csv").output
      #expect(log.split(separator: "\r\n").contains { $0.contains(",alice,") && $0.contains(reason) }, "\(log)")
    }
  }

  @Test func `everybody is logged out at once, and in again`() throws {
    let tokens = try ["alice", "bob"].map { try bench.logIn($0) }
    #expect(try bench.rollcall("sessions", "end", "--all").status == 2)
    let report = try object(bench.rollcall("sessions", "end", "--all", "--yes", "--json").output)
    #expect(report["everybody"] as? Bool == true)
    for token in tokens { #expect(try bench.service().check(token) == nil) }
    #expect(try bench.rollcall("sessions", "list").status == 1)
    try #require(try bench.rollcall("sessions", "restore", try #require(report["act"] as? String)).status == 0)
    for token in tokens { #expect(try bench.service().check(token) != nil) }
  }

  @Test func `one session is left alone`() throws {
    let kept = try bench.logIn("alice")
    for _ in 0..<3 { try bench.logIn("alice") }
    try bench.logIn("bob")
    let ended = try bench.rollcall("sessions", "end", "--user", "alice", "--except", kept.id.description)
    #expect(ended.output.split(separator: "\n").count == 3)
    #expect(try bench.service().check(kept) != nil)
    #expect(
      try bench.rollcall("sessions", "end", "--filter", "state:live", "--except", kept.id.description, "--yes").output
        .split(separator: "\n").count == 1)
    #expect(try bench.service().check(kept) != nil)
    #expect(try bench.rollcall("sessions", "end", "--all", "--except", kept.id.description).status == 2)
  }

  @Test func `an expired session is over as if its time had come`() throws {
    let token = try bench.logIn("alice")
    #expect(try bench.rollcall("sessions", "expire", token.id.description).output == token.id.description + "\n")
    #expect(try bench.service().check(token) == nil)
    #expect(try bench.rollcall("sessions", "expire", token.id.description).status == 1)
    let act = try #require(try bench.service().undoableActs().first { $0.kind == .expire })
    #expect(try bench.rollcall("sessions", "restore", act.id.description).output == token.id.description + "\n")
    #expect(try bench.service().check(token) != nil)
    #expect(try bench.rollcall("sessions", "expire", "--filter", "user:alice").status == 2)
    #expect(
      try bench.rollcall("sessions", "expire", "--filter", "user:alice", "--yes").output == token.id.description + "\n")
    #expect(try bench.service().store.ending(of: token.id)?.how == .idle)
  }

  @Test func `sessions are extended by id or by filter, and that is taken back`() throws {
    let token = try bench.logIn("alice")
    try bench.logIn("bob")
    let before = try #require(try bench.service().store.session(id: token.id))
    #expect(
      try bench.rollcall("sessions", "extend", token.id.description, "--reason", "exam").output == token.id.description
        + "\n")
    let extended = try #require(try bench.service().store.session(id: token.id))
    #expect(extended.expiresAt >= before.expiresAt && extended.expiresAt <= before.absoluteExpiresAt)
    #expect(try bench.service().check(token) != nil)
    #expect(try bench.rollcall("audit", "list", "--filter", "act:extend-session", "--csv").output.contains("exam"))
    let act = try #require(try bench.service().undoableActs().first { $0.kind == .extend })
    #expect(try bench.rollcall("sessions", "restore", act.id.description).status == 0)
    #expect(try bench.service().store.session(id: token.id)?.expiresAt == before.expiresAt)
    #expect(try bench.rollcall("sessions", "extend", "--filter", "user:bob").status == 2)
    let all = try bench.rollcall("sessions", "extend", "--filter", "state:live", "--yes", "--json")
    #expect(all.status == 0 && all.output.contains(token.id.description))
    #expect(try bench.rollcall("sessions", "extend", "--filter", " ", "--yes").status == 2)
    #expect(try bench.rollcall("sessions", "extend").status == 2)
    #expect(try bench.rollcall("sessions", "extend", SessionID.first(at: Clock.system.now()).description).status == 1)
  }

  @Test func `what happens is streamed as it happens, one object a line`() throws {
    let out = bench.files.file("events")
    let stream = try ChildProgram(
      Products.release("rollcall"), ["sessions", "list", "--follow"], environment: bench.environment, output: out)
    defer { stream.stop() }
    func events() throws -> [[String: Any]] {
      guard let text = try? String(contentsOf: URL(filePath: out), encoding: .utf8) else { return [] }
      return try text.split(separator: "\n").map { try object(String($0)) }
    }
    // Until it looks, nothing has happened for it: so logins go on until one is seen.
    try poll("the first event") {
      try bench.logIn("alice")
      return try !events().isEmpty
    }
    _ = try? bench.service().logIn(
      login: "my secret password", password: "x",
      from: LoginSource(address: IPAddress(text: "192.0.2.1"), userAgent: ""))
    try bench.rollcall("sessions", "end", "--user", "alice", "--reason", "lost laptop")
    try poll("failure and end") {
      let seen = try events()
      return seen.contains { $0["event"] as? String == "failure" && $0["from"] as? String == "192.0.2.1" }
        && seen.contains { $0["event"] as? String == "end" && $0["user"] as? String == "alice" }
    }
    let text = try String(contentsOf: URL(filePath: out), encoding: .utf8)
    #expect(!text.contains("secret") && text.contains("lost laptop"))
    #expect(try events().allSatisfy { $0.count == 9 })
  }

  /// Waits for something to be so.
  private func poll(_ what: String, _ isSo: () throws -> Bool) throws {
    let end = Date().addingTimeInterval(20)
    while try !isSo() {
      try #require(Date() < end, "\(what) did not come")
      usleep(50_000)
    }
  }
}
