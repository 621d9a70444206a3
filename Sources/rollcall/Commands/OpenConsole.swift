import ArgumentParser
import Console
import Glibc
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

struct OpenConsole: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Open the console. This is what rollcall alone does.",
    discussion: """
      Themes are base16 schemes: by name, or by a file. The page's address is shown where nobody is logged in.

      Example: rollcall --database /var/lib/rollcall/rollcall.db --theme nord
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "The theme: a name, or a base16 file; rollcall-dark unless given.") var theme: String?
  @Flag(help: "Take the theme's colours as they are, however hard to read.") var exactTheme = false
  @Option(help: "Found out by the terminal unless given.") var colour: ColourDepth?
  @Option(help: "Or zh; by LC_ALL, LC_MESSAGES or LANG unless given.") var language: Language?
  @Flag(help: "Open the database so that nothing can be changed.") var readOnly = false
  @Option(help: "The login page's address.") var pageURL: String?

  func run() throws {
    // A login.cgi that ends before it has read its form must not end the console.
    signal(SIGPIPE, SIG_IGN)
    let configuration = try options.configuration()
    let theme = try ThemeLibrary.theme(self.theme ?? configuration[.theme] ?? "rollcall-dark")
    let path = try options.address().path
    let service = try options.service(readOnly: readOnly)
    let simulator = LoginSimulator(
      environment: try options.environmentForChildren(), service: service, actor: .operator)
    let sample = configuration[.demo].flatMap(SampleAccount.init(text:))
    let setting = Setting(
      database: Self.name(of: path, isDemo: sample != nil), isReadOnly: readOnly, actor: .operator,
      language: language ?? configuration[.language].flatMap(Language.init(argument:)) ?? Narration.language,
      pageURL: pageURL ?? configuration[.pageURL],
      sampleAccount: sample)
    let worker = Worker(service: service, simulator: simulator, actor: .operator)
    let sweeper = readOnly ? nil : Sweeper(service: try options.service(), actor: .operator)
    let colour = colour
    let exact = exactTheme
    try MainActor.assumeIsolated {
      do throws(TerminalError) {
        let terminal = try Terminal(colour: colour, theme: theme.theme, exactTheme: exact)
        var program = ConsoleProgram(
          terminal: terminal, worker: worker, sweeper: sweeper, setting: setting, themeName: theme.name)
        program.run()
      } catch {
        throw CommandFailure(.refused, Phrase(error.english, error.chinese))
      }
    }
  }

  /// What the header calls the database: the file's name without its ending.
  private static func name(of path: String, isDemo: Bool) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return (isDemo ? "demo" : file.hasSuffix(".db") ? String(file.dropLast(3)) : file) + " (SQLite)"
  }
}

extension SampleAccount {
  /// Reads `login:password`.
  init?(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    self.init(login: String(parts[0]), password: String(parts[1]))
  }
}
