/// The reader of whatever file it is.
struct AnyReader: AccountReader {
  private var reader: any AccountReader

  init(_ kind: ImportKind, _ input: InputFile, map: ColumnMap, hasHeader: Bool, builder: AccountBuilder) {
    let more: Bytes = { () throws(ImportError) in try input.next() }
    reader =
      switch kind {
      case .userMan: UserManReader(more, map: map, builder: builder)
      case .csv: TableReader(CommaScanner(more), map: map, hasHeader: hasHeader, builder: builder)
      case .tsv: TableReader(TabScanner(more), map: map, hasHeader: hasHeader, builder: builder)
      case .htpasswd: PasswordFileReader(.htpasswd, more, builder: builder)
      case .shadow: PasswordFileReader(.shadow, more, builder: builder)
      case .django: DjangoReader(more, map: map, hasHeader: hasHeader, builder: builder)
      case .json: ExportReader(more, builder: builder)
      }
  }

  var line: Int { reader.line }
  var position: Int { reader.position }

  mutating func next() throws(ImportError) -> AccountRow? { try reader.next() }
}
