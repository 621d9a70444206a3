import Screen
import SessionCore

extension State {
  /// The lines of an audit entry's detail: all that it says, how it is linked, and what else was done.
  func lines(of detail: AuditDetail) -> [DetailLine] {
    let (entry, record) = (detail.listing.entry, detail.listing.entry.record)
    var lines = [
      DetailLine(value: say(Words.audited(record.action)), isHeading: true), DetailLine(),
      DetailLine(label: say(Words.numberLabel), value: "#\(entry.number)", ink: .link),
      DetailLine(label: say(Words.whenLabel), value: "\(moment(record.at)) (\((now - record.at).coarse))"),
      DetailLine(label: say(Words.byLabel), value: record.actor.name),
    ]
    if !record.actor.terminal.isEmpty {
      lines.append(DetailLine(label: say(Words.terminalLabel), value: record.actor.terminal))
    }
    if !record.actor.address.isEmpty {
      lines.append(DetailLine(label: say(Words.fromLabel), value: record.actor.address, ink: .link))
    }
    if let user = record.user {
      let name = detail.listing.login.map { "\($0) #\(user.rawValue)  " + say(Words.enterOpensUser) }
      lines.append(
        DetailLine(label: say(Words.userLabel), value: name ?? "#\(user.rawValue), " + say(Words.removed)))
    }
    if let session = record.session {
      lines.append(DetailLine(label: say(Words.sessionLabel), value: session.description, ink: .link))
    }
    if !record.reason.isEmpty {
      lines.append(DetailLine(label: say(Words.reasonLabel), value: record.reason))
    }
    lines += [DetailLine()] + links(of: detail) + [DetailLine()]
    lines.append(
      DetailLine(value: say(record.user == nil ? Words.othersBy(record.actor.name) : Words.othersOf), isHeading: true))
    if detail.others.isEmpty { lines.append(DetailLine(value: say(Words.noBars), ink: .dim)) }
    return lines + detail.others.map { line($0) }
  }

  private func links(of detail: AuditDetail) -> [DetailLine] {
    guard let row = detail.row else {
      return [DetailLine(label: say(Words.linkLabel), value: say(Words.linkGone), ink: .danger)]
    }
    return [
      DetailLine(
        label: say(Words.linkLabel), value: say(detail.isWhole ? Words.linkWhole : Words.linkBroken),
        ink: detail.isWhole ? .good : .danger),
      DetailLine(label: say(Words.hashLabel), value: Self.hex(row.link.hash), ink: .dim),
      DetailLine(label: say(Words.previousLabel), value: Self.hex(row.previous), ink: .dim),
    ]
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.isEmpty ? "–" : bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// An entry of the audit log in one line.
  func line(_ listing: AuditListing) -> DetailLine {
    let record = listing.entry.record
    let ink = record.action.ink
    return DetailLine(
      value: [
        SafeText.fit((now - record.at).coarse, 8), SafeText.fit(say(Words.audited(record.action)), 18),
        SafeText.fit(record.actor.summary, 18), SafeText.fit(listing.whom, 14), record.reason,
      ].joined(separator: " "), ink: ink == .danger ? .warning : .text)
  }
}
