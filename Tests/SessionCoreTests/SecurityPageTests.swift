import Foundation
import Support
import Testing

@testable import SessionCore

/// docs/security.md says what holds where nobody has set anything else (OWASP ASVS 5.0, 6.1.1, 6.1.2, 7.1.1 and 7.1.2).
@Suite struct SecurityPageTests {
  private let page: String

  init() throws {
    page = try String(contentsOf: URL(filePath: Products.repository + "/docs/security.md"), encoding: .utf8)
  }

  private func requireOnPage(_ lines: [String]) {
    for line in lines { #expect(page.contains(line), "\(line)") }
  }

  @Test func `the page says how guessing is slowed, and by which options that is set`() {
    let policy = GuessingPolicy.standard
    requireOnPage([
      "| free guesses an account | \(policy.guesses) | `--guesses` |",
      "| free guesses an address (IPv6: its first 64 bits) | \(policy.guessesFromAddress) | `--guesses-from-address` |",
      "| first delay | \(policy.firstDelay.setting) | `--first-delay` |",
      "| \(policy.longestDelay.setting) | `--longest-delay` |",
      "forgotten \(GuessingPolicy.memory.milliseconds / 3_600_000)h after the last one",
      "for longer than \(HashGate(path: "").patience.setting) is asked to come back",
    ])
  }

  @Test func `the page lists every word that is no password`() {
    requireOnPage(GuessableText.words.map { "`\(String(String.UnicodeScalarView($0)))`" })
    requireOnPage(["\(Password.minimumCharacters) characters to 1,024 bytes"])
    #expect(Password.maximumBytes == 1024)
  }

  @Test func `the page has the limits of each kind of session, and how many a user may have`() {
    let policy = SessionPolicy.standard
    requireOnPage(
      SessionKind.allCases.map { "| \($0.name) | \(policy[$0].idle.setting) | \(policy[$0].absolute.setting) |" })
    requireOnPage(["A user may have \(policy.maximumSessions) sessions at once"])
    #expect(policy.atMaximum == .endOldest && !policy.remembers)
  }

  @Test func `the page says how recent a login has to be for one's account`() {
    requireOnPage(["the login has to be less than \(Session.recency.milliseconds / 60_000) minutes old"])
  }

  @Test func `the page names every setting that says whom to believe`() {
    requireOnPage(["`\(Configuration.Setting.trustedProxies.name)`", "`\(Configuration.Setting.returnOrigins.name)`"])
  }
}
