import ArgumentParser
import SessionCore
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
    let help = HelpText.wrapped(Rollcall.helpMessage(for: command, columns: 80), columns: 80)
    #expect(help.contains(/Example: .*rollcall/), "\(help)")
    for line in help.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }
}
