import ArgumentParser
import Glibc
import SessionCore

/// The admin program. Alone it opens the console.
@main
struct Rollcall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollcall",
    abstract: "See who is logged in, end sessions, and manage who may log in.",
    discussion: """
      Alone it opens the console. Every act is a command as well, for scripts.

      The database comes from --database, else from ROLLCALL_DATABASE: a path, or sqlite:PATH. The key file is PATH.key
      unless ROLLCALL_KEY names another. Data goes to standard output, everything else to standard error.

      Exit status: 0 done, 1 nothing matched, 2 the command line is wrong, 3 refused, 4 the database cannot be used.
      """,
    subcommands: [
      OpenConsole.self, Setup.self, Users.self, Sessions.self, Policy.self, Simulate.self, Sweep.self,
    ],
    defaultSubcommand: OpenConsole.self)

  static func main() {
    do {
      var command = try parseAsRoot(hoisted(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      leave(with: error)
    }
  }

  /// Options that every command takes may stand before its name as well: `rollcall --database PATH users list`.
  static func hoisted(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return arguments }
    let length = first == "--database" ? 2 : first.hasPrefix("--database=") ? 1 : 0
    guard length > 0, arguments.count > length else { return arguments }
    let names = configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() } + ["help"]
    return names.contains(arguments[length]) ? Array(arguments[length...] + arguments[..<length]) : arguments
  }

  /// One place turns errors into text and an exit status.
  private static func leave(with error: any Error) -> Never {
    let failure = CommandFailure(error)
    if let failure {
      Narration.say(failure.phrase)
      Glibc.exit(failure.status.rawValue)
    }
    // Help and the like are what was asked for.
    if exitCode(for: error) == .success { exit(withError: error) }
    Narration.write(fullMessage(for: error))
    Glibc.exit(ExitStatus.usage.rawValue)
  }
}
