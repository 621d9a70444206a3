import ColourSchemes
import Support

/// Schemes as nobody would want them: all grey, all alike, text as dark as its ground, a selection of the text's colour,
/// and colours thrown by dice.
enum HostileSchemes {
  static let seeds: Range<UInt64> = 0..<400

  static func scheme(_ seed: UInt64) -> Theme {
    var random = SplitMix(state: seed &* 7919 &+ 1)
    let count = seed % 3 == 0 ? 24 : 16
    var colours = (0..<count).map { _ in colour(seed % 8, &random) }
    switch seed % 10 {
    case 1: colours[2] = colours[5]
    case 2: colours[5] = colours[0]
    case 3: for index in 1...7 { colours[index] = near(colours[0], &random) }
    case 4: for index in 8..<count { colours[index] = near(colours[0], &random) }
    case 5: for index in 8..<count { colours[index] = near(colours[2], &random) }
    case 6: (colours[0], colours[5]) = (0xFFFFFF, 0xFFFF00)
    case 7: colours[3] = colours[0]
    default: break
    }
    return Theme(name: "\(seed)", author: "", colours)
  }

  private static func colour(_ kind: UInt64, _ random: inout SplitMix) -> UInt32 {
    let any = UInt32.random(in: 0...0xFF_FFFF, using: &random)
    switch kind {
    case 0: return 0x010101 * (any & 0xFF)
    case 1: return 0x767676
    case 2: return any & 0x1F1F1F
    case 3: return any | 0xE0E0E0
    case 4: return [0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0, 0xFFFFFF][Int(any % 6)]
    case 5: return (any & 0x070707) + 0x747474
    default: return any
    }
  }

  private static func near(_ colour: UInt32, _ random: inout SplitMix) -> UInt32 {
    colour ^ UInt32.random(in: 0...7, using: &random) * 0x010101
  }
}
