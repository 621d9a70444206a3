import SessionCore

/// What a check found at one server.
struct ServerFinding {
  let host: String
  /// Its sentence is what follows the server's name.
  let finding: Finding

  /// The findings with the servers' names: what is the same at several of them is said once.
  static func joined(_ all: [ServerFinding]) -> [Finding] {
    var groups: [(finding: Finding, hosts: [String])] = []
    for item in all {
      let known = groups.firstIndex { group in
        group.finding.check == item.finding.check && group.finding.severity == item.finding.severity
          && group.finding.sentence == item.finding.sentence && group.finding.mend == item.finding.mend
      }
      if let known { groups[known].hosts.append(item.host) } else { groups.append((item.finding, [item.host])) }
    }
    return groups.map { finding, hosts in
      let names = hosts.joined(separator: ", ")
      return Finding(
        check: finding.check, severity: finding.severity,
        sentence: Phrase("\(names): \(finding.sentence.english)", "\(names)：\(finding.sentence.chinese)"),
        mend: finding.mend)
    }
  }
}
