import Screen
import Support

/// The probe on a terminal of its own, once it has drawn its first frame.
func probe(
  _ depth: ColourDepth? = nil, environment: [String: String] = ["COLORTERM": "truecolor"],
  size: Size = Size(rows: 16, columns: 80), waiting: Bool = true
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    program: Products.path("TerminalProbe"), arguments: depth.map { [$0.rawValue] } ?? [], environment: environment,
    size: size)
  if waiting {
    try terminal.wait(for: "ready")
    try terminal.wait(for: String(repeating: "#", count: size.columns))
  }
  return terminal
}
