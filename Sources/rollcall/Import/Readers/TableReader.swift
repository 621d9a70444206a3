/// Reads accounts from CSV or TSV, whose first row names the columns unless it is said that it does not.
struct TableReader<Scanner: RecordScanner>: AccountReader {
  private var scanner: Scanner
  private var builder: AccountBuilder
  private let map: ColumnMap
  private let hasHeader: Bool
  private var places: [AccountColumn: Int]?
  private var width = 0

  init(_ scanner: Scanner, map: ColumnMap, hasHeader: Bool, builder: AccountBuilder) {
    self.scanner = scanner
    self.map = map
    self.hasHeader = hasHeader
    self.builder = builder
  }

  var line: Int { scanner.line }
  var position: Int { scanner.position }

  mutating func next() throws(ImportError) -> AccountRow? {
    guard var record = try scanner.next() else { return nil }
    if places == nil {
      width = record.fields.count
      do throws(ColumnProblem) {
        if hasHeader {
          places = try map.places(among: record.fields.map { String(decoding: $0 ?? [], as: UTF8.self) })
        } else {
          places = try map.places(count: width)
        }
      } catch { throw .columns(error) }
      if hasHeader {
        guard let first = try scanner.next() else { return nil }
        record = first
      }
    }
    return row(record)
  }

  private mutating func row(_ record: TextRecord) -> AccountRow {
    let places = places ?? [:]
    func field(_ column: AccountColumn) -> [UInt8]? {
      guard let place = places[column], place < record.fields.count else { return nil }
      return record.fields[place]
    }
    let secret: RawAccount.Secret =
      places[.password] == nil
      ? .hash(field(.hash), salt: field(.salt)) : .password(field(.password), salt: field(.salt))
    let raw = RawAccount(
      line: record.line, login: field(.login), secret: secret, id: field(.id), created: field(.created),
      changed: field(.changed), lastLogin: field(.lastLogin), state: field(.state))
    if let problem = record.problem { return .refused(builder.refusal(raw, problem)) }
    guard record.fields.count == width else {
      return .refused(builder.refusal(raw, .fieldCount(record.fields.count, wanted: width)))
    }
    return builder.row(raw)
  }
}
