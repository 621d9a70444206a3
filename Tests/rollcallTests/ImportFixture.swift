import Foundation
import SessionCore

@testable import rollcall

/// Dumps in a few words, and what came of them.
enum ImportFixture {
  /// The sample dump in the repository.
  static let sample = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../sample-data/legacy/user_man.sql").standardized.path

  /// What precedes the rows in a dump without comments.
  static let table = """
    CREATE TABLE `user_man` (
      `id` int(11) NOT NULL AUTO_INCREMENT,
      `login_name` varchar(64) DEFAULT NULL,
      `password` varchar(128) DEFAULT NULL,
      `session` varchar(40) DEFAULT NULL,
      PRIMARY KEY (`id`)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

    """

  /// Makes accounts in 2026.
  static let builder = AccountBuilder(now: Timestamp(milliseconds: 1_795_000_000_000))

  /// A file of the samples of other systems.
  static func legacy(_ name: String) -> String {
    URL(filePath: sample).deletingLastPathComponent().appending(path: name).path
  }

  /// The bytes of `dump`, given in pieces of `size`.
  static func pieces(
    _ dump: some Sequence<UInt8>, of size: Int = 7
  ) -> () throws(ImportError) -> [UInt8]? {
    let bytes = Array(dump)
    var offset = 0
    return { () throws(ImportError) in
      guard offset < bytes.count else { return nil }
      let piece = Array(bytes[offset..<min(offset + size, bytes.count)])
      offset += size
      return piece
    }
  }

  /// All rows of `user_man` in `dump`.
  static func rows(_ dump: some Sequence<UInt8>, pieces size: Int = 7) throws -> [DumpRow] {
    var reader = MySQLDump(table: "user_man", pieces(dump, of: size))
    var rows: [DumpRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  /// All rows of the table as the import sees them.
  static func accounts(_ dump: some Sequence<UInt8>) throws -> [AccountRow] {
    var reader = UserManReader(pieces(dump), builder: builder)
    return try all(&reader)
  }

  /// All rows that `reader` has.
  static func all(_ reader: inout some AccountReader) throws -> [AccountRow] {
    var rows: [AccountRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }
}

extension AccountRow {
  /// The account, if it is one.
  var account: ImportAccount? {
    if case .account(let account) = self { account } else { nil }
  }
  /// The refusal, if it is one.
  var refusal: RowRefusal? {
    if case .refused(let refusal) = self { refusal } else { nil }
  }
}

extension AccountRow {
  /// Whether it is nobody's account.
  var isPassedOver: Bool {
    if case .passedOver = self { true } else { false }
  }
}

extension ImportSecret {
  /// Why there is nothing to check a password against, if there is nothing.
  var absence: Absence? {
    if case .absent(let absence) = self { absence } else { nil }
  }
}
