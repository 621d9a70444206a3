import Foundation
import Testing

@testable import Scale

/// The whole model.
@Suite struct SiteTests {
  /// Round figures, for which it can be said by hand what must come out.
  private static let figures: Figures = {
    let write = Figures.Write(
      program: 0.5, server: 1, apply: 0.2, statements: 10, statementsLocked: 4, locked: 5, commit: 2, whole: 10)
    var touch = write
    (touch.statements, touch.statementsLocked, touch.server) = (3, 0, 0.2)
    let engine = Figures.Engine(
      check: 0.1, checkAsCGI: 2, form: 0.5,
      reading: Figures.Reading(statements: 1, program: 0.05, server: 0.1, whole: 0.3), login: write, refusal: touch,
      logout: write, touch: touch, checksPerSecond: [:], logoutsPerSecond: [:])
    return Figures(
      about: "round", cores: 2, connections: 8, hash: 25, flush: 1, front: 0.05, client: 0.05,
      engines: ["sqlite": engine, "mariadb": engine, "galera": engine])
  }()

  @Test("A seed gives the same run every time, and another one another")
  func seeds() throws {
    let runs = try [1, 1, 2].map { seed in
      try Run(.cluster(webHosts: 2), Load(users: 200_000), Self.figures, seed: seed).go(for: 1)
    }
    #expect(runs[0].checks.mean == runs[1].checks.mean)
    #expect(runs[0].checks.mean != runs[2].checks.mean)
  }

  @Test("Logins alone on one core: as many as there are hashes in a second, and what else they take")
  func hashes() throws {
    let limit = try Limit(.sqlite(cores: 1), Self.figures, shape: .loginsOnly, requests: 5000)
    // The form, the login's own request, the hash and the transaction.
    let each = 0.55 + 0.15 + 25 + 3
    #expect((0.8...1).contains(limit.load.loginRate * each / 1000))
    #expect(limit.outcome.busiest.name == "web hosts' cores")
  }

  @Test("What adds to the audit log stands in one line: one a lock, however many hosts ask")
  func chain() throws {
    // Four statements, each a round trip of 0.3 ms and a tenth of 1 ms in the server; 0.5 ms between the nodes, 2 to commit.
    let each = 4 * (0.3 + 0.1) + 0.5 + 2
    for hosts in [4, 8] {
      let limit = try Limit(.cluster(webHosts: hosts), Self.figures, shape: .loginsOnly, requests: 5000)
      #expect((0.85...1).contains(limit.load.loginRate * each / 1000))
      #expect(limit.outcome.busiest.name == "the audit log's end")
    }
  }

  @Test("Web hosts that ask in one order never hinder each other; others do, and are told to try again")
  func order() throws {
    var site = Site.cluster(webHosts: 3)
    let load = Load(users: 1e6)
    #expect(try Run(site, load, Self.figures).go(for: 4).conflicts == 0)
    site.sameOrder = false
    #expect(try Run(site, load, Self.figures).go(for: 4).conflicts > 3)
  }

  @Test("While a dead node is waited for nobody is answered; then all are, and none is lost", arguments: Fault.allCases)
  func death(fault: Fault) throws {
    let story = try fault.story(Load(users: 5e4), Self.figures)
    #expect(story.outcome.refused == 0)
    switch fault {
    case .node: #expect((5.5...12).contains(story.outcome.longest))
    case .tunedNode: #expect((0.9...3).contains(story.outcome.longest))
    case .silentNode: #expect((5...12).contains(story.outcome.longest))
    case .webHost: #expect(story.outcome.lost > 0)
    }
    #expect(fault == .webHost || story.outcome.lost == 0)
  }

  @Test("A gate that is full for too long answers 503")
  func storm() throws {
    var site = Site.sqlite(cores: 1, workers: 2000)
    site.patience = 2
    var load = Load(Load.loginsOnly, loginsPerSecond: 100)
    load.checks = 1
    let outcome = try Run(site, load, Self.figures).go(for: 10)
    #expect(outcome.refused > 0)
  }

  @Test("The model of the measurements: one worker is one after the other, many are as many as there are cores")
  func bench() throws {
    // Load, web server, worker and what its read takes share two cores.
    let many = try Bench(.sqlite, Self.figures).checksPerSecond(workers: 8)
    #expect((0.9...1.01).contains(many * (0.05 + 0.05 + 0.1 + 0.1) / 2000))
    let one = try Bench(.mariadb, Self.figures).checksPerSecond(workers: 1)
    #expect(one < 1000 / (0.1 + 0.1 + 0.15))
    // The lock: four statements of 0.1 ms and their way, and the commit.
    let round = (10 - 1 - 0.5 - 2) / 10.0
    let logouts = try Bench(.mariadb, Self.figures).logoutsPerSecond(connections: 8)
    #expect((0.9...1.02).contains(logouts * (4 * (round + 0.1) + 2) / 1000))
  }
}
