import ColourSchemes
import Testing

/// Schemes come from strangers as well: none makes the program take more than it has.
@Suite struct SchemeNestingTests {
  /// As large as a scheme may be.
  private static let most = 65_000

  private static func filled(_ piece: String) -> String { String(repeating: piece, count: most / piece.utf8.count) }

  /// Keys in keys, each in a line of its own.
  private static let indented = (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()

  static let hostile = [
    "a: " + filled("{a:"), filled("{a: "), filled("{"), "palette: " + filled("{\"a\":\n"), filled("{a,b:"), indented,
    indented + String(repeating: " ", count: 300) + filled("{a: ").prefix(19_000),
  ]

  @Test(arguments: hostile.indices) func `a depth that no scheme has is refused, and said`(_ index: Int) {
    let error = #expect(throws: ThemeError.self) { try Theme(yaml: Self.hostile[index]) }
    #expect(error?.english.contains("deep") == true || error?.english.contains("bracket") == true, "\(index)")
    #expect(error?.chinese != error?.english)
  }

  @Test func `lists in lists, and keys without an end, are passed over`() {
    let long = String(repeating: "k", count: 30_000)
    for text in [
      "a: " + Self.filled("["), "a: " + Self.filled("[{"), "\(long): {\(Self.filled("b: 1, ").prefix(30_000))}",
      "\(long):\n" + Self.filled(" b: 1\n").prefix(30_000),
    ] { #expect(throws: ThemeError.self) { try Theme(yaml: text) } }
  }

  @Test(arguments: [0, 1, 5]) func `what is not so deep is read`(_ depth: Int) throws {
    let colours = (0..<16).map { number in
      let digit = String(number, radix: 16)
      return "base0\(digit): \"0\(digit)0\(digit)0\(digit)\""
    }
    let inner = "palette: {" + colours.joined(separator: ", ") + "}"
    let text = (0..<depth).reduce(inner) { text, _ in "s: {" + text + "}" }
    #expect(try Theme(yaml: "{" + text + "}")[.base05] == RGB(5, 5, 5))
    let lines = (0..<depth).map { String(repeating: " ", count: $0) + "s:\n" }.joined()
    let block =
      lines + String(repeating: " ", count: depth) + "palette:\n"
      + colours.map { String(repeating: " ", count: depth + 1) + $0 + "\n" }.joined()
    #expect(try Theme(yaml: block)[.base05] == RGB(5, 5, 5))
  }
}
