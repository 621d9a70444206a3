import ColourSchemes
import ArgumentParser
import Screen
import SessionCore

struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "What the console can wear.",
    discussion: """
      A theme is a base16 or base24 scheme: a YAML file, in ~/.config/rollcall/themes or anywhere.

      Example: rollcall theme list
      """,
    subcommands: [ListThemes.self, ShowTheme.self, PreviewTheme.self, CheckTheme.self],
    defaultSubcommand: ListThemes.self)
}

struct ListThemes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the themes, and where each comes from.",
    discussion: "Example: rollcall theme list --json")

  @OptionGroup var format: OutputFormat

  func run() throws {
    var table = TableWriter(Column.themes, format)
    for entry in ThemeLibrary().themes { try table.add(entry) }
    try table.finish()
  }
}

struct ShowTheme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a theme's colours.", discussion: "Example: rollcall theme show nord")

  @Argument(help: "A name, or a base16 file.") var name: String
  @OptionGroup var format: OutputFormat

  func run() throws {
    let theme = try ThemeLibrary.theme(name).theme
    var table = TableWriter(Column.slots(of: theme), format)
    for slot in Theme.Slot.allCases where theme.isBase24 || slot.rawValue < 16 { try table.add(slot) }
    try table.finish()
  }
}

struct CheckTheme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Print how readable a theme's texts are.",
    discussion: """
      The console moves colours in lightness until they are readable, unless it is started with --exact-theme; with
      --exact they are judged as they are. The exit status is 5 when a text has less contrast than it needs.

      Example: rollcall theme check mine.yaml --exact
      """)

  @Argument(help: "A name, or a base16 file.") var theme: String
  @Flag(help: "Judge the colours as they are.") var exact = false
  @OptionGroup var format: OutputFormat

  func run() throws {
    let roles = Role.all(of: try ThemeLibrary.theme(theme).theme, exact: exact)
    var table = TableWriter(Column.roles, format)
    for role in roles { try table.add(role) }
    try table.finish()
    let low = roles.count { !$0.isReadable }
    guard low == 0 else {
      throw CommandFailure(
        .findings,
        Phrase(
          "\(low) of \(roles.count) texts have less contrast than they need.", "\(roles.count) 种文字中有 \(low) 种对比度不足。"))
    }
    Narration.say(Phrase("Every text is readable.", "所有文字均清晰可读。"))
  }
}
