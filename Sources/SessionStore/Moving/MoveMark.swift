import SessionCore

/// What a move, or filling a database with made-up people, leaves in a database's list of versions, so that no program
/// takes it for one that it may use: a number that is no version's.
enum MoveMark: Int64 {
  /// A copy that is not finished.
  case filling = 1_000_001
  /// A database whose rows are elsewhere now.
  case moved = 1_000_002
  /// A database on a server that is being filled with made-up people, or was when the program was killed.
  case populating = 1_000_003

  /// What programs are told of a database with this mark.
  var kind: StoreError.Kind {
    switch self {
    case .filling: .filling
    case .moved: .moved
    case .populating: .populating
    }
  }

  /// A mark as it stands in a database.
  struct Note {
    let mark: MoveMark
    /// Which move it is of.
    let move: Int64
    /// Of a copy, when the source was closed that it was found equal to; 0 for never.
    let at: Int64
  }
}

extension SQLStore {
  /// What is wrong with a version above this program's: a move's mark, or a newer program's.
  func tooNew(_ version: Int) -> StoreError {
    connection.error(MoveMark(rawValue: Int64(version))?.kind ?? .newer, "")
  }
}

extension Connection {
  /// The mark that a move has left here; nil for none.
  func moveNote() throws -> MoveMark.Note? {
    try first("SELECT number, name, applied_at FROM schema_version WHERE number > 1000000") { row in
      guard let mark = MoveMark(rawValue: row.integer(0)), let move = Int64(row.text(1)) else { return nil }
      return MoveMark.Note(mark: mark, move: move, at: row.integer(2))
    } ?? nil
  }

  /// Puts a mark here, in the place of any other.
  func setMoveNote(_ note: MoveMark.Note) throws {
    try transaction(.full) {
      try clearMoveNote()
      try run(
        "INSERT INTO schema_version(number, name, applied_at) VALUES(?, ?, ?)",
        [.integer(note.mark.rawValue), .text(String(note.move)), .integer(note.at)])
    }
  }

  /// Takes the mark away.
  func clearMoveNote() throws { try run("DELETE FROM schema_version WHERE number > 1000000", []) }

  /// A number that is set for the whole site.
  func setting(_ setting: SiteSetting) throws -> Int64? {
    try first("SELECT value FROM settings WHERE name = ?", [.text(setting.rawValue)]) { $0.integer(0) }
  }
}
