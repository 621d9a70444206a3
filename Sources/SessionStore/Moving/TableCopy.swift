import SessionCore

/// One table of a move, in both databases.
struct TableCopy {
  let table: MovedTable
  let source: any Connection
  let target: any Connection

  /// Copies what the target has not yet: rows with keys behind the last that it has. Each batch is kept or not, so what
  /// is broken off goes on where it stopped.
  ///
  /// - Parameter progress: is told how many rows each batch had; what it throws ends the copy.
  /// - Returns: how many rows were copied.
  /// - Throws: ``SessionCore/StoreError``, and what `progress` throws.
  func copyRest(_ progress: (Int) throws -> Void) throws -> Int {
    var range = KeyRange(after: try target.lastKey(of: table))
    var copied = 0
    while true {
      let rows = try source.rows(range, of: table, limit: MovedTable.batch)
      guard let last = rows.last else { return copied }
      try target.filling { try target.put(rows, into: table) }
      range.after = table.key(of: last)
      copied += rows.count
      try progress(rows.count)
    }
  }

  /// Walks both databases' rows side by side, and makes the target's what the source's are.
  ///
  /// - Parameter progress: is told how many rows each batch had; what it throws ends the walk.
  /// - Returns: what was found. When nobody writes to either, the checksums are of what stands there at the end.
  /// - Throws: ``SessionCore/StoreError``, and what `progress` throws.
  func compare(_ progress: (Int) throws -> Void) throws -> MovedTableReport {
    var report = MovedTableReport(name: table.name)
    var sums = (source: SHA256.Sum(), target: SHA256.Sum())
    var range = KeyRange()
    while true {
      let page = try source.page(range, of: table, limit: MovedTable.batch)
      // The last of the source's batches goes with whatever the target has behind it.
      range.upTo = page.count < MovedTable.batch ? nil : page.last
      var copy = try targetPage(range)
      if page.bytes != copy.bytes {
        report.changed += try mend(range)
        copy = try targetPage(range)
      }
      sums.source.add(page.bytes)
      sums.target.add(copy.bytes)
      report.rows += page.count
      report.targetRows += copy.count
      try progress(page.count)
      guard let last = range.upTo else { break }
      range = KeyRange(after: last)
    }
    report.sourceSum = sums.source.digest()
    report.targetSum = sums.target.digest()
    return report
  }

  /// Twice a batch: where there are more, the target has rows that the source no longer has.
  private var targetLimit: Int { 2 * MovedTable.batch }

  private func targetPage(_ range: KeyRange) throws -> TablePage {
    try target.page(range, of: table, limit: targetLimit)
  }

  /// Makes the target's rows of a range what the source's are, and returns how many changed.
  private func mend(_ range: KeyRange) throws -> Int {
    let wanted = try source.rows(range, of: table, limit: MovedTable.batch)
    let wantedKeys = Set(wanted.map { TablePage.bytes(of: table.key(of: $0)) })
    var changed = 0
    while true {
      let present = try target.rows(range, of: table, limit: targetLimit)
      let presentRows = Set(present.map(TablePage.bytes))
      let surplus = present.map(table.key).filter { !wantedKeys.contains(TablePage.bytes(of: $0)) }
      let missing = wanted.filter { !presentRows.contains(TablePage.bytes(of: $0)) }
      guard !surplus.isEmpty || !missing.isEmpty else { return changed }
      try target.filling {
        try target.remove(surplus, from: table)
        try target.put(missing, into: table)
      }
      changed += surplus.count + missing.count
      // As long as there may be more behind what was read.
      guard present.count == targetLimit else { return changed }
    }
  }
}
