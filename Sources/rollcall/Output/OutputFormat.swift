import ArgumentParser

/// How a list or a report is printed: the same options for each.
struct OutputFormat: ParsableArguments {
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print CSV with a heading (RFC 4180).") var csv = false

  func validate() throws {
    guard !(json && csv) else { throw ValidationError("Give --json or --csv, not both.") }
  }

  /// Whether a person reads it.
  var isForPeople: Bool { !json && !csv }
}
