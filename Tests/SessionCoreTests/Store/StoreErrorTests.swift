import SessionCore
import Testing

@Suite struct StoreErrorTests {
  static let kinds: [StoreError.Kind] = [
    .missing, .notSetUp, .older, .newer, .locked, .readOnly, .full, .corrupt, .cannotOpen, .duplicate, .replaced,
    .interrupted, .conflict, .unreachable, .denied, .address, .other,
  ]

  @Test(arguments: [
    StoreError.Kind.missing, .notSetUp, .older, .newer, .readOnly, .full, .denied, .unreachable, .conflict, .address,
    .other,
  ]) func `of a server nothing is said that is true of files alone`(_ kind: StoreError.Kind) {
    let error = StoreError(kind, database: "mariadb://web@db1,db2/site", detail: "db1: refused (2002)")
    for text in [error.phrase.english, error.phrase.chinese] {
      #expect(text.contains("mariadb://web@db1,db2/site"))
      for word in ["file", "mode", "directory", "fuser", "--database", "文件", "目录"] {
        #expect(!text.contains(word), "\(text)")
      }
    }
    if ![.missing, .notSetUp, .older, .newer].contains(kind) { #expect(error.description.contains("(2002)")) }
  }

  @Test(arguments: kinds) func `of a file everything is said as before`(_ kind: StoreError.Kind) {
    let error = StoreError(kind, database: "/var/lib/a.db", detail: "detail")
    #expect(!error.description.contains("server") && !error.description.isEmpty && !error.phrase.chinese.isEmpty)
  }
}
