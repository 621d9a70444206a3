/// An index that is no table's own, as the migrations leave it.
struct SchemaIndex {
  let name: String
  let table: String
  /// What makes it.
  let statement: SchemaSQL
}

extension Migration {
  /// Every index that a database of this version has besides its tables' keys, in the order in which they are made.
  static func indexes(in dialect: Dialect) -> [SchemaIndex] {
    var indexes: [SchemaIndex] = []
    for statement in all.flatMap(\.statements) {
      let words = statement.text(in: dialect).split(whereSeparator: { " (\n".contains($0) }).map(String.init)
      if words.starts(with: ["CREATE", "INDEX"]), words.count > 4, words[3] == "ON" {
        indexes.append(SchemaIndex(name: words[2], table: words[4], statement: statement))
      } else if words.starts(with: ["DROP", "INDEX"]), words.count > 2 {
        indexes.removeAll { $0.name == words[2] }
      }
    }
    return indexes
  }
}
