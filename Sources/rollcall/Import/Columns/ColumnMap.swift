/// Which column is for what: as `--map` says, and for what it leaves out, as the columns are usually called.
struct ColumnMap {
  /// What `--map` says: names, or numbers from 1.
  private var wanted: [AccountColumn: String] = [:]

  /// Reads `login=NAME,hash=3`.
  ///
  /// - Throws: ``ColumnProblem/unreadable(_:)``.
  init(_ parts: [String]) throws(ColumnProblem) {
    for part in parts.flatMap({ $0.split(separator: ",") }) {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard halves.count == 2, !halves[1].isEmpty, let column = AccountColumn(rawValue: halves[0]) else {
        throw .unreadable(String(part))
      }
      wanted[column] = halves[1]
    }
  }

  private init(wanted: [AccountColumn: String]) { self.wanted = wanted }

  /// Says nothing: columns are found by their usual names.
  static let usual = ColumnMap(wanted: [:])

  /// The same with nothing said of `column`.
  func without(_ column: AccountColumn) -> ColumnMap { ColumnMap(wanted: wanted.filter { $0.key != column }) }

  /// The same with `other` for what is not said here.
  func filled(_ other: [AccountColumn: String]) -> ColumnMap {
    var map = self
    let saysSecret = wanted[.password] != nil || wanted[.hash] != nil
    for (column, name) in other where map.wanted[column] == nil {
      if saysSecret, column == .password || column == .hash { continue }
      map.wanted[column] = name
    }
    return map
  }

  /// Where each column stands among those of these names, from 0. With `guesses`, columns that were not named are looked
  /// for by their usual names.
  func places(among names: [String], guesses: Bool = true) throws(ColumnProblem) -> [AccountColumn: Int] {
    var places: [AccountColumn: Int] = [:]
    let folded = names.map { $0.lowercased() }
    for column in AccountColumn.allCases {
      if let name = wanted[column] {
        guard let place = folded.firstIndex(of: name.lowercased()) ?? Self.number(name, names.count) else {
          throw .unknownName(name, for: column, there: names)
        }
        places[column] = place
      } else if guesses {
        places[column] = column.usualNames.lazy.compactMap { folded.firstIndex(of: $0) }.first
      }
    }
    if wanted[.hash] != nil, wanted[.password] == nil { places[.password] = nil }
    if wanted[.password] != nil, wanted[.hash] == nil { places[.hash] = nil }
    try check(places, names)
    return places
  }

  /// Where each column stands where they have no names, from 0.
  func places(count: Int) throws(ColumnProblem) -> [AccountColumn: Int] {
    var places: [AccountColumn: Int] = [:]
    for (column, name) in wanted {
      guard let number = Int(name) else { throw .nameWithoutHeader(name) }
      guard let place = Self.number(name, count) else { throw .unknownNumber(number, for: column, count: count) }
      places[column] = place
    }
    try check(places, (1...max(1, count)).map(String.init))
    return places
  }

  private func check(_ places: [AccountColumn: Int], _ names: [String]) throws(ColumnProblem) {
    if places[.login] == nil { throw .missing(.login, there: names) }
    switch (places[.password], places[.hash]) {
    case (nil, nil): throw .noSecret(there: names)
    case (let password?, let hash?): throw .twoSecrets(names[password], names[hash])
    default: break
    }
  }

  private static func number(_ text: String, _ count: Int) -> Int? {
    guard let number = Int(text), (1...max(1, count)).contains(number) else { return nil }
    return number - 1
  }
}
