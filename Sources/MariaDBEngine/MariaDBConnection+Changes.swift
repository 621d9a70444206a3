// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore
import SessionStore

extension MariaDBConnection {
  /// What counts changes, the best first: the cluster's last write set; how far InnoDB's log is, which grows with whatever
  /// is committed (MariaDB's name and MySQL's). Counters of rows would grow before the commit, and not with it.
  private static let counters = ["wsrep_last_committed", "Innodb_lsn_current", "Innodb_redo_log_current_lsn"]

  public func changeCounter() throws -> Int64 {
    var found: [String: Int64] = [:]
    let names = Self.counters.map { "'\($0)'" }.joined(separator: ", ")
    try query("SHOW GLOBAL STATUS WHERE Variable_name IN (\(names))", []) { row in
      found[row.text(0)] = row.integer(1)
    }
    // A server that is in no cluster has a number of write sets that is none.
    guard let counter = Self.counters.lazy.compactMap({ found[$0] }).first(where: { (1..<Int64.max).contains($0) })
    else {
      throw error(.other, "the server does not say whether anything has changed")
    }
    // Hosts count differently: after another one was asked, everything may differ.
    return counter &* Int64(places.count) &+ Int64(session?.host ?? 0)
  }
}
