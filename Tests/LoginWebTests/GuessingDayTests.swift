import SessionCore
import Support
import Testing

@testable import LoginWeb

/// A day of guessing as fast as the pages allow: how many passwords are looked at (OWASP ASVS 5.0, 6.3.1; NIST SP
/// 800-63B-4, 3.2.2).
@Suite struct GuessingDayTests {
  /// How many guesses the policy lets through in `length`, by its own description: the free ones, then one after each
  /// delay, which doubles.
  private static func bound(_ free: Int, _ policy: GuessingPolicy, in length: Interval) -> Int {
    var (count, time, delay) = (free, policy.firstDelay, policy.firstDelay)
    while time <= length {
      count += 1
      delay = min(policy.longestDelay, Interval(milliseconds: 2 * delay.milliseconds))
      time = Interval(milliseconds: time.milliseconds + delay.milliseconds)
    }
    return count
  }

  /// Guesses every half minute for a day; each from the address and at the login that are given for its number.
  private func guesses(_ address: (Int) -> String, _ login: (Int) -> String) throws -> Int {
    let site = try TestSite()
    let browser = Browser(site)
    var seen = 0
    for number in 0..<2880 {
      let answer = browser.logIn(login(number), "guess \(number)", fields: [:], ["REMOTE_ADDR": address(number)])
      #expect([.unauthorized, .tooManyRequests].contains(answer.status))
      if answer.status == .unauthorized { seen += 1 }
      site.database.clock.advance(.seconds(30))
    }
    return seen
  }

  @Test func `an account is guessed at no more than 34 times in a day, from however many addresses`() throws {
    let bound = Self.bound(5, .standard, in: .hours(24))
    #expect(bound == 34)
    for login in ["alice", "nobody"] {
      let seen = try guesses({ "198.\(18 + $0 / 65536).\($0 / 256 % 256).\($0 % 256)" }, { _ in login })
      #expect((20...bound).contains(seen), "\(seen)")
    }
  }

  @Test func `an address guesses no more than 59 times in a day, at however many accounts`() throws {
    let bound = Self.bound(30, .standard, in: .hours(24))
    #expect(bound == 59)
    let addresses: [(Int) -> String] = [{ _ in "203.0.113.9" }, { "2001:db8:1:2::\(String($0, radix: 16))" }]
    for address in addresses {
      let seen = try guesses(address, { "user\($0)" })
      #expect((40...bound).contains(seen), "\(seen)")
    }
  }
}
