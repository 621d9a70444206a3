import Foundation
import SessionCore
import Support
import Testing

@testable import LoginWeb

/// By no bit and by no clock can a stranger tell why a login was refused (OWASP ASVS 5.0, 6.3.8).
@Suite(.serialized) struct TimingTests {
  /// Why a login is refused, and how the logins begin: all of one length, for what was typed is shown again.
  enum Kind: String, CaseIterable {
    case wrongPassword = "sure", unknownUser = "gone", locked = "lock", needsCode = "code"
  }

  static let samples = 500
  /// Threads, each with a site of its own: they share the processor and nothing else.
  static let threads = 2
  /// An account takes 100 guesses at the most before it has to wait.
  static let accounts = 5

  @Test func `500 refusals of each kind take one time and are one answer`() async throws {
    // Who shares the machine may slow one of them down by chance; what leaks does so in every round.
    var findings: [String] = []
    for round in 1...3 {
      findings = try await Self.findings(round: UInt64(round))
      if findings.isEmpty { return }
    }
    Issue.record("in each of three rounds; in the last: \(findings)")
  }

  @Test func `the rank test tells apart what differs, and does not what does not`() {
    var random = SplitMix(state: 7)
    func times(_ shift: Double) -> [Double] {
      (0..<Self.samples).map { _ in
        25 + shift + (0..<12).reduce(0) { sum, _ in sum + .random(in: 0..<0.1, using: &random) }
      }
    }
    #expect(RankTest.probability(times(0), times(0.1)) < 0.001)
    #expect(RankTest.probability(times(0), times(0)) > 0.01)
    #expect(RankTest.probability([1, 1, 1, 1], [1, 1, 1, 1]) == 1)
    #expect(RankTest.median([3, 1, 2, 10]) == 2.5)
    #expect(RankTest.error(times(0), times(0)) < 0.1)
    let spread = (0..<Self.samples).map(Double.init)
    #expect((14...15).contains(RankTest.error(spread, spread)))
  }

  private static func findings(round: UInt64) async throws -> [String] {
    let parts = try await withThrowingTaskGroup(of: [Kind: [Double]].self) { group in
      for thread in 0..<threads {
        group.addTask {
          try await inThread { try measure(samples / threads, seed: round * 100 + UInt64(thread)) }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    var times: [Kind: [Double]] = [:]
    for part in parts { times.merge(part) { $0 + $1 } }
    let usual = times[.wrongPassword] ?? []
    var findings: [String] = []
    for kind in Kind.allCases where kind != .wrongPassword {
      let other = times[kind] ?? []
      let probability = RankTest.probability(usual, other)
      let difference = RankTest.median(other) - RankTest.median(usual)
      // On a machine that is busy times lie far apart, and medians differ by chance.
      let bound = max(2, 4 * RankTest.error(usual, other))
      guard other.count == samples, usual.count == samples, probability > 0.01, abs(difference) < bound else {
        findings.append("\(kind): \(difference) ms, by chance \(probability)")
        continue
      }
    }
    return findings
  }

  /// Milliseconds that refusals took, `count` of each kind, one after the other in a random order.
  private static func measure(_ count: Int, seed: UInt64) throws -> [Kind: [Double]] {
    let site = try TestSite(hasher: .least)
    let service = site.database.service
    var guessing = GuessingPolicy.standard
    (guessing.guesses, guessing.guessesFromAddress) = (100, 10_000)
    try service.setGuessing(guessing, by: TestDatabase.operator)
    for number in 0..<accounts {
      for kind in [Kind.wrongPassword, .locked] { try site.database.addUser("\(kind.rawValue)\(number)") }
      _ = try service.addUser(Login("\(Kind.needsCode.rawValue)\(number)"), by: TestDatabase.operator)
      let locked = try service.user(login: "\(Kind.locked.rawValue)\(number)").id
      try service.lock(locked, by: TestDatabase.operator, reason: "")
    }
    let browser = Browser(site)
    let token = browser.get().field("token") ?? ""
    func refuse(_ kind: Kind, _ number: Int) -> (Response, Double) {
      // The right one, where there is one that would be wrong all the same.
      let password = kind == .locked ? TestDatabase.password : "correct horse battery stable"
      let fields = ["token": token, "login": "\(kind.rawValue)\(number % accounts)", "password": password]
      let start = ContinuousClock.now
      let answer = browser.post("", fields)
      let time = ContinuousClock.now - start
      return (answer, Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3)
    }

    var random = SplitMix(state: seed)
    var order = Kind.allCases.flatMap { kind in (0..<count).map { (kind, $0) } }
    order.shuffle(using: &random)
    // The first ones prepare statements and warm caches.
    for number in 0..<accounts { for kind in Kind.allCases { _ = refuse(kind, number) } }
    var times: [Kind: [Double]] = [:]
    var bytes: Set<String> = []
    for (kind, number) in order {
      let (answer, time) = refuse(kind, number)
      times[kind, default: []].append(time)
      #expect(answer.status == .unauthorized)
      let login = "\(kind.rawValue)\(number % accounts)"
      bytes.insert(
        String(decoding: answer.serialized(), as: UTF8.self)
          .replacing(" value=\"\(login)\"", with: "").replacing(/Content-Length: \d+/, with: ""))
    }
    #expect(bytes.count == 1)
    return times
  }
}
