import ColourSchemes
import Screen
import Testing

@Suite("Theme files")
struct ThemeTests {
  static let slots = (0..<16).map { index in
    let digits = "0" + String(index, radix: 16)
    return "base0\(digits.last?.uppercased() ?? ""): \"\(digits)\(digits)\(digits)\""
  }
  static let palette = slots.map { "  " + $0 }.joined(separator: "\n")

  @Test("Today's form, with comments, quotes of both kinds and none, and a leading #")
  func today() throws {
    let text = """
      # a scheme
      ---
      system: 'base16'
      name: "A: \u{e9} # not a comment"   # a comment
      author: me
      variant: "dark"
      palette:
      \(Self.palette.replacing("\"0f0f0f\"", with: "#0F0F0F # brown"))
      """
    let theme = try Theme(yaml: text)
    #expect(theme.name == "A: é # not a comment")
    #expect(theme.author == "me")
    #expect(theme[.base00] == RGB(0x000000))
    #expect(theme[.base0F] == RGB(0x0F0F0F))
    #expect(!theme.isLight)
  }

  @Test("The older form, with colours at the top, and lines ended as on Windows")
  func older() throws {
    let text = "\u{FEFF}scheme: \"Old\"\r\nauthor: \"me\"\r\n" + Self.slots.joined(separator: "\r\n") + "\r\n"
    let theme = try Theme(yaml: text)
    #expect(theme.name == "Old")
    #expect(theme[.base05] == RGB(0x050505))
  }

  @Test("Light or dark is seen, not believed")
  func light() throws {
    let swapped = Self.palette.replacing("base00: \"000000\"", with: "base00: \"FFFFFF\"")
    #expect(try Theme(yaml: "variant: \"dark\"\npalette:\n" + swapped).isLight)
  }

  @Test(
    "A file that is no theme says why, and where",
    arguments: [
      ("", nil, "base00 is missing"),
      ("palette:\n" + palette.replacing("  base0B: \"0b0b0b\"\n", with: ""), nil, "base0B is missing"),
      ("palette:\n" + palette.replacing("\"030303\"", with: "\"+30303\""), 5, "base03 is no colour"),
      ("palette:\n" + palette.replacing("\"030303\"", with: "\"red\""), 5, "base03 is no colour"),
      ("palette:\n" + palette.replacing("\"030303\"", with: "\"030303"), 5, "closing quote"),
      ("palette:\n" + palette + "\n  base00: \"111111\"", 18, "twice"),
      ("<html><body>not found</body></html>", 1, "base16"),
      ("\u{7F}ELF\u{2}\u{1}", 1, "not a text file"),
      ("name: x\npalette:\n  black: \"000000\"\n", nil, "tinted8"),
    ] as [(String, Int?, String)])
  func notATheme(text: String, line: Int?, reason: String) {
    let error = #expect(throws: ThemeError.self) { try Theme(yaml: text) }
    #expect(error?.line == line)
    #expect(error?.description.contains(reason) == true, "\(error.map(\.description) ?? "")")
    #expect(error?.chinese.isEmpty == false)
  }

  @Test("A file that is far too long is refused before it is read")
  func tooLong() {
    #expect(throws: ThemeError.self) { try Theme(yaml: String(repeating: "# too long\n", count: 10_000)) }
  }
}
