import ArgumentParser
import SessionCore
import Support
import Testing

@testable import rollcall

@Suite struct HelpTests {
  /// Every command, the groups as well.
  static let commands: [any ParsableCommand.Type] = all(Rollcall.self)

  private static func all(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap(all)
  }

  @Test(arguments: commands.map { String(describing: $0) }) func `help has an example and fits a terminal`(
    _ name: String
  ) throws {
    let command = try #require(Self.commands.first { String(describing: $0) == name })
    let help = HelpText.wrapped(columns: 80) { Rollcall.helpMessage(for: command, columns: $0) }
    #expect(help.contains(/Example: .*rollcall/), "\(help)")
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines { #expect(line.count <= 80, "\(line)") }
    // An example is copied: it stands in one line.
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("Example: ") {
      #expect(next.isEmpty || next.hasPrefix("Example: "), "\(line)")
    }
  }

  @Test func `a paragraph is filled and a row of a list stands in`() {
    let help = HelpText.wrapped(columns: 30) { _ in
      """
      OVERVIEW: What it does.

      A paragraph that is longer than
      one line.

        word  what it means is said here

      Example: rollcall one
      Example: rollcall two --with 'something more'

      USAGE: rollcall
      """
    }
    #expect(
      help == """
        OVERVIEW: What it does.

        A paragraph that is longer
        than one line.

          word  what it means is said
                here

        Example: rollcall one
        Example: rollcall two --with
                 'something more'

        USAGE: rollcall
        """)
  }

  @Test func `help for what is no command is refused`() throws {
    for arguments in [["help", "bogus"], ["help", "users", "bogus"]] {
      let result = try ChildProgram.run(Products.path("rollcall"), arguments)
      #expect(result.status == 2)
      #expect(result.errors.contains("There is no command bogus."))
    }
  }
}
