import ColourSchemes
import Screen
import SessionCore

/// A text on a ground, in the colours that a theme gives it.
struct Role {
  let ink: Ink
  let ground: Ground
  let text: RGB
  let behind: RGB

  /// The contrast that it has.
  var ratio: Double { Contrast.ratio(text, behind) }
  /// The contrast that it needs.
  var floor: Double { Contrast.floor(ink, on: ground) }
  /// Whether it has what it needs.
  var isReadable: Bool { ratio >= floor }

  /// Every text on every ground; `exact` takes the theme's colours as they are.
  static func all(of theme: Theme, exact: Bool) -> [Role] {
    let palette = Palette(theme: theme, depth: .truecolor, exact: exact)
    return Ground.ofThemes.flatMap { ground in
      Ink.allCases.compactMap { ink in
        let look = palette.look(Style(ink, on: ground))
        guard let text = look.foreground.rgb, let behind = look.background.rgb else { return nil }
        return Role(ink: ink, ground: ground, text: text, behind: behind)
      }
    }
  }
}

extension Column where Row == Role {
  /// What `theme check` says of a text.
  static var roles: [Column] {
    [
      Column("ink", Phrase("TEXT", "文字")) { .text("\($0.ink)") },
      Column("ground", Phrase("ON", "底")) { .text("\($0.ground)") },
      Column("colour", Phrase("COLOUR", "颜色")) { .text("\($0.text)") },
      Column("behind", Phrase("BEHIND", "底色")) { .text("\($0.behind)") },
      Column("contrast", Phrase("CONTRAST", "对比度")) { .contrast($0.ratio) },
      Column("needs", Phrase("NEEDS", "需要")) { .contrast($0.floor) },
      Column("verdict", Phrase("VERDICT", "结论")) {
        .word($0.isReadable ? "ok" : "low", $0.isReadable ? .good : .danger)
      },
    ]
  }
}

extension Column where Row == ThemeLibrary.Entry {
  /// What a list shows of themes.
  static var themes: [Column] {
    [
      Column("name", Phrase("NAME", "名称")) { .text($0.name) },
      Column("title", Phrase("TITLE", "标题")) { .text($0.theme.name) },
      Column("kind", Phrase("KIND", "种类")) { .text($0.theme.isLight ? "light" : "dark") },
      Column("author", Phrase("AUTHOR", "作者"), for: .programs) { .text($0.theme.author) },
      Column("file", Phrase("FILE", "文件"), absent: Phrase("built in", "内置")) { Cell($0.file) },
    ]
  }
}

extension Column where Row == Theme.Slot {
  /// What `theme show` says of a colour.
  static func slots(of theme: Theme) -> [Column] {
    [
      Column("slot", Phrase("SLOT", "位置")) { .text("\($0)") },
      Column("colour", Phrase("COLOUR", "颜色")) { .text("\(theme[$0])") },
      Column("contrast", Phrase("ON base00", "对 base00")) { slot in
        .contrast(Contrast.ratio(theme[slot], theme[.base00]))
      },
    ]
  }
}

extension Cell {
  /// A contrast with one digit, rounded down: what is short of its floor never looks as if it had it.
  fileprivate static func contrast(_ ratio: Double) -> Cell {
    let tenths = Int(ratio * 10 + 1e-9)
    return .decimal("\(tenths / 10).\(tenths % 10)")
  }
}
