/// Characters that are shapes: lines, blocks and dots, as paths that fill their cells to the edge.
enum CellShape {
  /// Whether a character is one of them.
  static func isDrawn(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return lines[character] != nil || (0x2580...0x2590).contains(value) || (0x2800...0x28FF).contains(value)
  }

  /// The path of one in a cell.
  static func path(_ character: Character, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    guard let value = character.unicodeScalars.first?.value else { return "" }
    if let arms = lines[character] { return line(arms, x, y, width, height) }
    switch value {
    case 0x2580: return box(x, y, width, height / 2)
    case 0x2581...0x2588:
      let part = height * Double(value - 0x2580) / 8
      return box(x, y + height - part, width, part)
    case 0x2589...0x258F: return box(x, y, width * Double(0x2590 - value) / 8, height)
    case 0x2590: return box(x + width / 2, y, width / 2, height)
    case 0x2800...0x28FF: return dots(value - 0x2800, x, y, width, height)
    default: return ""
    }
  }

  /// To which sides a line goes from the middle.
  private struct Arms {
    var left = false
    var right = false
    var up = false
    var down = false
  }

  private static let lines: [Character: Arms] = [
    "─": Arms(left: true, right: true), "│": Arms(up: true, down: true), "┌": Arms(right: true, down: true),
    "┐": Arms(left: true, down: true), "└": Arms(right: true, up: true), "┘": Arms(left: true, up: true),
    "├": Arms(right: true, up: true, down: true), "┤": Arms(left: true, up: true, down: true),
    "┬": Arms(left: true, right: true, down: true), "┴": Arms(left: true, right: true, up: true),
    "┼": Arms(left: true, right: true, up: true, down: true),
  ]

  private static func line(_ arms: Arms, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let (middle, centre) = (x + width / 2, y + height / 2)
    let half = 0.5
    var path = ""
    if arms.left || arms.right {
      let start = arms.left ? x : middle - half
      let end = arms.right ? x + width : middle + half
      path += box(start, centre - half, end - start, 2 * half)
    }
    if arms.up || arms.down {
      let start = arms.up ? y : centre - half
      let end = arms.down ? y + height : centre + half
      path += box(middle - half, start, 2 * half, end - start)
    }
    return path
  }

  private static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let number = Drawing.number
    return "M\(number(x)) \(number(y))h\(number(width))v\(number(height))h\(number(-width))z"
  }

  /// Braille: two columns of four dots, numbered as Unicode does (chapter 21.1).
  private static func dots(_ bits: UInt32, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return places.enumerated().filter { bits >> UInt32($0.offset) & 1 == 1 }.map { _, place in
      let size = min(width / 2, height / 4) * 0.72
      let left = x + (Double(place.0) + 0.5) * width / 2 - size / 2
      let top = y + (Double(place.1) + 0.5) * height / 4 - size / 2
      return box(left, top, size, size)
    }.joined()
  }
}
