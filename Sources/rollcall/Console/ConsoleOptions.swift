import ArgumentParser
import Console
import Screen
import SessionCore
import Terminal

extension Language: ExpressibleByArgument {
  /// Reads `en` or `zh`.
  public init?(argument: String) {
    switch argument {
    case "en": self = .english
    case "zh", "zh-Hans", "zh-CN": self = .chinese
    default: return nil
    }
  }
}

extension ColourDepth: ExpressibleByArgument {}

/// How the console looks and speaks: the same over a site's database and over a demonstration's.
struct ConsoleOptions: ParsableArguments {
  @Option(help: "The theme: a name, or a base16 or base24 file; by the terminal's ground unless given.")
  var theme: String?
  @Flag(help: "Take the theme's colours as they are, however hard to read.") var exactTheme = false
  @Flag(help: "Line by line, for screen readers: each line typed is an action's name or a key, 'help' tells them.")
  var linear = false
  @Flag(help: "For a slow line: a mark for the cursor, and at most sixteen colours.") var lowBandwidth = false
  @Option(help: "Found out by the terminal unless given.") var colour: ColourDepth?
  @Option(help: "Or zh; by LC_ALL, LC_MESSAGES or LANG unless given.") var language: Language?

  @Option(
    help: ArgumentHelp("Record what the terminal is sent in a new file, for asciinema to play.", valueName: "file"))
  var record: String?

  func validate() throws {
    guard !linear || record == nil else {
      throw ValidationError("--record goes with the whole screen: leave --linear or --record out.")
    }
  }

  /// The theme to begin with; nil where the terminal decides.
  ///
  /// - Throws: ``CommandFailure`` when there is none of that name.
  func theme(_ configuration: Configuration) throws -> ThemeLibrary.Entry? {
    try (theme ?? configuration[.theme]).map { try ThemeLibrary.theme($0) }
  }

  /// The language to speak.
  func language(_ configuration: Configuration) -> Language {
    language ?? configuration[.language].flatMap(Language.init(argument:)) ?? Narration.language
  }

  /// Takes the terminal and runs the console on it until it is left.
  ///
  /// - Throws: ``CommandFailure`` when there is no terminal that can show it, or what is shown cannot go on.
  func open(_ stage: ConsoleStage, in theme: ThemeLibrary.Entry?, show: Show? = nil) throws {
    if linear {
      var program = LinearProgram(stage)
      return try program.run()
    }
    let colour = colour
    let exact = exactTheme
    let isSlow = lowBandwidth || stage.setting.isLowBandwidth
    // Before the terminal is taken: a recording that cannot be made is no reason to flash.
    let file = record
    let recording = try MainActor.assumeIsolated { try file.map { try Recording(newAt: $0) } }
    let worn = theme ?? ThemeLibrary.house(isLight: ColourDepth.saysLightGround(DatabaseOptions.environment) ?? false)
    let failure = try MainActor.assumeIsolated {
      do throws(TerminalError) {
        let terminal = try Terminal(
          colour: colour, most: isSlow ? .ansi16 : .truecolor, theme: worn.theme,
          isThemeChosen: theme != nil, exactTheme: exact,
          banner: stage.setting.banner?.colour ?? .red)
        // From here on the terminal knows what to do with them.
        HeldSignals.release()
        if theme == nil { terminal.askForGround() }
        var program = ConsoleProgram(
          terminal: terminal, stage: stage, theme: worn, isThemeChosen: theme != nil, isLowBandwidth: isSlow,
          show: show, recording: recording)
        return program.run()
      } catch {
        throw CommandFailure(.refused, Phrase(error.english, error.chinese))
      }
    }
    try MainActor.assumeIsolated { try recording?.end() }
    if let failure, let show { throw show.failure(failure) }
  }
}
