import SessionCore

/// How many accounts have a password in one format, and what is done with it.
struct FormatCount: Encodable {
  let format: String
  var accounts: Int
  let treatment: String
  let weak: Bool
}

/// Accounts counted by the format of their passwords.
struct FormatCounts {
  fileprivate struct Key: Hashable {
    let format: String
    let treatment: Treatment
    let isWeak: Bool
  }
  private var counts: [Key: Int] = [:]

  mutating func add(_ secret: ImportSecret) {
    counts[Key(format: secret.format, treatment: secret.treatment, isWeak: secret.isWeak), default: 0] += 1
  }

  /// How many accounts need a new password.
  var withoutPassword: Int { counts.reduce(0) { $1.key.treatment == .newPassword ? $0 + $1.value : $0 } }

  /// The counts, the largest first.
  var rows: [FormatCount] { sorted.map { FormatCount($0.key, $0.value) } }

  /// Writes the counts as a table for people.
  ///
  /// - Throws: ``OutputError``.
  func writeTable() throws {
    var table = TableWriter<(key: Key, value: Int)>(
      [
        Column("format", Phrase("FORMAT", "格式")) { .text($0.key.format) },
        Column("accounts", Phrase("ACCOUNTS", "账户数")) { .number(Int64($0.value)) },
        Column("treatment", Phrase("WHAT IS DONE WITH IT", "处理方式")) { row in
          .text(row.key.treatment.phrase(Narration.language))
        },
      ], try OutputFormat.parse([]))
    for row in sorted { try table.add(row) }
    try table.finish()
  }

  private var sorted: [(key: Key, value: Int)] {
    counts.sorted { ($1.value, $0.key.format) < ($0.value, $1.key.format) }
  }
}

extension FormatCount {
  fileprivate init(_ key: FormatCounts.Key, _ accounts: Int) {
    self.init(format: key.format, accounts: accounts, treatment: key.treatment.rawValue, weak: key.isWeak)
  }
}
