extension Migration {
  /// An attempt that an operator simulated is not taken for anybody's own.
  static let fourth = Migration(
    number: 4, name: "who simulated an attempt",
    statements: ["ALTER TABLE attempts ADD COLUMN simulated_by TEXT NOT NULL DEFAULT ''"])
}
