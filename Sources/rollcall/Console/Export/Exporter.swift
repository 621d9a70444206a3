import Console
import Dispatch
import Glibc
import SessionCore
import SessionStore

/// Writes rows into a file, on a thread and a connection of its own: the lists go on meanwhile.
///
/// The columns are those of the commands. The rows are read page by page, so that a million of them take no memory, and
/// are all of one moment: one that is used meanwhile goes to the other end of the list, and would be in no page.
final class Exporter: Sendable {
  private let database: DatabaseAddress
  private let queue = DispatchQueue(label: "rollcall.export", qos: .utility)
  private let turns = Turns()

  /// Rows a page.
  private static let page = 500
  /// After how many pages it is said how far it is.
  private static let pagesAtOnce = 10

  /// An exporter from a database.
  init(database: DatabaseAddress) { self.database = database }

  /// Begins, and tells what becomes of it; the last that it tells is ``Console/Event/exported(_:)``.
  func run(_ request: ExportRequest, tell: @escaping @Sendable (Event) -> Void) {
    let turn = turns.begin()
    queue.async { [self] in
      do {
        tell(.exported(try write(request, turn, tell)))
      } catch {
        let unknown = Phrase("It could not be done.", "无法完成。")
        tell(.exported(.failed(CommandFailure(error)?.phrase ?? unknown)))
      }
    }
  }

  /// Stops: what was written so far goes.
  func stop() { turns.stop() }

  /// Waits until nothing is written any more.
  func wait() { queue.sync {} }

  private func write(_ request: ExportRequest, _ turn: Int, _ tell: (Event) -> Void) throws -> ExportEnd {
    let store = SQLStore(try database.connect(.readOnly))
    let now = Clock.system.now()
    return try store.snapshot {
      switch request.rows {
      case .sessions(let query):
        return try write(request, turn, Column.sessions(at: now), tell) { (last: Session?) in
          try store.sessions(query, from: last.map(query.position), .after, limit: Self.page, at: now)
        }
      case .users(let query):
        return try write(request, turn, Column.users, tell) { (last: UserListing?) in
          try store.users(query, from: last.map { query.position(of: $0.user) }, .after, limit: Self.page, at: now)
        }
      case .attempts(let query):
        return try write(request, turn, Column.attempts, tell) { (last: AttemptEntry?) in
          try store.attempts(query, from: last?.number, .after, limit: Self.page, at: now)
        }
      case .audit(let query):
        return try write(request, turn, Column.audit, tell) { (last: AuditListing?) in
          try store.audit(query, from: last?.entry.number, .after, limit: Self.page, at: now)
        }
      }
    }
  }

  private func write<Row>(
    _ request: ExportRequest, _ turn: Int, _ columns: [Column<Row>], _ tell: (Event) -> Void,
    next: (Row?) throws -> [Row]
  ) throws -> ExportEnd {
    let file = try ExportFile(newAt: request.path)
    var format = OutputFormat()
    (format.json, format.csv) = (request.format == .json, request.format == .csv)
    var table = TableWriter(columns, format, output: DataOutput(descriptor: file.descriptor))
    var last: Row?
    var pages = 0
    while true {
      guard turns.isWanted(turn) else { return .stopped }
      let page = try next(last)
      do {
        for row in page { try table.add(row) }
        if page.isEmpty { try table.finish() }
      } catch let error as OutputError {
        let reason = String(cString: strerror(error.code))
        throw CommandFailure(
          .refused,
          Phrase("\(file.path) could not be written whole: \(reason).", "\(file.path) 未能完整写入：\(reason)。"))
      }
      guard let end = page.last else { break }
      last = end
      pages += 1
      if pages % Self.pagesAtOnce == 0 { tell(.exporting(rows: table.count)) }
    }
    try file.keep()
    return .written(path: file.path, rows: table.count)
  }
}
