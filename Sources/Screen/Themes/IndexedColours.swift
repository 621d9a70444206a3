import ColourSchemes

/// xterm's palette of 256 colours, of which only 16 to 255 are the same everywhere: a cube of six levels a channel, then
/// 24 greys.
enum IndexedColours {
  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// Their colours with their indexes.
  private static let all: [(index: Int, colour: RGB, lab: OKLab)] = (16...255).map { index in
    let colour = colour(index) ?? RGB(0)
    return (index, colour, OKLab(colour))
  }

  /// The colour of an index; nil for the user's own sixteen.
  static func colour(_ index: Int) -> RGB? {
    switch index {
    case 16..<232:
      let cube = index - 16
      return RGB(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    case 232...255:
      let grey = UInt8(8 + 10 * (index - 232))
      return RGB(grey, grey, grey)
    default:
      return nil
    }
  }

  /// The index that looks most like `colour`, of those that are fit; of all when none is.
  static func nearest(to colour: RGB, where isFit: (RGB) -> Bool = { _ in true }) -> Int {
    let lab = OKLab(colour)
    let fit = all.filter { isFit($0.colour) }
    let best = (fit.isEmpty ? all : fit).min { $0.lab.distance(to: lab) < $1.lab.distance(to: lab) }
    return best?.index ?? 16
  }
}
