import Glibc
import SQLiteEngine
import SessionCore
import SessionStore

/// The two databases of a move.
struct MovePlaces {
  let source: DatabaseAddress
  let target: DatabaseAddress

  /// Opens both. A target that is a file is made when it is missing.
  ///
  /// - Throws: ``CommandFailure`` when both are one; ``SessionCore/StoreError``.
  func open() throws -> Move {
    let from = try Self.open(source)
    guard !isOne else {
      throw CommandFailure(
        .usage, Phrase("Source and target are the same database.", "源数据库与目标数据库相同。"))
    }
    let isNew = targetIsMissing
    let to = try Self.open(target, .setUp)
    if isNew, let file = to as? SQLiteConnection {
      // Whom the directory belongs to uses the database.
      if geteuid() == 0, let owner = Files.status(of: Files.directory(of: file.path)) {
        chown(file.path, owner.st_uid, owner.st_gid)
      }
      try file.enableWriteAheadLog()
    }
    return Move(from: from, to: to)
  }

  /// Opens one of them.
  static func open(_ address: DatabaseAddress, _ use: ConnectionUse = .readWrite) throws -> any Connection {
    let connection = try address.patient.connect(use)
    if let file = connection as? SQLiteConnection { try file.prepareForBulk() }
    return connection
  }

  /// Whether both mean one database.
  private var isOne: Bool {
    if case .sqlite(let one) = source, case .sqlite(let other) = target { return Files.isSame(one, other) }
    return source.text == target.text
  }

  /// Whether there is nothing yet where the target is to be: a server's database is made by its administrator.
  var targetIsMissing: Bool {
    guard case .sqlite(let path) = target else { return false }
    return !Files.exists(path)
  }
}

extension DatabaseAddress {
  /// The same, where an answer may take as long as counting a large table does.
  fileprivate var patient: DatabaseAddress {
    guard case .mariadb(let address) = self else { return self }
    return .mariadb(address.answering(within: 120))
  }
}
