import ColourSchemes

extension BannerColour {
  /// How a banner looks: our own colours, which no theme and no floor moves. Every pair has more than 4.5:1.
  func look(_ depth: ColourDepth) -> Look {
    let text: UInt32 = self == .yellow ? 0 : 0xFFFFFF
    return switch depth {
    case .truecolor: Look(.rgb(RGB(text)), on: .rgb(ground), bold: true)
    case .indexed256: Look(.indexed(self == .yellow ? 16 : 231), on: .indexed(index), bold: true)
    case .ansi16: Look(.ansi(self == .yellow ? 0 : 7), on: .ansi(ansi), bold: true)
    case .mono: Look(bold: true, reversed: true)
    }
  }

  private var ground: RGB {
    switch self {
    case .red: RGB(0xB3001B)
    case .orange: RGB(0xA84300)
    case .yellow: RGB(0xFFD000)
    case .green: RGB(0x00702B)
    case .blue: RGB(0x0048B3)
    case .magenta: RGB(0x8A1C8A)
    }
  }

  private var index: Int {
    switch self {
    case .red: 124
    case .orange: 130
    case .yellow: 220
    case .green: 22
    case .blue: 25
    case .magenta: 90
    }
  }

  private var ansi: Int {
    switch self {
    case .red: 1
    case .orange, .yellow: 3
    case .green: 2
    case .blue: 4
    case .magenta: 5
    }
  }
}
