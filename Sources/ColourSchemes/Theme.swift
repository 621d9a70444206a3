/// A base16 colour scheme: sixteen colours with a meaning each, from which every look is derived.
public struct Theme: Hashable, Sendable {
  /// A place in the scheme, by base16's own names (tinted-theming styling specification 0.4).
  public enum Slot: Int, Hashable, Sendable, CaseIterable {
    /// Grounds and texts: ground, bar, selection, dim, bar text, text, light text, lightest text.
    case base00, base01, base02, base03, base04, base05, base06, base07
    /// Hues: red, orange, yellow, green, cyan, blue, magenta, brown.
    case base08, base09, base0A, base0B, base0C, base0D, base0E, base0F
  }

  /// What its author calls it.
  public let name: String
  /// Who made it; empty when the file does not say.
  public let author: String
  private let colours: [RGB]

  /// Makes a theme from `base00` to `base0F`, 24 bits each; what is missing is black.
  public init(name: String, author: String, _ colours: [UInt32]) {
    self.name = name
    self.author = author
    self.colours = Slot.allCases.map { RGB($0.rawValue < colours.count ? colours[$0.rawValue] : 0) }
  }

  /// Reads a base16 or base24 scheme, in today's form with a `palette` or in the older one without. The eight more
  /// colours of base24 are not used.
  ///
  /// - Throws: ``ThemeError`` when the text is not such a scheme, with the line that shows it.
  public init(yaml text: String) throws(ThemeError) {
    let file = try SchemeFile(text)
    if file.entries["palette.black"] != nil {
      throw ThemeError(
        "this is a tinted8 scheme: give the base16 or base24 one.", "这是 tinted8 方案：请提供 base16 或 base24 方案。")
    }
    var colours: [UInt32] = []
    for slot in Slot.allCases {
      guard let entry = file.entries["palette.\(slot)"] ?? file.entries["\(slot)"] else {
        throw ThemeError(
          "\(slot) is missing: a base16 scheme has the colours base00 to base0F.",
          "缺少 \(slot)：base16 方案应有 base00 至 base0F 各颜色。")
      }
      guard let colour = RGB(hex: entry.value) else {
        throw ThemeError(
          line: entry.line, "\(slot) is no colour: write six hexadecimal digits, as in \"88C0D0\".",
          "\(slot) 不是颜色：请写六位十六进制数字，例如 \"88C0D0\"。")
      }
      colours.append(colour.bits)
    }
    let name = file.entries["name"] ?? file.entries["scheme"]
    self.init(name: name?.value ?? "", author: file.entries["author"]?.value ?? "", colours)
  }

  /// The colour in a place of the scheme.
  public subscript(slot: Slot) -> RGB { colours[slot.rawValue] }

  /// Whether text is darker than its ground. Computed: what schemes say of themselves is not always so.
  public var isLight: Bool { self[.base00].luminance > self[.base05].luminance }
}
