import ArgumentParser
import Console
import SessionCore

struct ListKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List what the console can do, and by which keys.",
    discussion: """
      A line 'key.ACTION = KEYS' in the configuration file changes the keys of an action: 'key.lock = ^K F7'.

      Example: rollcall config keys
      """)

  @OptionGroup var settings: ConfigurationOptions
  @OptionGroup var format: OutputFormat

  func run() throws {
    let keymap = try settings.configuration().keymap()
    var table = TableWriter(Column.keys(keymap, Narration.language), format)
    for action in Action.all { try table.add(action) }
    try table.finish()
  }
}

extension Column where Row == Action {
  /// What `config keys` says of an action.
  fileprivate static func keys(_ keymap: Keymap, _ language: Language) -> [Column] {
    func names(_ action: Action) -> [String] { keymap.keys(of: action).map(\.configurationName) }
    return [
      Column("action", Phrase("ACTION", "操作")) { .text($0.id.rawValue) },
      // As the configuration takes them.
      Column("keys", Phrase("KEYS", "按键")) { .text(names($0).joined(separator: " ")) },
      Column("changed", Phrase("CHANGED", "已更改"), for: .programs) { .flag(keymap.isChanged($0)) },
      Column("views", Phrase("VIEWS", "视图")) { action in
        .text(ViewID.allCases.filter { action.views?.contains($0) ?? true }.map(\.name).joined(separator: " "))
      },
      Column("changes_data", Phrase("ACT", "修改"), for: .programs) { .flag($0.isDangerous) },
      Column("does", Phrase("DOES", "作用")) { .text(keymap.fill($0.help(language))) },
    ]
  }
}
