/// A cell as it goes to a terminal: what to write, and how it looks there.
public struct DrawnCell: Hashable, Sendable {
  /// What to write; empty for the right half of a wide character.
  public var text: String
  /// How it looks.
  public var look: Look

  /// Makes a cell from its parts.
  public init(_ text: String, _ look: Look) {
    self.text = text
    self.look = look
  }

  var isBlank: Bool { text == " " }

  /// Whether two cells look the same. A blank has no colour of text, unless it is underlined or reversed.
  func isSame(as other: DrawnCell) -> Bool {
    guard text == other.text else { return false }
    return isBlank ? look.isSameOnBlanks(as: other.look) : look == other.look
  }

  /// Whether terminals may not agree about how wide this is: then the next character is put where it belongs.
  public var isDoubtful: Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first?.value, scalars.count == 1 else { return scalars.count > 1 }
    return first >= 0x300 && !Self.agreed.contains { $0.contains(first) }
  }

  /// Greek, Cyrillic and Latin; punctuation, arrows, mathematics; boxes, blocks and Braille; and what every terminal has
  /// two columns for: Kana, Han, Hangul, full-width letters.
  private static let agreed: [ClosedRange<UInt32>] = [
    0x4E00...0x9FFF, 0x2500...0x25FC, 0x2010...0x2027, 0x2030...0x205E, 0x370...0x482, 0x48A...0x52F, 0x1E00...0x1FFF,
    0x2190...0x21FF, 0x2200...0x22FF, 0x25FF...0x25FF, 0x2800...0x28FF, 0x3001...0x3029, 0x3041...0x3096,
    0x30A1...0x30FF, 0x3400...0x4DBF, 0xAC00...0xD7A3, 0xFF01...0xFF60, 0xFF61...0xFF9F, 0xFFFD...0xFFFD,
  ]
}

extension Look {
  func isSameOnBlanks(as other: Look) -> Bool {
    background == other.background && isUnderlined == other.isUnderlined && isReversed == other.isReversed
      && (foreground == other.foreground || !isUnderlined && !isReversed)
  }

  /// What writes a blank of `other` with as little change as can be.
  func turned(forBlankOf other: Look) -> Look {
    if isSameOnBlanks(as: other) { return self }
    guard !other.isUnderlined, !other.isReversed else { return other }
    return Look(foreground, on: other.background, bold: isBold)
  }
}
