extension Migration {
  /// An attempt that an operator simulated is not taken for anybody's own.
  static let fourth = Migration(
    number: 4, name: "who simulated an attempt",
    statements: ["ALTER TABLE attempts ADD COLUMN simulated_by \(.text(512)) NOT NULL DEFAULT ''"])

  /// What is simulated is told apart from what is real wherever it is counted.
  static let sixth = Migration(
    number: 6, name: "index of simulated attempts",
    statements: ["CREATE INDEX attempts_by_simulation ON attempts(at, id, simulated_by)\(.only("simulated_by <> ''"))"])
}
