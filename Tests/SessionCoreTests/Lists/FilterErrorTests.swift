import SessionCore
import Support
import Testing

@Suite struct FilterErrorTests {
  private func error(_ text: String) -> FilterError? {
    do throws(FilterError) {
      _ = try SessionFilter(text: text)
      return nil
    } catch { return error }
  }

  @Test func `an unknown word is shown where it stands`() throws {
    let found = try #require(error("ali  colour:red x"))
    #expect(found.word == "colour:red" && found.range == 5..<15)
    #expect(found.phrase.english.hasPrefix("“colour:red” is not a filter word. Use user: state: kind: from:"))
    #expect(found.phrase.chinese.hasPrefix("“colour:red”不是筛选词。请用 user: state:"))
  }

  @Test func `an unknown value is shown with those that are known`() throws {
    let found = try #require(error("小明 state:asleep"))
    #expect(found.range == 3..<15)
    #expect(found.problem == .unknownValue(["live", "idle", "ending", "remembered", "simulated"]))
    #expect(found.advice.english == "Use one of live, idle, ending, remembered, simulated.")
  }

  @Test(
    arguments: [
      ("a user:", 2..<7, .missingValue("user:ali")), ("user:\u{200B}", 0..<6, .missingValue("user:ali")),
      ("\"\"", 0..<2, .missingValue("ali")),
      ("user:|b", 0..<5, .missingValue("user:ali")),
      ("state:", 0..<6, .missingValue("state:live")), ("started:2h", 0..<10, .wrongForm(["started<2h"])),
      ("user<ali", 0..<8, .wrongForm(["user:ali"])), ("state>idle", 0..<10, .wrongForm(["state:live"])),
      ("x idle>10", 2..<9, .notALength("idle>10m")), ("ends<0s", 0..<7, .notALength("ends<5m")),
      ("started>9999999d", 0..<16, .notALength("started<2h")), ("idle>", 0..<5, .notALength("idle>10m")),
      ("from:203.0.113.0/33", 0..<19, .notANetwork), ("-from:home x", 0..<10, .notANetwork),
      ("id:01JD3K…7Q", 0..<12, .notAnID), ("a \"b c", 2..<6, .openQuotation), ("-user:\"b", 0..<8, .openQuotation),
      ("\"", 0..<1, .openQuotation), ("\"\"\"", 0..<3, .openQuotation), ("a \"b\"c d", 2..<6, .textAfterQuotation),
      ("--json", 0..<6, .negatedTwice), ("a -－b", 2..<5, .negatedTwice), ("- a", 0..<1, .nothingToNegate),
      ("a|-|b", 2..<3, .nothingToNegate), ("a |", 2..<3, .nothingBesideOr),
      ("| a", 0..<1, .nothingBesideOr), ("王||b", 2..<3, .nothingBesideOr), ("a | | b", 4..<5, .nothingBesideOr),
    ] as [(String, Range<Int>, FilterError.Problem)])
  func `each mistake is told with its place`(_ text: String, _ range: Range<Int>, _ problem: FilterError.Problem) throws
  {
    let found = try #require(error(text))
    #expect(found.problem == problem)
    #expect(found.range == range)
    #expect(found.word == String(Array(text)[found.range]))
    for text in [found.phrase.english, found.phrase.chinese, found.advice.english, found.advice.chinese] {
      #expect(text.hasSuffix(".") || text.hasSuffix("。"))
    }
  }

  @Test func `of several mistakes the first is told`() throws {
    #expect(try #require(error("one:1 state:x")).range == 0..<5)
    #expect(try #require(error("one:1 | \"x")).range == 0..<5)
  }

  @Test(arguments: [
    "state:idle", "from:10.0.0.1", "kind:browser", "id:0", "last:2d", "last:", "created:7d", "last>never",
  ])
  func `users have their own words`(_ text: String) {
    #expect(throws: FilterError.self) { try UserFilter(text: text) }
  }

  @Test(arguments: [":", ":x", "<", ">2h", "STATE:idle", "state:Idle", "last<2d", "scheme:bcrypt", "user :a"])
  func `odd words are refused`(_ text: String) { #expect(error(text) != nil) }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func `whatever is typed is read or refused where it is wrong`(
    _ seed: UInt64
  ) {
    var random = SplitMix(state: seed)
    for _ in 0..<2000 {
      let text = Self.text(&random)
      guard let found = error(text) else { continue }
      #expect(found.range.upperBound <= text.count && !found.range.isEmpty, "\(text.debugDescription)")
    }
  }

  /// Any bytes, any scalars, and pieces of the language in any order.
  private static func text(_ random: inout SplitMix) -> String {
    let count = Int.random(in: 0...40, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
    case 1:
      var text = ""
      for _ in 0..<count {
        Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)).map { text.unicodeScalars.append($0) }
      }
      return text
    default: return (0..<count / 2).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
  }

  private static let pieces = [
    "user", "state", "from", "idle", "ends", "id", "by", "kind", "client", ":", "<", ">", "|", "-", "\"", " ", "：", "”",
    "idle", "live", "10m", "1", "::1", "/", "/24", "203.0.113.7", "王", "\u{301}", "\u{200D}", "\r\n", "\0", "\u{FFFD}",
    "a",
  ]
}
