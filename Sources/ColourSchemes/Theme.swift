/// A base16 or base24 colour scheme: colours with a meaning each, from which every look is derived.
public struct Theme: Hashable, Sendable {
  /// A place in the scheme, by base16's and base24's own names (tinted-theming styling specification 0.4).
  public enum Slot: Int, Hashable, Sendable, CaseIterable {
    /// Grounds and texts: ground, bar, selection, dim, bar text, text, light text, lightest text.
    case base00, base01, base02, base03, base04, base05, base06, base07
    /// Hues: red, orange, yellow, green, cyan, blue, magenta, brown.
    case base08, base09, base0A, base0B, base0C, base0D, base0E, base0F
    /// base24 alone: two darker grounds.
    case base10, base11
    /// base24 alone: bright red, yellow, green, cyan, blue, magenta.
    case base12, base13, base14, base15, base16, base17

    /// The places that a base16 scheme has.
    public static let base16Slots = allCases.filter { $0.rawValue < 16 }

    /// What stands in for a place of base24 in a scheme without it (base24 styling specification, "Fallback").
    var fallback: Slot? {
      switch self {
      case .base10, .base11: .base00
      case .base12: .base08
      case .base13: .base0A
      case .base14: .base0B
      case .base15: .base0C
      case .base16: .base0D
      case .base17: .base0E
      default: nil
      }
    }
  }

  /// What its author calls it.
  public let name: String
  /// Who made it; empty when the file does not say.
  public let author: String
  /// Whether it has colours of its own for the eight places of base24.
  public let isBase24: Bool
  private let colours: [RGB]

  /// Makes a theme from `base00` on, 24 bits each. What is missing of base16 is black, what is missing of base24 is what
  /// stands in for it.
  public init(name: String, author: String, _ colours: [UInt32]) {
    self.init(name: name, author: author) { $0.rawValue < colours.count ? RGB(colours[$0.rawValue]) : nil }
  }

  private init(name: String, author: String, _ colour: (Slot) -> RGB?) {
    self.name = name
    self.author = author
    let given = Slot.allCases.map(colour)
    isBase24 = given.dropFirst(16).contains { $0 != nil }
    colours = Slot.allCases.map { slot in
      given[slot.rawValue] ?? slot.fallback.flatMap { given[$0.rawValue] } ?? RGB(0)
    }
  }

  /// Reads a base16 or base24 scheme, in today's form with a `palette` or in the older one without.
  ///
  /// - Throws: ``ThemeError`` when the text is not such a scheme, with the line that shows it.
  public init(yaml text: String) throws(ThemeError) {
    let file = try SchemeFile(text)
    guard !file.isTinted8 else {
      throw ThemeError(
        "this is a tinted8 scheme: give the base16 or base24 one.", "这是 tinted8 方案：请提供 base16 或 base24 方案。")
    }
    var colours: [Slot: RGB] = [:]
    for slot in Slot.allCases {
      guard let entry = file.colour("\(slot)") else {
        if slot.fallback != nil { continue }
        throw ThemeError(
          "\(slot) is missing: a base16 scheme has the colours base00 to base0F.",
          "缺少 \(slot)：base16 方案应有 base00 至 base0F 各颜色。")
      }
      guard let colour = RGB(scheme: entry.value) else {
        throw ThemeError(
          line: entry.line, "\(slot) is no colour: write six hexadecimal digits, as in \"88C0D0\".",
          "\(slot) 不是颜色：请写六位十六进制数字，例如 \"88C0D0\"。")
      }
      colours[slot] = colour
    }
    self.init(name: file["name"] ?? file["scheme"] ?? "", author: file["author"] ?? "") { colours[$0] }
  }

  /// The colour in a place of the scheme.
  public subscript(slot: Slot) -> RGB { colours[slot.rawValue] }

  /// Whether text is darker than its ground. Computed: what schemes say of themselves is not always so.
  public var isLight: Bool { self[.base00].luminance > self[.base05].luminance }
}

extension RGB {
  /// Reads a colour as schemes have them: six digits or three, after `#`, `0x` or nothing; two more for opacity are passed
  /// over.
  fileprivate init?(scheme text: String) {
    var digits = Substring(text.trimmed)
    for prefix in ["#", "0x", "0X"] where digits.hasPrefix(prefix) {
      digits = digits.dropFirst(prefix.count)
      break
    }
    self.init(hex: digits.utf8.count == 8 && digits.allSatisfy(\.isHexDigit) ? digits.dropLast(2) : digits)
  }
}
