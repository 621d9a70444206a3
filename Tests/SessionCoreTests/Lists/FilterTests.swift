import SessionCore
import Testing

typealias Literal = SessionFilter.Literal

@Suite struct FilterTests {
  private func clauses(_ text: String) throws -> [[Literal]] { try SessionFilter(text: text).clauses }

  @Test func `words are terms, and all must hold`() throws {
    #expect(try SessionFilter(text: "") == SessionFilter())
    #expect(try SessionFilter(text: "  \t\u{3000}") == SessionFilter())
    #expect(
      try SessionFilter(text: "user:Ali  state:idle 小")
        == SessionFilter(terms: [.loginPrefix("ali"), .state(.idle), .loginContains("小")]))
    #expect(
      try UserFilter(text: "ÉM user:a state:locked")
        == UserFilter(terms: [.loginContains("ém"), .loginPrefix("a"), .state(.locked)]))
  }

  @Test(arguments: ["a b|c d", "a b | c d", "  a  b| c\td ", "a b |c d"])
  func `or binds tighter than the space`(_ text: String) throws {
    #expect(
      try clauses(text) == [
        [Literal(.loginContains("a"))], [Literal(.loginContains("b")), Literal(.loginContains("c"))],
        [Literal(.loginContains("d"))],
      ])
  }

  @Test func `a minus makes any word its contrary, in an alternative too`() throws {
    #expect(
      try clauses("-state:idle -x|user:b|-kind:browser") == [
        [Literal(.state(.idle), isNegated: true)],
        [
          Literal(.loginContains("x"), isNegated: true), Literal(.loginPrefix("b")),
          Literal(.kind(.browser), isNegated: true),
        ],
      ])
    #expect(try clauses("a-b") == [[Literal(.loginContains("a-b"))]])
  }

  @Test(arguments: [
    ("\"ana maría\"", "ana maría"), ("\"a|b\"", "a|b"), ("\"user:x\"", "user:x"), ("\"-x\"", "-x"), ("o\"x", "o\"x"),
    ("\"a\"\"b\"", "a\"b"), ("\"\"\"\"", "\""), ("“a b”", "a b"), ("\" a \"", " a "), ("\":\"", ":"),
  ]) func `quotation marks hold a value together`(_ text: String, _ value: String) throws {
    #expect(try clauses(text) == [[Literal(.loginContains(value))]])
    #expect(try clauses("-user:" + text).first?.first?.isNegated == true)
  }

  @Test func `a value in quotation marks is followed by other words`() throws {
    #expect(
      try clauses("user:\"a b\"|\"c d\" e") == [
        [Literal(.loginPrefix("a b")), Literal(.loginContains("c d"))], [Literal(.loginContains("e"))],
      ])
  }

  @Test func `the signs of a Chinese keyboard are signs too`() throws {
    #expect(try clauses("user：王｜－state：idle　idle＞10m") == clauses("user:王|-state:idle idle>10m"))
  }

  @Test func `code adds terms to what was typed`() throws {
    let filter = try SessionFilter(text: "a|b").and(.state(.idle))
    #expect(filter.clauses.count == 2 && filter.clauses.last == [Literal(.state(.idle))])
    #expect(SessionFilter(clauses: [[], [Literal(.state(.live))], []]).clauses == [[Literal(.state(.live))]])
  }

  @Test func `a text may be long, but not without end`() throws {
    let words = Array(repeating: "a", count: 64).joined(separator: " ")
    #expect(try clauses(words).count == 64)
    let many = #expect(throws: FilterError.self) { try SessionFilter(text: words + "|b") }
    #expect(many?.problem == .tooManyWords(64) && many?.range == 128..<129)
    let long = "\"" + String(repeating: "王", count: 1364) + "\""
    #expect(try clauses(long + "  ").count == 1)
    let tooLong = #expect(throws: FilterError.self) { try SessionFilter(text: long + "  b") }
    #expect(tooLong?.problem == .tooLong(4096) && tooLong?.range == 1368..<1369 && tooLong?.word == "b")
    #expect(throws: FilterError.self) { try SessionFilter(text: "e" + String(repeating: "\u{301}", count: 4096)) }
  }
}
