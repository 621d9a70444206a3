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
  var isDoubtful: Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first.value >= 0x300 else { return scalars.count > 1 }
    return scalars.count > 1 || first.value >= 0x1_0000 || (0x2600...0x27BF).contains(first.value)
  }
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
