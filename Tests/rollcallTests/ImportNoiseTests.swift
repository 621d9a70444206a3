import Foundation
import SessionCore
import Support
import Testing

@testable import rollcall

/// Whatever a file holds, it ends in rows or in an error that says what to do.
@Suite struct ImportNoiseTests {
  @Test(
    "Any bytes at all end in rows or in an error",
    arguments: [
      (ImportKind.csv, "members.csv"), (.tsv, "passwords.tsv"), (.htpasswd, "site.htpasswd"), (.shadow, "shadow"),
      (.django, "auth_user.csv"),
    ])
  func noise(kind: ImportKind, name: String) throws {
    let whole = Array(try Data(contentsOf: URL(filePath: ImportFixture.legacy(name))))
    var random = SplitMix(state: 11)
    let files = try TemporaryDirectory()
    let path = files.file("noise")
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<12 {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array("\",\n\\:\t{".utf8)[Int(random.next() % 7)], at: place)
        }
      }
      try Data(bytes).write(to: URL(filePath: path))
      let map = try ColumnMap(kind == .tsv ? ["login=2,password=3"] : kind == .csv ? ["login=2,hash=3"] : [])
      var reader = AnyReader(
        kind, try InputFile(path: path), map: map, hasHeader: kind != .tsv, builder: ImportFixture.builder)
      var rows = 0
      do {
        while let row = try reader.next() {
          rows += 1
          #expect((row.refusal?.login ?? "").utf8.count < 1024)
        }
      } catch {
        #expect(!error.phrase(.english).isEmpty && !error.phrase(.chinese).isEmpty)
      }
      #expect(rows <= bytes.count && reader.position <= bytes.count)
    }
  }
}
