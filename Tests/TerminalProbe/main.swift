import ColourSchemes
import Glibc
import Screen
import Terminal

// A program that shows what Terminal does, for its tests: it names its depth, its size and every event.

do {
  let wanted = CommandLine.arguments.dropFirst().first.flatMap(ColourDepth.init(rawValue:))
  let terminal = try Terminal(colour: wanted, theme: .rollcallDark)
  defer { terminal.close() }
  Probe(terminal).run()
} catch {
  fputs("\(error)\n", stderrFile())
  exit(2)
}
