// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore
import SessionStore

extension MariaDBConnection {
  /// What counts changes, the best first: the cluster's last write set; how far InnoDB's log is, which grows with whatever
  /// is committed (MariaDB's name and MySQL's). Counters of rows would grow before the commit, and not with it.
  private static let counters = ["wsrep_last_committed", "Innodb_lsn_current", "Innodb_redo_log_current_lsn"]

  /// Which part of its cluster a node is in.
  private static let part = "wsrep_cluster_status"

  public func changeCounter() throws -> Int64 {
    var found: [String: Int64] = [:]
    let names = (Self.counters + [Self.part]).map { "'\($0)'" }.joined(separator: ", ")
    let sql = "SHOW GLOBAL STATUS WHERE Variable_name IN (\(names))"
    let read: (Session) throws(Failure) -> Answer = { session throws(Failure) in
      let answer = try session.execute(sql, [])
      // Such a node answers this, and nothing about a table: whoever asks for changes would take it for a good one.
      let isCutOff = (0..<answer.count).contains { number in
        let row = MariaDBRow(answer: answer, number: number)
        return row.text(0) == Self.part && row.text(1) == "non-Primary"
      }
      if isCutOff { throw Failure(ServerCode.notReady, "the node is not part of its cluster") }
      return answer
    }
    try checkCancellation()
    let answer = try scope == .none ? perform(read) : inside(read)
    for number in 0..<answer.count {
      let row = MariaDBRow(answer: answer, number: number)
      if row.text(0) != Self.part { found[row.text(0)] = row.integer(1) }
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
