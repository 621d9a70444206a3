import Console
import Screen
import SessionCore
import Testing

@Suite struct AttemptsTests {
  private func attempts(_ bench: Bench = .loaded()) -> Bench {
    bench.press(.character("3"))
    return bench
  }

  private func number(_ bench: Bench) -> Int64? { bench.state.attempts.current?.number }

  @Test func `newest first, each outcome in words, above them who has to wait and how long`() {
    let bench = attempts()
    #expect(bench.lines[1].contains("3 Attempts"))
    for word in [
      "wrong password", "no such user", "logged in", "locked", "session limit", "needs a code", "wrong code",
    ] {
      #expect(bench.text.contains(word), "\(word)")
    }
    #expect(bench.text.contains("SLOWED  3"))
    #expect(bench.lines.first { $0.contains("   bob  ") }?.contains("4m") == true)
    #expect(bench.lines[0].contains("3 slowed"))
  }

  @Test func `nobody waits: one line says so`() {
    let bench = attempts(.loaded(throttles: []))
    #expect(bench.text.contains("Nobody has to wait"))
    #expect(!bench.text.contains("slowed ·"))
  }

  @Test func `nothing yet, and nothing that matches`() {
    let bench = attempts(.loaded(attempts: [], throttles: []))
    #expect(bench.text.contains("Nobody has tried to log in yet."))
    #expect(!bench.lines.last.contains(true) { $0.contains("Enter open") })
    let filtered = attempts()
    filtered.press(.character("f"))
    filtered.type("user:zzz")
    filtered.press(.enter)
    #expect(filtered.text.contains("Nothing matches “user:zzz”."))
  }

  @Test func `it never loads everything, and every attempt is met once on the way down`() {
    let bench = attempts(.loaded(attempts: Sample.attempts + Sample.more(attempts: 400)))
    #expect(bench.state.attempts.rows.count < 200)
    var met: [Int64] = []
    for _ in 0..<408 {
      number(bench).map { met.append($0) }
      bench.press(.down)
    }
    #expect(met.count == 408 && Set(met).count == 408)
  }

  @Test func `the cursor stays on its attempt as others come, and as fewer have to wait`() {
    let bench = attempts()
    bench.press(.down, .down)
    let here = number(bench)
    bench.change { $0.attempts.insert(Sample.attempt(500, "bob", user: 3, .wrongPassword, ago: .seconds(0)), at: 0) }
    #expect(number(bench) == here)
    bench.pass(.minutes(5))
    #expect(bench.text.contains("Nobody has to wait"))
    #expect(number(bench) == here && bench.cursorLine != nil)
  }

  @Test func `the account is forgiven with a reason, and its wait is gone`() {
    let bench = attempts()
    bench.press(.character("a"))
    #expect(bench.text.contains("Forget the failed logins of bob?"))
    bench.press(.tab)
    bench.type("it was me")
    bench.press(.enter, .character("e"))
    #expect(bench.orders.map(\.act) == [.users(.forgive, .one(UserLook(id: User.ID(rawValue: 3), login: "bob")))])
    #expect(bench.orders.map(\.reason) == ["it was me"])
    #expect(bench.text.contains("Forgot the failed logins of bob."))
    #expect(bench.text.contains("SLOWED  2"))
  }

  @Test func `the address is forgiven, an IPv6 one with its network`() {
    let bench = attempts()
    bench.press(.character("A"))
    #expect(bench.text.contains("of 203.0.113.9?"))
    bench.press(.character("e"))
    #expect(bench.text.contains("Forgot the failed logins of 203.0.113.9."))
    bench.press(.down, .character("A"))
    #expect(bench.text.contains("of 2001:db8:85a3:8d3::/64?"))
  }

  @Test func `what cannot be forgiven or opened says why`() {
    let bench = attempts()
    bench.press(.down, .character("a"))
    #expect(bench.text.contains("There is no such user; A forgives the address."))
    bench.press(.enter)
    #expect(bench.text.contains("nobody has this login"))
    bench.press(.escape)
    bench.press(.last, .character("A"))
    #expect(bench.text.contains("It came from no address that is known."))
    #expect(bench.world.done.isEmpty && bench.state.overlay == nil)
  }

  @Test func `Enter opens the attempt, and once more its user`() {
    let bench = attempts()
    bench.press(.enter)
    #expect(bench.text.contains("wrong password") && bench.text.contains("Last attempts on this user"))
    bench.press(.enter)
    #expect(bench.text.contains("failed logins") && bench.text.contains("has to wait until"))
    bench.press(.escape, .escape)
    #expect(bench.state.overlay == nil && bench.state.view == .attempts)
  }

  @Test func `filters of attempts have words of their own`() {
    let bench = attempts()
    bench.press(.character("f"))
    #expect(bench.text.contains("outcome:wrong-password"))
    bench.type("user:b -outcome:ok from:203.0.113.0/24")
    bench.press(.enter)
    #expect(bench.state.attempts.rows.map(\.number) == [118, 115])
    bench.press(.character("f"), .control("u"))
    bench.type("state:live")
    bench.press(.enter)
    #expect(bench.text.contains("Use user: from: outcome: client: app: on: kind: when< since: until:."))
  }
}

extension Key {
  fileprivate static let last = Key.character("G")
}

extension Optional<String> {
  fileprivate func contains(_ value: Bool, _ test: (String) -> Bool) -> Bool { map(test) == value }
}
