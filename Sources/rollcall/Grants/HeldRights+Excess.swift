import SessionCore

extension HeldRights {
  /// What an account may do beyond what its role needs, in SQL's words, the widest first.
  func excess(_ role: AccountRole, in database: String) -> [String] {
    var found: [String] = []
    let wide = items.filter { $0.database == nil }
    if !wide.isEmpty { found.append("\(Self.verbs(wide)) on *.*") }
    let elsewhere = items.filter { $0.database != nil && !$0.isWithin(database) }
    for (name, items) in Dictionary(grouping: elsewhere, by: { $0.database ?? "" }).sorted(by: { $0.key < $1.key }) {
      found.append("\(Self.verbs(Set(items))) on \(name).*")
    }
    let migrating = role == .administrator ? Set(Rights.migrating) : []
    let within = items.filter { $0.database != nil && $0.isWithin(database) && $0.table == nil }
    let beyond = within.filter { !migrating.contains($0.verb) }
    if !beyond.isEmpty { found.append("\(Self.verbs(beyond)) on \(database).*") }
    // A right on the whole database has been said.
    found += tableExcess(role, in: database)
    if isGrantable { found.append("GRANT OPTION") }
    return found
  }

  /// Rights on single tables that the role does not need.
  private func tableExcess(_ role: AccountRole, in database: String) -> [String] {
    let needed = Dictionary(
      role.rights.tables.map { ($0.table, $0.rights) }, uniquingKeysWith: { first, _ in first })
    var found: [String: [String]] = [:]
    for item in items where item.database == database {
      guard let table = item.table else { continue }
      let right = needed[table]?.first { $0.verb.rawValue == item.verb }
      guard let right else {
        found[table, default: []].append(item.verb)
        continue
      }
      guard !right.columns.isEmpty else { continue }
      if item.columns.isEmpty {
        found[table, default: []].append(item.verb)
      } else {
        let columns = item.columns.filter { !right.columns.contains($0) }.sorted()
        if !columns.isEmpty { found[table, default: []].append("\(item.verb)(\(columns.joined(separator: ", ")))") }
      }
    }
    return found.sorted { $0.key < $1.key }.map { "\($0.value.sorted().joined(separator: ", ")) on \($0.key)" }
  }

  private static func verbs(_ items: Set<Item>) -> String {
    let names = Set(items.map(\.verb)).sorted()
    return names.contains("ALL PRIVILEGES") ? "ALL PRIVILEGES" : names.joined(separator: ", ")
  }
}
