import Foundation
import Support
import Testing

@testable import Scale

@Suite struct TableTests {
  @Test(
    "Numbers are as rough as what they come from",
    arguments: [
      (0.5, "0.50"), (4.26, "4.3"), (12.4, "12"), (1_239_000, "1,200,000"), (99.9, "100"), (0, "0"),
    ])
  func rough(number: Double, text: String) { #expect(number.rough == text) }

  @Test("A page's table is replaced, and nothing else")
  func page() throws {
    let directory = try TemporaryDirectory()
    let file = directory.file("page.md")
    try "Before.\n\n<!-- scale: it -->\n| old |\n\nAfter.\n".write(toFile: file, atomically: true, encoding: .utf8)
    var table = Table("it", ["what", "how many"])
    table.add("one", "1")
    try Page(file: file).write([table])
    #expect(
      try String(contentsOfFile: file, encoding: .utf8) == """
        Before.

        <!-- scale: it -->
        | what | how many |
        | --- | --: |
        | one | 1 |

        After.

        """)
    #expect(throws: Page.NoPlace.self) { try Page(file: file).write([Table("another", ["what"])]) }
  }

  @Test("The committed figures can be read, of all three engines")
  func figures() throws {
    let figures = try Figures(file: Products.repository + "/bench/scale/figures.json")
    for kind in [Site.Kind.sqlite, .mariadb, .galera] { _ = try figures[kind] }
  }
}
