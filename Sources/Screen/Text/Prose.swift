/// Sentences broken into lines, as books break them: between words, between characters that are words by themselves, and
/// never before a mark that belongs to what stands before it.
public enum Prose {
  /// `text` in lines of at most `columns`.
  public static func lines(_ text: String, _ columns: Int) -> [String] {
    let columns = max(2, columns)
    var lines: [String] = []
    var line = ""
    var width = 0
    for unit in units(text) {
      let gap = unit.isAfterBlank && width > 0 ? 1 : 0
      if width + gap + unit.width <= columns {
        line += (gap > 0 ? " " : "") + unit.text
        width += gap + unit.width
        continue
      }
      if width > 0 { lines.append(line) }
      (line, width) = ("", 0)
      // A word that is longer than a line is broken wherever the line ends.
      for glyph in SafeText.glyphs(unit.text) {
        if width + glyph.width > columns {
          lines.append(line)
          (line, width) = ("", 0)
        }
        line += glyph.text
        width += glyph.width
      }
    }
    return lines + (width > 0 || lines.isEmpty ? [line] : [])
  }

  /// What is not broken.
  private struct Unit {
    var text = ""
    var width = 0
    /// Whether a blank goes before it, unless it begins a line.
    var isAfterBlank = false
    /// Whether it ends with a character that is no part of a word.
    var isClosed = false
    /// Whether it ends with a mark that belongs to what comes.
    var opens = false
  }

  private static let closing: Set<String> = [
    "，", "。", "、", "：", "；", "！", "？", "”", "’", "）", "》", "」", "』", "】", "…", ",", ".", ":", ";", "!", "?", ")", "]",
  ]
  private static let opening: Set<String> = ["“", "‘", "（", "《", "「", "『", "【", "(", "["]

  private static func units(_ text: String) -> [Unit] {
    var units: [Unit] = []
    var isAfterBlank = false
    for glyph in SafeText.glyphs(text) {
      if glyph.text == " " {
        isAfterBlank = true
        continue
      }
      let isWide = glyph.width == 2
      let joins =
        !isAfterBlank
        && (units.last.map { $0.opens || closing.contains(glyph.text) || !(isWide || $0.isClosed) } ?? false)
      if !joins { units.append(Unit(isAfterBlank: isAfterBlank)) }
      let last = units.count - 1
      units[last].text += glyph.text
      units[last].width += glyph.width
      units[last].isClosed = isWide
      units[last].opens = opening.contains(glyph.text)
      isAfterBlank = false
    }
    return units
  }
}
