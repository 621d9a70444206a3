import SessionCore

/// What a server, or the library that speaks to it, answered instead of what was asked for.
struct Failure: Error {
  /// The server's number of the error, or the client library's from 2000 on.
  let code: UInt32
  /// What it says, without any value.
  let text: String
  /// Whether the server may have done what was asked for all the same: its answer was lost.
  let isAmbiguous: Bool

  /// What to do about it.
  enum Meaning: Equatable {
    /// Others changed the same rows at the same moment: the whole transaction may be run again here.
    case conflict
    /// This host cannot answer now, or not any more: another one may.
    case elsewhere
    /// This host's disk is full: another one may have room.
    case full
    /// It would be the same anywhere.
    case answer(StoreError.Kind)
  }

  let meaning: Meaning
  /// Whether nothing came for as long as an answer may take.
  var wasSilent = false

  /// Takes an error.
  ///
  /// - Parameters:
  ///   - code: its number.
  ///   - text: what the library says; it may quote values.
  ///   - wasSent: whether the server had been sent all that it needed to act.
  init(_ code: UInt32, _ text: String, wasSent: Bool = false) {
    self.code = code
    self.text = "\(Self.withoutValues(code, text)) (\(code))"
    meaning = Self.meaning(of: code)
    isAmbiguous = wasSent && meaning == .elsewhere && code != ServerCode.notReady
  }

  /// Whether it may be no more than one connection that was lost, and the host answers on a new one.
  var isOnlyConnection: Bool { !wasSilent && Self.lostConnections.contains(code) }

  /// Gone, lost in the middle, the same with details, the same by TLS; killed; broken off; closed because idle (MySQL 8).
  private static let lostConnections: Set<UInt32> = [2006, 2013, 2055, 2026, 1927, 1152, 4031]

  /// The same, of something that waits for no row: this is what a node says that has no majority, and is to catch up with
  /// its cluster first. Another one can be asked at once.
  var ofNoLock: Failure {
    code == ServerCode.lockWait ? Failure(ServerCode.notReady, "the node cannot catch up with its cluster") : self
  }

  /// The kind of error that it is for whoever asked.
  var kind: StoreError.Kind {
    switch meaning {
    case .conflict: .conflict
    case .elsewhere: .unreachable
    case .full: .full
    case .answer(let kind): kind
    }
  }

  private static func meaning(of code: UInt32) -> Meaning {
    switch code {
    // A deadlock or a lost certification; a lock held too long; a row changed since this snapshot (MariaDB 11.6); group
    // replication's certification (MySQL 8).
    case 1213, 1205, 1020, 3101: .conflict
    // Connections refused or lost, names not found, silence, broken packets, TLS that does not come about.
    case 2001...2007, 2009...2013, 2026, 2027, 2055: .elsewhere
    // Not part of the cluster; an error while committing; shutting down; killed; no room for more connections, or none
    // from here after too many failures; broken network as the server saw it; closed because idle (MySQL 8).
    case ServerCode.notReady, 1180, 1053, 1927, 1040, 1203, 1226, 1129, 1152, 1158...1161, 1184, 4031: .elsewhere
    // A row; a table, a column, an index that is there, and one that is gone already.
    case 1062, 1586, 1050, 1060, 1061, 1091: .answer(.duplicate)
    case 1044, 1045, 1130, 1142, 1143, 1227, 1370, 1698, 1820, 1862, 4151: .answer(.denied)
    case 1290, 1792, 1836: .answer(.readOnly)
    case 1021, 1114, 1041: .full
    case 1049: .answer(.missing)
    // The only triggers are those that close a database.
    case 1644: .answer(.moving)
    case 1317: .answer(.interrupted)
    default: .answer(.other)
    }
  }

  /// Texts about names and rights, which quote no value.
  private static let quotable: Set<UInt32> = [
    1044, 1045, 1047, 1049, 1054, 1064, 1129, 1130, 1142, 1143, 1146, 1227, 1290, 1698,
  ]

  /// A text without what it quotes: between the first quote and the last, as a value may hold quotes itself.
  private static func withoutValues(_ code: UInt32, _ text: String) -> String {
    guard code < 2000 || code >= 3000, !quotable.contains(code) else { return text }
    guard let first = text.firstIndex(of: "'"), let last = text.lastIndex(of: "'"), first < last else { return text }
    return text[...first] + "…" + text[last...]
  }
}

/// The numbers that more than one place asks for.
enum ServerCode {
  /// The node is not part of its cluster.
  static let notReady: UInt32 = 1047
  /// Something was waited for in vain: a lock, or what other nodes have committed.
  static let lockWait: UInt32 = 1205
  /// The prepared statement has to be prepared again, is not known any more, or answers other columns than it did.
  static let prepareAgain: Set<UInt32> = [1615, 1243, 2057]
  /// The statement cannot be prepared.
  static let notPreparable: UInt32 = 1295
  /// The server keeps as many prepared statements as it may.
  static let tooManyStatements: UInt32 = 1461
  /// Somebody has stopped the statement.
  static let interrupted: UInt32 = 1317
  /// The account is not let in.
  static let denied: UInt32 = 1045
  /// There is no such variable.
  static let unknownVariable: UInt32 = 1193
}
