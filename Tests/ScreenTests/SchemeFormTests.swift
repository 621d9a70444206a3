import ColourSchemes
import Support
import Testing

/// Schemes come from hundreds of hands. Each of these means the same sixteen colours: 000000, 010101 … 0f0f0f.
@Suite struct SchemeFormTests {
  private static let digits = Array("0123456789ABCDEF").map(String.init)

  private static func lines(
    _ indentation: String = "  ", key: (String) -> String = { "base0\($0)" }, _ value: (String) -> String
  ) -> String {
    digits.map { "\(indentation)\(key($0)): \(value("0\($0)0\($0)0\($0)"))\n" }.joined()
  }

  private static let plain = lines { "\"\($0)\"" }

  static let forms: [(name: String, text: String)] = [
    ("today's", "system: \"base16\"\nname: \"N\"\nauthor: \"a\"\nvariant: \"dark\"\npalette:\n" + plain),
    ("no variant, no system", "name: N\nauthor: a\npalette:\n" + plain),
    ("the older, at the top", "scheme: \"N\"\nauthor: \"a\"\n" + lines("") { "\"\($0)\"" }),
    ("no quotes", "scheme: N\nauthor: a\n" + lines("") { $0 }),
    ("no quotes, with #", "name: N\nauthor: a\npalette:\n" + lines { "#\($0)" }),
    ("quotes of the other kind", "name: 'N'\nauthor: 'a'\npalette:\n" + lines { "'#\($0)'" }),
    ("lower case", "name: N\nauthor: a\npalette:\n" + lines(key: { "base0\($0.lowercased())" }) { $0.lowercased() }),
    ("upper case", "NAME: N\nAuthor: a\nPALETTE:\n" + lines(key: { "BASE0\($0)" }) { "'\($0)'" }),
    ("comments after colours", "name: N\nauthor: a\npalette:\n" + lines { "\"\($0)\" # a \"comment\": yes" }),
    ("comments after bare colours", "name: N\nauthor: a\npalette:\n" + lines { "#\($0) # ---- red" }),
    ("comments between", "# N\n\nname: N # n\nauthor: a\n# p\npalette:\n  # c\n" + plain + "# end\n"),
    ("blanks at the ends", "name: N  \nauthor: a\t\npalette:   \n" + lines { "\"\($0)\"  \t" }),
    ("Windows", ("\u{FEFF}name: N\nauthor: a\npalette:\n" + plain).replacing("\n", with: "\r\n")),
    ("an old Macintosh", ("name: N\nauthor: a\npalette:\n" + plain).replacing("\n", with: "\r")),
    ("no end of the last line", String(("name: N\nauthor: a\npalette:\n" + plain).dropLast())),
    ("a document's marks", "%YAML 1.2\n---\nname: N\nauthor: a\npalette:\n" + plain + "...\n"),
    ("more keys", "slug: n\nname: N\nauthor: a\nlicense: MIT\nversion: 1.2\npalette:\n" + plain + "x: {y: [1, 2]}\n"),
    ("lists", "name: N\nauthor: a\ntags:\n  - dark\n  - \"base16: x\"\n- odd\npalette:\n" + plain),
    ("lists in brackets", "name: N\ntags: [dark, 'a: b',\n  \"]\"]\nauthor: a\npalette:\n" + plain),
    ("deeper", "name: N\nauthor: a\npalette:\n" + lines("        ") { $0 }),
    ("tabs", "name:\tN\nauthor:\ta\npalette:\n" + lines("\t") { $0 }),
    (
      "keys in quotes",
      "\"name\": \"N\"\n'author': a\n\"palette\":\n" + lines(key: { "\"base0\($0)\"" }) { "\"\($0)\"" }
    ),
    ("no blank after the colon", "name:N\nauthor:a\npalette:\n" + lines { $0 }.replacing(": ", with: ":")),
    ("a long text", "name: N\nauthor: a\ndescription: >-\n  Warm, and: dark\n\n  colours\npalette:\n" + plain),
    ("a text in lines", "name: N\nauthor: a\ndescription: one two\n  three four\n  # five\npalette:\n" + plain),
    ("a text in quotes in lines", "name: N\nauthor: a\ndescription: \"one:\n  two\"\npalette:\n" + plain),
    ("in braces", "{name: N, author: a, palette: {" + lines("") { "\($0)," }.replacing("\n", with: " ") + "}}"),
    ("in braces, with #", "name: N\nauthor: a\npalette: {\n" + lines { "#\($0),  # c" } + "}\n"),
    (
      "JSON",
      "{\n \"name\": \"N\",\n \"author\": \"a\",\n \"palette\": {\n"
        + lines(key: { "\"base0\($0)\"" }) { "\"#\($0)\"," }.dropLast(2) + "}}\n"
    ),
    ("a section of another name", "name: N\nauthor: a\ncolors:\n" + plain),
    ("sections in a section", "name: N\nauthor: a\nscheme:\n  palette:\n" + lines("    ") { $0 }),
    ("opacity", "name: N\nauthor: a\npalette:\n" + lines { "\"#\($0)ff\"" }),
    ("0x", "name: N\nauthor: a\npalette:\n" + lines { "0x\($0)" }),
    ("tags and anchors", "name: !!str N\nauthor: &me a\nmaintainer: *me\npalette:\n" + lines { "!!str \"\($0)\"" }),
    ("the same twice", "name: N\nname: M\nauthor: a\npalette:\n" + plain + "  base00: '000000'\n"),
    ("colours before names", "palette:\n" + plain + "author: a\nname: N\n"),
    (
      "base24",
      "system: base24\nname: N\nauthor: a\npalette:\n" + plain + "  base10: \"000000\"\n  base17: \"0e0e0e\"\n"
    ),
  ]

  @Test(arguments: forms.indices) func `every form is read`(_ index: Int) throws {
    let (name, text) = Self.forms[index]
    let theme = try Theme(yaml: text)
    for slot in Theme.Slot.base16Slots {
      let channel = UInt8(slot.rawValue)
      #expect(theme[slot] == RGB(channel, channel, channel), "\(name): \(slot)")
    }
    #expect(theme.name == "N" && theme.author == "a", "\(name)")
    #expect(theme.isBase24 == (name == "base24"))
  }

  @Test func `names keep what stands in their quotes`() throws {
    let text = "name: \"A \\\"b\\\" \\u00e9 # 1\"\nauthor: 'it''s me: you (https://e.org)'\npalette:\n" + Self.plain
    let theme = try Theme(yaml: text)
    #expect(theme.name == "A \"b\" é # 1")
    #expect(theme.author == "it's me: you (https://e.org)")
    let bare = try Theme(yaml: "name: A: b\nauthor: Zoë (http://e.org/#me)\npalette:\n" + Self.plain)
    #expect(bare.name == "A: b" && bare.author == "Zoë (http://e.org/#me)")
  }

  @Test func `base24 has colours of its own, and those that are missing are as the specification says`() throws {
    let theme = try Theme(yaml: "palette:\n" + Self.plain + "  base11: \"112233\"\n  base12: \"#ff8080\"\n")
    #expect(theme.isBase24)
    #expect(theme[.base11] == RGB(0x112233) && theme[.base12] == RGB(0xFF8080))
    #expect(theme[.base10] == theme[.base00] && theme[.base13] == theme[.base0A] && theme[.base14] == theme[.base0B])
    #expect(theme[.base15] == theme[.base0C] && theme[.base16] == theme[.base0D] && theme[.base17] == theme[.base0E])
    let error = #expect(throws: ThemeError.self) { try Theme(yaml: "palette:\n" + Self.plain + "  base17: pink\n") }
    #expect(error?.line == 18)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func `no text at all brings the reader down`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let (_, text) = Self.forms[Int(seed) % Self.forms.count]
    for _ in 0..<100 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = Array("{}[]\"'\\#:|>&*!-\n\r\t ".utf8).randomElement(using: &random) ?? 0
        default: bytes.removeSubrange(at...)
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      _ = try? Theme(yaml: String(decoding: bytes, as: UTF8.self))
    }
  }
}
