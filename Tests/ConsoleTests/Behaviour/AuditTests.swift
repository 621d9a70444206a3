import Console
import Screen
import SessionCore
import Testing

@Suite struct AuditTests {
  private func audit(_ bench: Bench = .loaded()) -> Bench {
    bench.press(.character("4"))
    return bench
  }

  @Test func `who did what to whom and why, the newest first`() {
    let bench = audit(.loaded(columns: 160))
    let line = bench.lines.first { $0.contains("locked user") }
    #expect(line?.contains("lin") == true && line?.contains("asked by their manager") == true)
    #expect(line?.contains("pts/3") == true && line?.contains("198.51.100.4") == true)
    // Who was removed since has a number and no name.
    #expect(bench.lines.contains { $0.contains("removed user") && $0.contains("#4711") })
    #expect(bench.text.contains("ends with #2118, as the key vouches"))
  }

  @Test func `it never loads everything, and every entry is met once, both ways`() {
    for isAscending in [false, true] {
      let bench = audit(.loaded(audit: Sample.audit + Sample.more(entries: 400)))
      if isAscending { bench.press(.character("r")) }
      #expect(bench.state.audit.list.rows.count < 200)
      var met: [Int64] = []
      for _ in 0..<408 {
        bench.state.audit.list.current.map { met.append($0.entry.number) }
        bench.press(.down)
      }
      #expect(Set(met).count == 408 && met == met.sorted(by: isAscending ? { $0 < $1 } : { $0 > $1 }))
    }
  }

  @Test(arguments: [
    ("by:lin", [2117, 2116]), ("act:lock-user|act:rotate-key", [2116, 2112]), ("reason:RANGE", [2117]),
    ("user:王", [2118]), ("when>1d", [2112, 2111]), ("since:2026-11-22T11:50", [2118]),
    ("until:2026-11-21", [2112, 2111]), ("terminal:pts/9 -act:give-code", [2111]), ("from:203.0.", [2118]),
    ("number:2115", [2115]), ("mei", [2113, 2111]),
  ])
  func `its filter finds by who, what, whom, why and when`(_ filter: String, _ numbers: [Int64]) {
    let bench = audit()
    bench.press(.character("f"))
    bench.type(filter)
    bench.press(.enter)
    #expect(bench.state.audit.list.rows.map(\.entry.number) == numbers, "\(filter)")
  }

  @Test func `a word that it does not know is marked, and a moment that is none`() {
    let bench = audit()
    bench.press(.character("f"))
    bench.type("state:live")
    bench.press(.enter)
    #expect(bench.text.contains("by: act: user: reason:"))
    bench.press(.control("u"))
    bench.type("since:yesterday")
    bench.press(.enter)
    #expect(bench.text.contains("Write it like since:2026-11-22T14:00, in UTC."))
  }

  @Test func `V walks the chain with progress and stops when asked again`() {
    let bench = audit()
    #expect(bench.tap(.character("V")) == [.verifyAudit])
    bench.send(.auditWalked(.walking(done: 1000, of: 2118)))
    #expect(bench.text.contains("walking: 1000 of 2118 right; V stops"))
    #expect(bench.tap(.character("V")) == [.stopVerifying])
    bench.send(.auditWalked(.stopped(done: 1000)))
    #expect(bench.text.contains("the first 1000 are right"))
  }

  @Test func `what was found stays, and grows old with what is added`() {
    let bench = audit()
    bench.tap(.character("V"))
    bench.send(.auditWalked(.whole(entries: 2118, last: 2118, at: Sample.now)))
    #expect(bench.text.contains("all 2118 entries are right, walked at 14:03:22"))
    bench.change { $0.audit.insert(Sample.entry(2119, .login, by: "bob", on: 3, ago: .seconds(1)), at: 0) }
    #expect(bench.text.contains("all 2118 right at 14:03:22, 1 newer since"))
    // Worse news goes before good.
    bench.change { $0.auditEnd = .moved(2119) }
    #expect(bench.text.contains("ENDS ELSEWHERE"))
    bench.send(.auditWalked(.broken(AuditFault(number: 7, kind: .unlinked), at: Sample.now)))
    #expect(bench.text.contains("Entry 7 does not follow the one before"))
  }

  @Test func `a log that cannot be walked says why`() {
    let bench = audit()
    bench.tap(.character("V"))
    bench.send(.auditWalked(.failed(Phrase("The database is locked.", "数据库被锁定。"))))
    #expect(bench.text.contains("The database is locked."))
    #expect(bench.tap(.character("V")) == [.verifyAudit])
  }

  @Test func `Enter opens an entry with its link, and once more its user`() {
    let bench = audit()
    bench.press(.enter)
    #expect(bench.text.contains("what its hash was made of") && bench.text.contains("#2118"))
    bench.press(.enter)
    #expect(bench.text.contains("Their sessions"))
    bench.press(.escape, .escape)
    #expect(bench.state.overlay == nil && bench.state.view == .audit)
  }

  @Test func `a session's detail has its whole life, a user's their history`() {
    let bench = Bench.loaded(rows: 60)
    bench.press(.enter)
    #expect(bench.text.contains("Its life") && bench.text.contains("logged in · 王小明"))
    bench.press(.escape, .character("2"), .end, .enter)
    #expect(bench.text.contains("History") && bench.text.contains("Last attempts on this user"))
  }
}
