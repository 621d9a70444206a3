import ArgumentParser
import Glibc

struct OpenConsole: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Open the console. This is what rollcall alone does.",
    discussion: """
      Themes are base16 and base24 schemes: by name, or by a file. The page's address is shown where nobody is logged in.

      Example: rollcall --database /var/lib/rollcall/rollcall.db --theme nord
      """)

  @OptionGroup var options: DatabaseOptions
  @OptionGroup var look: ConsoleOptions
  @Flag(help: "Open the database so that nothing can be changed.") var readOnly = false
  @Option(help: "The login page's address.") var pageURL: String?

  func run() throws {
    // A login.cgi that ends before it has read its form must not end the console.
    signal(SIGPIPE, SIG_IGN)
    let configuration = try options.configuration()
    let theme = try look.theme(configuration)
    let stage = try ConsoleStage(
      options, readOnly: readOnly, language: look.language(configuration), pageURL: pageURL)
    try look.open(stage, in: theme)
  }
}
