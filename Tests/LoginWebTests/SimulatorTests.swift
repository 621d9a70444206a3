import SessionCore
import Support
import Testing

@testable import LoginWeb

/// Whom the login program believes that they are the simulator.
@Suite struct SimulatorTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private var claim: String { SimulatorClaim(TestDatabase.operator, key: site.database.key).text }

  private func sessions() throws -> [Session] {
    try site.database.store.sample(.matching(SessionFilter()), limit: 10, at: site.database.clock.now)
  }

  @Test func `only a sealed variable of the environment makes a session a simulated one`() throws {
    site.site.simulation = .on
    Browser(site).logIn(fields: [:], ["HTTP_ROLLCALL_SIMULATED_BY": claim])
    #expect(try sessions().map(\.kind) == [.browser])
    site.database.clock.advance(.seconds(1))
    #expect(Browser(site).logIn(fields: [:], [SimulatorClaim.variable: claim]).status == .seeOther)
    let session = try #require(try sessions().first)
    #expect(session.kind == .simulated && session.createdBy == "lin on pts/3")
  }

  @Test(arguments: ["lin|pts/3|198.51.100.4", "x|lin|pts/3|198.51.100.4", "|||"])
  func `who is none of the simulator's is refused, and no session is made`(_ text: String) throws {
    site.site.simulation = .on
    let answer = Browser(site).logIn(fields: [:], [SimulatorClaim.variable: text])
    #expect(answer.status == .forbidden && answer.html.contains("Not simulated here"))
    #expect(answer.value(of: "Set-Cookie") == nil)
    #expect(try sessions().isEmpty)
    #expect(try site.database.store.lastAttemptNumber() == 0)
  }

  @Test(arguments: [SimulationRule.sample, .off])
  func `on a site of real people the simulator itself is refused`(_ rule: SimulationRule) throws {
    site.site.simulation = rule
    #expect(Browser(site).logIn(fields: [:], [SimulatorClaim.variable: claim]).status == .forbidden)
    #expect(try sessions().isEmpty)
    // Whoever logs in for themselves never notices.
    #expect(Browser(site).logIn().status == .seeOther)
  }

  @Test func `on a sample it is let in; an account that is shown to everybody makes none`() throws {
    site.site.sample = Site.Sample(text: "alice:\(TestDatabase.password)")
    #expect(Browser(site).logIn(fields: [:], [SimulatorClaim.variable: claim]).status == .forbidden)
    #expect(try sessions().isEmpty)
    try site.database.service.markAsSample(by: TestDatabase.operator)
    #expect(Browser(site).logIn("王小明", fields: [:], [SimulatorClaim.variable: claim]).status == .seeOther)
    #expect(try sessions().allSatisfy { $0.kind == .simulated })
  }

  @Test func `a setting that cannot be read allows nothing, and is complained about`() {
    let site = Site(environment: { ["ROLLCALL_SIMULATION": "perhaps"][$0] })
    #expect(site.simulation == .off && site.complaints.count == 1)
    #expect(Site(environment: { _ in nil }).simulation == .sample)
    #expect(Site(environment: { ["ROLLCALL_SIMULATION": "on"][$0] }).simulation == .on)
  }
}
