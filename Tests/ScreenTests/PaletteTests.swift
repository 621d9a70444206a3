import ColourSchemes
import Foundation
import Screen
import Testing

/// The schemes that come with the program, by their file's name.
let shippedThemes: [(slug: String, theme: Result<Theme, ThemeError>)] = {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../themes")
  let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  return files.filter { $0.pathExtension == "yaml" }.map { file in
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return (file.deletingPathExtension().lastPathComponent, Result { () throws(ThemeError) in try Theme(yaml: text) })
  }
}()

@Suite("Palettes")
struct PaletteTests {
  static let hostile = [
    Theme(name: "all the same", author: "", Array(repeating: 0x808080, count: 16)),
    Theme(name: "all black", author: "", Array(repeating: 0, count: 16)),
    Theme(name: "all white", author: "", Array(repeating: 0xFFFFFF, count: 16)),
    Theme(
      name: "text on selection", author: "",
      [0x101010, 0x101010, 0xE0E0E0, 0x202020, 0x808080, 0xE0E0E0] + Array(repeating: 0x111111, count: 10)),
  ]
  static let themes = shippedThemes.compactMap { try? $0.theme.get() } + hostile

  @Test("There are enough schemes, light ones and a high-contrast one among them, and each can be read")
  func shipped() throws {
    #expect(shippedThemes.count >= 12)
    for (slug, theme) in shippedThemes {
      let theme = try theme.get()
      #expect(!theme.name.isEmpty && !theme.author.isEmpty, "\(slug)")
    }
    #expect(Self.themes.count { $0.isLight } >= 5)
    #expect(shippedThemes.contains { $0.slug == "high-contrast" })
  }

  @Test("The house themes in the program are those in the files")
  func house() throws {
    let bySlug = Dictionary(uniqueKeysWithValues: shippedThemes.map { ($0.slug, $0.theme) })
    #expect(try bySlug["rollcall-dark"]?.get() == .rollcallDark)
    #expect(try bySlug["rollcall-light"]?.get() == .rollcallLight)
  }

  @Test("Every text can be read on every ground", arguments: themes, [ColourDepth.truecolor, .indexed256])
  func floors(theme: Theme, depth: ColourDepth) throws {
    let palette = Palette(theme: theme, depth: depth)
    for ground in Ground.ofThemes {
      for ink in Ink.allCases {
        let contrast = try #require(palette.look(Style(ink, on: ground)).contrast)
        #expect(contrast >= Contrast.floor(ink, on: ground), "\(theme.name): \(ink) on \(ground) \(contrast)")
      }
    }
  }

  @Test("Grounds can be told apart from the screen", arguments: themes, [ColourDepth.truecolor, .indexed256])
  func grounds(theme: Theme, depth: ColourDepth) throws {
    let palette = Palette(theme: theme, depth: depth)
    let screen = try #require(palette.look(Style()).background.rgb)
    for ground in [Ground.bar, .cursor, .dialog, .button, .field] {
      let behind = try #require(palette.look(Style(on: ground)).background.rgb)
      #expect(Contrast.ratio(behind, screen) >= (ground == .cursor ? 1.15 : 1.04), "\(theme.name): \(ground)")
    }
  }

  @Test("No scheme at all hides a text, a ground or the row under the cursor", arguments: HostileSchemes.seeds)
  func hostileSchemes(seed: UInt64) throws {
    let theme = HostileSchemes.scheme(seed)
    for depth in [ColourDepth.truecolor, .indexed256] {
      try floors(theme: theme, depth: depth)
      try grounds(theme: theme, depth: depth)
    }
  }

  @Test("Where a base24 scheme's own brighter colour can be read and the other cannot, it is taken")
  func bright() {
    let dark: [UInt32] = [0x101010, 0x181818, 0x202020, 0x909090, 0xC0C0C0, 0xE0E0E0, 0xF0F0F0, 0xFFFFFF]
    let hues: [UInt32] = [0x601010, 0x905030, 0x909010, 0x20C020, 0x2090A0, 0x3050B0, 0x703080, 0x604030]
    let bright: [UInt32] = [0x080808, 0x000000, 0xFF7070, 0xFFFF60, 0x60FF60, 0x60FFFF, 0x8090FF, 0xFF80FF]
    let palette = Palette(theme: Theme(name: "", author: "", dark + hues + bright), depth: .truecolor)
    #expect(palette.look(Style(.danger)).foreground == .rgb(RGB(0xFF7070)))
    #expect(palette.look(Style(.good)).foreground == .rgb(RGB(0x20C020)))
    #expect(palette.look(Style(.text, on: .field)).background == .rgb(RGB(0x080808)))
  }

  @Test("No theme hides the banner", arguments: BannerColour.allCases)
  func banner(colour: BannerColour) throws {
    for depth in ColourDepth.allCases {
      let looks = (Self.themes + [.rollcallLight]).flatMap { theme in
        [true, false].map {
          Palette(theme: theme, depth: depth, exact: $0, banner: colour).look(Style(.dim, on: .banner))
        }
      }
      #expect(Set(looks).count == 1)
      if let contrast = looks[0].contrast { #expect(contrast >= Contrast.text, "\(colour) \(depth)") }
    }
  }

  @Test("Exactly is exactly")
  func exact() {
    let theme = Self.hostile[3]
    let look = Palette(theme: theme, depth: .truecolor, exact: true).look(Style(.text, on: .cursor))
    #expect(look == Look(.rgb(RGB(0xE0E0E0)), on: .rgb(RGB(0xE0E0E0))))
  }

  @Test("Sixteen colours are the user's own, and grounds are reversed")
  func sixteen() {
    let palette = Palette(theme: .rollcallDark, depth: .ansi16)
    #expect(palette.look(Style()) == Look())
    #expect(palette.look(Style(.danger)) == Look(.ansi(1), bold: true))
    #expect(palette.look(Style(on: .cursor)) == Look(reversed: true))
    #expect(palette.look(Style(.good, on: .bar, underlined: true)) == Look(underlined: true, reversed: true))
  }

  @Test("Without colour there are bold, underline and reverse, and nothing else")
  func mono() {
    let palette = Palette(theme: .rollcallLight, depth: .mono)
    for ground in Ground.ofThemes {
      for ink in Ink.allCases {
        let look = palette.look(Style(ink, on: ground))
        #expect(look.foreground == .terminal && look.background == .terminal)
        #expect(look.isReversed == [.bar, .cursor, .button].contains(ground))
      }
    }
    #expect(palette.look(Style(.danger)).isBold)
    #expect(palette.look(Style(on: .field)).isUnderlined)
  }
}
