import Screen
import SessionCore
import Testing

@testable import Console

/// The console for those who hear it.
@Suite struct SpeechTests {
  @Test(arguments: Array("123456"), [Language.english, .chinese])
  func `nothing that is only drawn is said`(_ view: Character, _ language: Language) {
    let bench = Bench.loaded(rows: 60, columns: 200, language: language)
    bench.press(.character(view))
    let lines = bench.state.speech + bench.state.spokenRows
    #expect(!lines.isEmpty)
    for scalar in lines.joined().unicodeScalars {
      #expect(!(0x2500...0x25FF).contains(scalar.value) && !(0x2800...0x28FF).contains(scalar.value), "\(lines)")
    }
    if view == "5" { #expect(lines.allSatisfy { $0.contains(where: \.isLetter) }) }
  }
}
