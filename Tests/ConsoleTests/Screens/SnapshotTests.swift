import Console
import Screen
import SessionCore
import Testing

@Suite struct SnapshotTests {
  @Test(arguments: Scene.allCases, Language.allCases) func `the screen is as it was when somebody looked`(
    _ scene: Scene, _ language: Language
  ) {
    for (columns, rows) in [(40, 10), (80, 24), (200, 50)] {
      let bench = scene.play(rows: rows, columns: columns, language)
      expectSnapshot("\(scene.rawValue).\(columns)x\(rows).\(language.rawValue)", bench.frame)
    }
  }

  @Test(arguments: Scene.allCases) func `nothing from a stranger reaches the terminal raw`(_ scene: Scene) {
    for language in Language.allCases {
      for cell in scene.play(rows: 24, columns: 80, language).frame.cells {
        for scalar in cell.text.unicodeScalars {
          #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
          #expect(!(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
        }
      }
    }
  }
}
