import Foundation
import SessionCore
import Support
import Testing

/// Attempts, audit log and key, as commands.
@Suite struct AuditCommandTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.addUser("alice")
  }

  private func guess(_ login: String, from address: String, times: Int) {
    for _ in 0..<times {
      _ = try? bench.service().logIn(
        login: login, password: "wrong", from: LoginSource(address: IPAddress(text: address), userAgent: "curl/8"))
    }
  }

  @Test func `who has to wait is listed, and forgiven`() throws {
    #expect(try bench.rollcall("attempts", "waiting").status == 1)
    try bench.rollcall("policy", "set", "--first-delay", "1h")
    guess("alice", from: "192.0.2.1", times: 6)
    let waiting = try bench.rollcall("attempts", "waiting", "--csv")
    #expect(waiting.output.contains("account,alice,,5,1,"))
    let attempts = try bench.rollcall("attempts", "list", "--filter", "from:192.0.2.0/24 -outcome:ok", "--csv")
    #expect(attempts.output.split(separator: "\r\n").count == 6)
    #expect(try bench.rollcall("attempts", "list", "--filter", "outcome:nonsense").status == 2)
    #expect(try bench.rollcall("attempts", "list", "--limit", "2", "--json").output.split(separator: "\n").count == 3)
    #expect(try bench.rollcall("attempts", "forgive", "ALICE", "--reason", "on the phone").status == 0)
    #expect(try bench.rollcall("attempts", "waiting").status == 1)
    #expect(try bench.rollcall("attempts", "forgive", "alice").status == 1)
    #expect(try bench.rollcall("attempts", "forgive", "--address", "192.0.2.1").output == "1\n")
    #expect(try bench.rollcall("attempts", "forgive", "--address", "here").status == 2)
    #expect(try bench.rollcall("attempts", "forgive").status == 2)
  }

  @Test func `the log is listed both ways, says who from where, and verifies`() throws {
    try bench.logIn("alice")
    let result = try bench.rollcall(
      "sessions", "end", "--user", "alice", "--reason", "=1+1",
      environment: ["SSH_CONNECTION": "198.51.100.4 50000 203.0.113.1 22"])
    #expect(result.status == 0)
    let newest = try bench.rollcall("audit", "list", "--limit", "1", "--csv").output
    #expect(newest.contains("198.51.100.4") && newest.contains("'1 session: =1+1") == false && newest.contains("=1+1"))
    let oldest = try bench.rollcall("audit", "list", "--ascending", "--limit", "1", "--json").output
    #expect(oldest.contains("add user"))
    #expect(try bench.rollcall("audit", "verify").status == 0)
    try RawDatabase(bench.database).run("UPDATE audit SET reason = 'nothing' WHERE id = 2")
    let found = try bench.rollcall("audit", "verify", "--json")
    #expect(found.status == 5)
    #expect(found.output.contains("\"fault_at\":2"))
    #expect(found.errors.contains("Entry 2 was changed"))
  }

  @Test func `the log is searched, and a mistake in the search is shown`() throws {
    try bench.rollcall("users", "lock", "alice", "--reason", "asked by their manager")
    let found = try bench.rollcall("audit", "list", "--filter", "act:lock-user reason:MANAGER when<1d", "--json").output
    #expect(found.contains("\"user\":\"alice\"") && found.split(separator: "\n").count == 2)
    #expect(try bench.rollcall("audit", "list", "--filter", "act:add-user -user:alice").status == 1)
    let wrong = try bench.rollcall("audit", "list", "--filter", "since:noon")
    #expect(wrong.status == 2 && wrong.errors.contains("since:2026-11-22T14:00"))
  }

  @Test func `the overview is in words, in JSON and in CSV`() throws {
    try bench.logIn("alice")
    let words = try bench.rollcall("overview").output
    #expect(words.contains("1 now") && words.contains("curl 1") && words.contains("203.0.113.7 1"))
    let data = try bench.rollcall("overview", "--last", "7d", "--json").output
    #expect(data.contains("\"span\":\"7d\"") && data.contains("\"live\":1"))
    let object = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
    #expect((object?["slots"] as? [Any])?.count == 56)
    #expect(try bench.rollcall("overview", "--csv").output.split(separator: "\r\n").count == 61)
    #expect(try bench.rollcall("overview", "--last", "3h").status == 2)
  }

  @Test func `the log is pruned when asked, and the last day never`() throws {
    #expect(try bench.rollcall("audit", "prune", "--older-than", "1h", "--yes").status == 2)
    #expect(try bench.rollcall("audit", "prune", "--older-than", "1d").status == 2)
    #expect(try bench.rollcall("audit", "prune", "--older-than", "1d", "--yes").status == 1)
    #expect(try bench.rollcall("policy", "set", "--keep-audit", "365d").status == 0)
    #expect(try bench.rollcall("policy", "show", "--json").output.contains("\"keep_audit\":31536000"))
    #expect(try bench.rollcall("policy", "set", "--keep-audit", "forever").status == 0)
    #expect(try bench.rollcall("policy", "show", "--json").output.contains("\"keep_audit\":null"))
  }

  @Test func `a key is rotated with grace, or at once`() throws {
    let token = try bench.logIn("alice")
    let before = try String(contentsOfFile: bench.key, encoding: .utf8)
    #expect(try bench.rollcall("key", "rotate", "--grace", "1h").status == 0)
    #expect(try bench.mode(bench.key) == 0o600)
    #expect(try String(contentsOfFile: bench.key, encoding: .utf8) != before)
    #expect(try bench.service().check(token) != nil)
    #expect(try bench.rollcall("key", "show", "--json").output.contains("\"former\":1"))
    #expect(try bench.rollcall("key", "rotate", "--grace", "none").status == 2)
    #expect(try bench.rollcall("key", "rotate", "--grace", "none", "--yes").status == 0)
    #expect(try bench.service().check(token) == nil)
    #expect(try bench.rollcall("audit", "verify").status == 0)
    // The key of before is not this database's any more.
    try before.write(toFile: bench.key, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: bench.key)
    let refused = try bench.rollcall("users", "list")
    #expect(refused.status == 4 && refused.errors.contains("not this database's"))
    #expect(!refused.errors.contains(before.split(separator: " ").last.map(String.init) ?? "?"))
  }

  @Test func `policies are set by class, and all of them are shown`() throws {
    let set = try bench.rollcall(
      "policy", "set", "--class", "remembered", "--idle", "1d", "--absolute", "10d", "--remember-me", "on",
      "--max-sessions", "3", "--at-maximum", "refuse-new", "--guesses", "7", "--first-delay", "10s")
    #expect(set.status == 0)
    let shown = try bench.rollcall("policy", "show", "--json").output
    for part in [
      "\"remembered_idle\":86400", "\"remembered_absolute\":864000", "\"remember_me\":true", "\"maximum_sessions\":3",
      "\"at_maximum\":\"refuse-new\"", "\"guesses\":7", "\"first_delay\":10", "\"browser_idle\":1800",
    ] { #expect(shown.contains(part)) }
    for wrong in [
      ["--max-sessions", "0"], ["--guesses", "0"], ["--first-delay", "2h"], ["--idle", "13h"],
    ] { #expect(try bench.shell("rollcall policy set \(wrong.joined(separator: " "))").status == 3) }
    #expect(try bench.rollcall("policy", "set").status == 2)
    #expect(try bench.rollcall("policy", "show").output.contains("7d") == false)
  }
}
