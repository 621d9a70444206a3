import ArgumentParser
import SessionCore

struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What is set, and where.",
    discussion: """
      A setting comes from the command line, else from the environment, else from the configuration file.

      Example: rollcall config show
      """,
    subcommands: [ShowConfig.self, ExampleConfig.self, CheckConfig.self, ListKeys.self],
    defaultSubcommand: ShowConfig.self)
}

struct ShowConfig: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print every setting that holds, and where it comes from.",
    discussion: """
      Passwords are withheld.

      Example: rollcall config show --config /etc/rollcall/rollcall.conf
      """)

  @OptionGroup var options: DatabaseOptions
  @OptionGroup var format: OutputFormat

  func run() throws {
    let configuration = try options.configuration()
    let language = Narration.language
    var table = TableWriter(Column.settings(language), format)
    for setting in Configuration.Setting.all {
      let option = setting == .database ? options.database : nil
      try table.add(EffectiveSetting(setting, configuration.value(of: setting, option: option)))
    }
    try table.finish()
  }
}

struct ExampleConfig: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example", abstract: "Print a configuration file that explains every setting and sets none.",
    discussion: "Example: rollcall config example > rollcall.conf")

  @Option(help: "Or zh; by LC_ALL, LC_MESSAGES or LANG unless given.") var language: Language?

  func run() throws {
    let output = DataOutput()
    try output.write(Configuration.example(language ?? Narration.language))
    try output.flush()
  }
}

struct CheckConfig: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say whether a configuration file can be used.",
    discussion: """
      Names the first line that cannot, and the two actions where a key would do both. The exit status is 2 then.

      Example: rollcall config check /etc/rollcall/rollcall.conf
      """)

  @Argument(help: ArgumentHelp("The file.", valueName: "file")) var path: String

  func run() throws {
    let file = try ConfigurationFile(path: path)
    _ = try file.keymap()
    let count = file.entries.count + file.keys.count
    Narration.say(Phrase("\(path) can be used: \(count) set.", "\(path) 可用：设置了 \(count) 项。"))
  }
}
