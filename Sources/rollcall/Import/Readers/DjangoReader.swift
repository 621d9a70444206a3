/// Reads Django's users, from CSV or from a fixture: the first byte tells.
struct DjangoReader: AccountReader {
  private var reader: any AccountReader
  private var problem: ImportError?

  init(_ more: @escaping Bytes, map: ColumnMap, hasHeader: Bool, builder: AccountBuilder) {
    var first: [UInt8]?
    do throws(ImportError) { first = try more() } catch { problem = error }
    let whole: Bytes = { () throws(ImportError) in
      guard let piece = first else { return try more() }
      first = nil
      return piece
    }
    let sign = first?.first { !Byte.isBlank($0) }
    if sign == Byte.openBracket || sign == Byte.openBrace {
      reader = DjangoFixtureReader(whole, builder: builder)
    } else {
      reader = TableReader(
        CommaScanner(whole), map: map.filled(ImportKind.djangoColumns), hasHeader: hasHeader, builder: builder)
    }
  }

  var line: Int { reader.line }
  var position: Int { reader.position }

  mutating func next() throws(ImportError) -> AccountRow? {
    if let problem { throw problem }
    return try reader.next()
  }
}
