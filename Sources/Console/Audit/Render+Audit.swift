import Screen
import SessionCore

extension State {
  func drawAudit(_ frame: inout Frame) {
    let layout = layout
    let isDescending = orders.isAuditDescending
    drawFilterLine(&frame, audit.list, total: nil, order: isDescending ? Words.newestFirst : Words.oldestFirst)
    drawChain(&frame, layout.panel)
    let table = Table(auditColumns, width: size.columns)
    table.drawHeading(
      &frame, row: layout.heading, sorted: Words.when, descending: isDescending, sorts: [Words.when], say)
    drawRows(audit.list, table, &frame, empty: [Words.noAudit])
    drawDetailLine(audit.list.current.map(detailLine) ?? [], &frame)
  }

  private var auditColumns: [Column<AuditListing>] {
    let now = listTime
    let language = setting.language
    // Why something was done says more than who did it, where one of them has to be cut.
    let isWide = size.columns >= 100
    return [
      Column(Words.when, 7...(isWide ? 12 : 7), rank: 0) { (now - $0.entry.record.at).coarse },
      Column(Words.who, 10...(isWide ? 24 : 11), rank: 0) { $0.entry.record.actor.name },
      Column(Words.act, 14...(isWide ? 24 : 17), rank: 0, ink: { $0.entry.record.action.ink }) {
        Words.audited($0.entry.record.action)(language)
      },
      Column(Words.whom, 12...(isWide ? 32 : 13), rank: 1) { $0.whom },
      Column(Words.reasonTitle, 14...72, rank: 2) { $0.entry.record.reason },
      Column(Words.terminalTitle, 8...14, rank: 4) { $0.entry.record.actor.terminal },
      Column(Words.from, 15...39, rank: 3) { $0.entry.record.actor.address },
    ]
  }

  private func detailLine(_ listing: AuditListing) -> [(String, Ink)] {
    let record = listing.entry.record
    let time = record.at.rfc3339.prefix(10) == now.rfc3339.prefix(10) ? record.at.timeOfDay : moment(record.at)
    return [
      ("#\(listing.entry.number)", .link), (say(Words.audited(record.action)), record.action.ink),
      (time, .text), (record.actor.summary, .text), (listing.whom, .text), (record.actor.address, .link),
      (record.reason, .text),
    ]
  }
}

extension AuditListing {
  /// Whom it is about: a removed user has a number and no name any more.
  var whom: String { login ?? entry.record.user.map { "#\($0.rawValue)" } ?? entry.record.session?.short ?? "" }
}

extension AuditRecord.Action {
  /// How grave it is by colour; the words say what it is.
  var ink: Ink {
    switch self {
    case .endSession, .expire, .forgive, .giveCode, .setPassword, .setMaximum, .setPolicy: .warning
    case .lockUser, .removeUser, .endAll, .rotateKey, .pruneAudit, .restoreBackup, .move: .danger
    default: .text
    }
  }
}
