/// Text for lines that carry nothing but ASCII.
enum PlainText {
  private static let substitutes: [Unicode.Scalar: Unicode.Scalar] = {
    let table: [(String, Unicode.Scalar)] = [
      ("─━┄┅┈┉╌╍═–—−‐‑", "-"), ("│┃┆┇┊┋╎╏║▏▎▍▌▐▕", "|"), ("┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╭╮╰╯╔╗╚╝╠╣╦╩╬", "+"),
      ("›▸▶►❯→»", ">"), ("‹◂◀◄❮←«", "<"), ("↑▲△⌃", "^"), ("↓▼▽⌄", "v"), ("•●◆■★▪◉✱", "*"), ("○◇□☆▫◯", "o"),
      ("█▉▊▋▓▒▇▆▅", "#"), ("░▄▃", "="), ("▁▂", "_"), ("▀", "\""), ("·∙⋅…‥", "."), ("“”„", "\""), ("‘’‚′", "'"),
      ("×✗✕✘", "x"),
      ("✓✔", "v"), ("\u{A0}", " "), ("≈~", "~"), ("⠀", " "),
    ]
    return table.reduce(into: [:]) { all, row in
      for scalar in row.0.unicodeScalars { all[scalar] = row.1 }
    }
  }()

  /// Something to read in `width` columns.
  static func characters(_ text: String, width: Int) -> [UInt8] {
    guard width == 1, let scalar = text.unicodeScalars.first else {
      return Array(repeating: UInt8(ascii: "?"), count: width)
    }
    // Braille patterns draw curves here: what is left of them is where they are.
    if (0x2801...0x28FF).contains(scalar.value) { return [UInt8(ascii: ":")] }
    return [UInt8(truncatingIfNeeded: (substitutes[scalar] ?? "?").value)]
  }
}
