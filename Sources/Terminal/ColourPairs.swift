import CNcurses
import Screen

/// curses' colour pairs, made as they are needed.
struct ColourPairs {
  private struct Key: Hashable {
    let foreground: Int32
    let background: Int32
  }

  private var pairs: [Key: Int32] = [:]
  private let limit: Int32
  private let brightest: Int32

  /// Made after `start_color`.
  init() {
    limit = rollcall_color_pairs()
    brightest = rollcall_colors() - 1
  }

  /// The pair for two colours; 0, the terminal's own, when curses has no more.
  mutating func pair(_ foreground: Paint, _ background: Paint) -> Int32 {
    let key = Key(foreground: number(foreground), background: number(background))
    if key == Key(foreground: -1, background: -1) { return 0 }
    if let pair = pairs[key] { return pair }
    let pair = Int32(pairs.count + 1)
    guard pair < limit, init_extended_pair(pair, key.foreground, key.background) == OK else { return 0 }
    pairs[key] = pair
    return pair
  }

  private func number(_ paint: Paint) -> Int32 {
    switch paint.within(colours: Int(brightest) + 1) {
    case .terminal: -1
    case .ansi(let index): Int32(index)
    case .indexed(let index): Int32(index)
    case .rgb(let colour): Int32(colour.bits)
    }
  }
}

extension Paint {
  /// The same for a terminal with so many colours: one with eight makes the bright ones by bold, if at all.
  func within(colours: Int) -> Paint {
    guard case .ansi(let index) = self, index >= colours else { return self }
    return index == 8 ? .terminal : .ansi(index % 8)
  }
}
