import SessionCore

/// A part of an index of a table whose rows are numbered as they come: of the attempts, or of the audit log.
struct NumberedRange {
  /// The index; nil for the numbers themselves.
  var index: String?
  /// What the index finds it by.
  var condition: Condition
  /// Asks for a row for each of the part's, where the index itself is not what says how many those are.
  var rows: Condition?
  /// Whether it is in the order of the numbers, however much of it there is.
  var isOrdered = false
}

/// How rows of such a table are found: as ``SessionSearch`` says of sessions.
struct NumberedSearch {
  let table: String
  /// Every clause.
  var condition: Condition
  /// Parts of indexes that have all that match: the least that are known; the whole table where no index finds them.
  var ranges = [NumberedRange(condition: Condition("1"), isOrdered: true)]
  /// How many match, where that is known, up to one more than ``few``.
  var count: Int?

  /// Entries up to which what is found is sorted.
  static let few = 20_000
}

extension SQLStore {
  /// How the rows of a filter are found.
  ///
  /// - Parameters:
  ///   - table: `attempts` or `audit`.
  ///   - filter: the filter.
  ///   - condition: a term, over `table t`.
  ///   - range: the part of an index that the rows of a term are in, and no others; nil where no index finds them.
  /// - Returns: how.
  /// - Throws: ``SessionCore/StoreError``.
  func search<Term>(
    _ table: String, _ filter: Filter<Term>, _ condition: (Term) throws -> Condition,
    _ range: (Term) throws -> NumberedRange?
  ) throws -> NumberedSearch {
    var conditions: [Term: Condition] = [:]
    for term in Set(filter.clauses.joined().map(\.term)) { conditions[term] = try condition(term) }
    var search = NumberedSearch(table: table, condition: .all(filter) { term, _ in conditions[term] ?? Condition("0") })
    var least = Int.max
    for clause in filter.clauses where least > 500 && clause.allSatisfy({ !$0.isNegated }) {
      let ranges = try clause.compactMap { try range($0.term) }
      guard ranges.count == clause.count else { continue }
      var count = 0
      for range in ranges {
        let rows =
          range.rows ?? Condition("SELECT 1 FROM \(table) t\(following(range.index)) WHERE ") + range.condition
        count += try database.count(rows.sql, rows.arguments, upTo: max(0, NumberedSearch.few - count))
      }
      // One that is in order is as good as few, however many it has.
      guard count < least, count <= NumberedSearch.few || (ranges.count == 1 && ranges[0].isOrdered) else { continue }
      (search.ranges, least) = (ranges, count)
    }
    if least < .max, filter.clauses.joined().count == 1 { search.count = least }
    return search
  }

  private func following(_ index: String?) -> String {
    if let index { return dialect.following(index) }
    return dialect == .sqlite ? " NOT INDEXED" : dialect.following("PRIMARY")
  }

  /// Numbers of rows that match after or before one, in their order.
  func numbers(_ search: NumberedSearch, from number: Int64?, isDescending: Bool, limit: Int) throws -> [Int64] {
    var condition = search.condition
    if let number { condition = condition && Condition("t.id \(isDescending ? "<" : ">") ?", .integer(number)) }
    var numbers: [Int64] = []
    for range in search.ranges {
      let part = range.condition && condition
      numbers += try database.all(
        """
        SELECT t.id FROM \(search.table) t\(following(range.index)) WHERE \(part.sql)
        ORDER BY t.id \(isDescending ? "DESC" : "ASC") LIMIT ?
        """, part.arguments + [.integer(Int64(limit))]
      ) { $0.integer(0) }
    }
    if search.ranges.count > 1 { numbers = Set(numbers).sorted { isDescending ? $0 > $1 : $0 < $1 } }
    return Array(numbers.prefix(limit))
  }

  /// How many rows match.
  func count(_ search: NumberedSearch, upTo cap: Int) throws -> Int {
    if let count = search.count, count <= NumberedSearch.few || cap < count { return count }
    var found = 0
    for (number, range) in search.ranges.enumerated() where found <= cap {
      var condition = range.condition && search.condition
      for other in search.ranges[..<number] { condition = condition && other.condition.negated }
      found += try database.count(
        "SELECT 1 FROM \(search.table) t\(following(range.index)) WHERE \(condition.sql)", condition.arguments,
        upTo: cap - found)
    }
    return found
  }
}
