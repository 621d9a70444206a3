import SessionCore
import Support
import Testing

@Suite struct SimulationRuleTests {
  @Test(
    arguments: [
      (nil, true, true), (nil, false, false), ("sample", true, true), ("sample", false, false), ("on", false, true),
      ("on", true, true), ("off", true, false), ("off", false, false), ("perhaps", true, false), ("", true, false),
    ] as [(String?, Bool, Bool)])
  func `it is off where people may be real, unless it is allowed`(_ text: String?, _ isSample: Bool, _ isAllowed: Bool)
  {
    #expect(SimulationRule(setting: text).allows(onSample: isSample) == isAllowed)
  }

  @Test func `a database is no sample until it is made one, which the audit log tells`() throws {
    let database = try TestDatabase()
    let service = database.service
    #expect(throws: SimulationRefused(rule: .sample)) { try service.requireSimulation(.sample) }
    try service.requireSimulation(.on)
    try service.markAsSample(by: TestDatabase.operator)
    try service.markAsSample(by: TestDatabase.operator)
    try service.requireSimulation(.sample)
    #expect(throws: SimulationRefused(rule: .off)) { try service.requireSimulation(.off) }
    let records = try database.store.audit(after: 0, limit: 10).map(\.record)
    #expect(records.map(\.reason) == ["a sample database from now on"])
    #expect(records.map(\.actor) == [TestDatabase.operator])
  }

  @Test func `each refusal says in both languages what would allow it`() {
    for rule in SimulationRule.allCases {
      let phrase = SimulationRefused(rule: rule).phrase
      #expect(phrase.english.contains("'simulation = ") && phrase.chinese.contains("“simulation = "))
    }
  }
}
