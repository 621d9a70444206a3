import ArgumentParser
import Glibc
import Screen
import SessionCore

struct PreviewTheme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Print a piece of the console as it looks in themes.",
    discussion: """
      Without a name, in every theme that there is. In a pipe nothing is coloured unless --colour says how.

      Example: rollcall theme preview nord dracula
      """)

  @Argument(help: "Names, or base16 or base24 files.") var themes: [String] = []
  @Option(help: "Found out by the terminal unless given: truecolor, 256, 16 or mono.") var colour: ColourDepth?
  @Flag(help: "Take the colours as they are, however hard to read.") var exact = false
  @Option(help: "Or zh; by LC_ALL, LC_MESSAGES or LANG unless given.") var language: Language?

  func run() throws {
    let entries = themes.isEmpty ? ThemeLibrary().themes : try themes.map { try ThemeLibrary.theme($0) }
    let depth = colour ?? Self.depth
    for (index, entry) in entries.enumerated() {
      if index > 0 { try Output.line("") }
      let palette = depth.map { Palette(theme: entry.theme, depth: $0, exact: exact) }
      for line in ThemePreview(entry: entry).frame(language ?? Narration.language).text(in: palette) {
        try Output.line(line)
      }
    }
  }

  /// What standard output shows; nil for no colour and no escape sequence.
  private static var depth: ColourDepth? {
    guard Colours.standardOutput.isOn else { return nil }
    let terminal = DatabaseOptions.environment("TERM") ?? ""
    let colours = terminal.contains("direct") ? 1 << 24 : terminal.contains("256") ? 256 : 8
    return ColourDepth(terminfo: colours, environment: DatabaseOptions.environment)
  }
}
