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

      What a command needs to know comes from its options, else from the environment, else from a configuration file:
      'rollcall config show' says what holds and why. Data goes to standard output, everything else to standard error.

      Exit status: 0 done, 1 nothing matched, 2 the command line or the configuration is wrong, 3 refused, 4 the
      database or its key cannot be used, 5 a check found something.

      Example: rollcall --database /var/lib/rollcall/rollcall.db
      """,
    version: Version.number,
    subcommands: [
      OpenConsole.self, Demo.self, ShowOverview.self, Setup.self, Migrate.self, Doctor.self, Users.self, Sessions.self,
      Attempts.self,
      Policy.self,
      Simulate.self,
      Sweep.self, Audit.self, Key.self, Backup.self, Restore.self, MoveDatabase.self, Config.self, Themes.self,
    ],
    defaultSubcommand: OpenConsole.self)

  static func main() {
    // No trace of passwords, cookies and keys is left behind, should it crash.
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // Swift's handler would ask questions on the terminal, and show what was in memory.
    signal(SIGQUIT, SIG_DFL)
    do {
      let arguments = hoisted(Array(CommandLine.arguments.dropFirst()))
      try checkHelp(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      leave(with: error)
    }
  }

  /// Options that every command takes may stand before its name as well: `rollcall --database PATH users list`.
  static func hoisted(_ arguments: [String]) -> [String] {
    var length = 0
    while length < arguments.count {
      let argument = arguments[length]
      if ["--database", "--config"].contains(argument) {
        length += 2
      } else if argument.hasPrefix("--database=") || argument.hasPrefix("--config=") {
        length += 1
      } else {
        break
      }
    }
    guard length > 0, length < arguments.count, let command = command(arguments[length]) else { return arguments }
    // A group's own command comes first: `config show --database PATH`.
    let rest = arguments[length...]
    let isGroup = !command.configuration.subcommands.isEmpty
    let name = rest.prefix(isGroup && rest.dropFirst().first?.hasPrefix("-") == false ? 2 : 1)
    return Array(name + arguments[..<length] + rest.dropFirst(name.count))
  }

  /// ArgumentParser gives the whole program's help for a command that there is not, and calls that done.
  private static func checkHelp(_ arguments: [String]) throws {
    guard arguments.first == "help" else { return }
    var known: [any ParsableCommand.Type] = configuration.subcommands
    for name in arguments.dropFirst() where !name.hasPrefix("-") {
      guard let command = known.first(where: { $0._commandName == name }) else {
        throw CommandFailure(
          .usage,
          Phrase(
            "There is no command \(name). 'rollcall help' lists them.", "没有命令 \(name)。“rollcall help”列出全部命令。"))
      }
      known = command.configuration.subcommands
    }
  }

  private static func command(_ name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0._commandName == name }
  }

  /// One place turns errors into text and an exit status.
  private static func leave(with error: any Error) -> Never {
    // A reader that has seen enough, such as head, is no failure.
    if let error = error as? OutputError, error.isBrokenPipe { Glibc.exit(ExitStatus.done.rawValue) }
    if let failure = CommandFailure(error) {
      Narration.say(failure.phrase)
      Glibc.exit(failure.status.rawValue)
    }
    // Help and the like are what was asked for.
    guard exitCode(for: error) == .success else {
      Narration.write(HelpText.wrapped(columns: 80) { fullMessage(for: error, columns: $0) })
      Glibc.exit(ExitStatus.usage.rawValue)
    }
    do {
      try Output.line(
        HelpText.wrapped(columns: LineWidth.standardOutput ?? 80) { fullMessage(for: error, columns: $0) })
    } catch {
      leave(with: error)
    }
    Glibc.exit(ExitStatus.done.rawValue)
  }
}
