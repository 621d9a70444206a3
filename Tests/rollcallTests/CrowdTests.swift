import Console
import Testing

@testable import rollcall

@Suite struct CrowdTests {
  @Test func `the same seed wants the same, another something else`() {
    func wishes(_ seed: UInt64) -> [String] {
      var plan = CrowdPlan(visitors: 40, seed: seed, part: 0, of: 2)
      return (0..<200).map { _ in "\(plan.next())" }
    }
    #expect(wishes(7) == wishes(7) && wishes(7) != wishes(8))
  }

  @Test func `no two parts have the same visitor, and together they have all`() {
    var seen: [Set<Int>] = [[], []]
    for part in 0..<2 {
      var plan = CrowdPlan(visitors: 9, seed: 3, part: part, of: 2)
      for _ in 0..<500 { seen[part].insert(plan.next().person) }
    }
    #expect(seen[0].isDisjoint(with: seen[1]) && seen[0].union(seen[1]) == Set(0..<9))
  }

  @Test func `most look at pages, some log out, few just go`() {
    var plan = CrowdPlan(visitors: 10, seed: 1, part: 0, of: 1)
    let wishes = (0..<2000).map { _ in plan.next().wish }
    let (visits, logouts) = (wishes.count { $0 == .visit }, wishes.count { $0 == .logOut })
    #expect(visits > logouts * 3 && logouts > wishes.count - visits - logouts)
  }

  @Test func `what was done is counted, and the room for it does not grow`() {
    var log = CrowdLog(visitors: 5, start: 0)
    log.add(.login, status: "303", milliseconds: 40, present: 1, at: 100)
    log.add(.login, status: "401", milliseconds: 60, present: 0, at: 200)
    log.add(.visit, status: "200", milliseconds: 5, present: 0, at: 1100)
    log.add(.visit, status: nil, milliseconds: 5, present: 0, at: 1200)
    log.add(.logout, status: "303", milliseconds: 5, present: -1, at: 2100)
    log.leaveOut()
    let report = log.report(at: 3000)
    #expect(report.logins == 1 && report.visits == 1 && report.logouts == 1 && report.refused == 1)
    #expect(report.failed == 1 && report.late == 1 && report.present == 0 && report.visitors == 5)
    #expect(report.recent == [2, 2, 1] && report.seconds == 3 && report.loginMilliseconds == 40)
    for second in 0..<4000 {
      log.add(.login, status: "303", milliseconds: 7, present: 0, at: Int64(second) * 1000)
    }
    let later = log.report(at: 4_000_000)
    #expect(later.recent.count == 60 && later.recent.allSatisfy { $0 == 1 } && later.loginMilliseconds == 7)
  }
}
