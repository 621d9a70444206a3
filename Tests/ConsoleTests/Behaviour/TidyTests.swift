import Screen
import SessionCore
import Testing

@testable import Console

/// What is shown is whole: no half words, no letters that belong to nothing, no offers that are refused.
@Suite struct TidyTests {
  @Test(arguments: ["x", "X", "E", "L", "e", "H"])
  func `nothing of the list stands beside a box that is nearly as wide as the screen`(_ key: Character) throws {
    let bench = Bench.loaded()
    bench.press(.character(key))
    let top = try #require(bench.lines.firstIndex { $0.contains("┌") })
    let bottom = try #require(bench.lines.firstIndex { $0.contains("└") })
    for line in bench.lines[top...bottom] {
      #expect(
        line.allSatisfy { "┌┐└┘│─ ".contains($0) } || (line.trimmed.first == "│" && line.trimmed.last == "│"), "\(line)"
      )
    }
  }

  @Test func `the help says the whole of why something cannot be done`() {
    let bench = Bench.loaded(rows: 60)
    bench.press(.character("?"))
    #expect(bench.words.contains("Nothing was done from here in the last 5 minutes"))
  }

  @Test func `the help's texts have room on the smallest screen`() {
    let bench = Bench.loaded(rows: 10, columns: 40)
    bench.press(.character("?"))
    for key in "mark" { bench.press(.character(key)) }
    #expect(bench.words.contains("mark the row, or unmark it"))
  }

  @Test(arguments: Language.allCases) func `a detail shows all of what a client sent`(_ language: Language) throws {
    let bench = Bench.loaded(rows: 60, language: language)
    bench.press(.enter)
    let sent = try #require(bench.state.sessions.current).userAgent
    #expect(SafeText.width(sent) > 60)
    #expect(bench.words.filter { $0 != " " }.contains(sent.filter { $0 != " " }))
  }

  @Test(arguments: Language.allCases) func `the column that is sorted by shows which way`(_ language: Language) {
    let bench = Bench.loaded(language: language)
    for view in "1234" {
      bench.press(.character(view))
      for _ in 0..<3 {
        bench.press(.character(">"))
        #expect(bench.lines.contains { $0.contains("↓") || $0.contains("↑") }, "\(bench.text)")
      }
    }
  }

  @Test func `a login is read before an id on a narrow screen, and half a time on none`() {
    let bench = Bench.loaded()
    #expect(bench.lines[22].contains("at the latest · 王小明 #"))
    bench.send(.input(.resize(Size(rows: 10, columns: 40))))
    #expect(bench.lines[8].contains("if idle · ") && !bench.lines[8].contains("at the"))
  }

  @Test func `what cannot be simulated here is not offered`() {
    let bench = Bench.loaded(sessions: [])
    #expect(bench.text.contains("6 simulates a login"))
    bench.state.setting.simulation.refusal = Phrase("It is off.", "已关闭。")
    #expect(!bench.text.contains("simulates a login") && bench.text.contains("http://localhost:8080/login.cgi"))
  }

  @Test func `a row is marked where there is one`() {
    let empty = Bench.loaded(sessions: [])
    #expect(!empty.text.contains("Space mark"))
    let bench = Bench.loaded()
    #expect(bench.text.contains("Space mark"))
    bench.press(.enter)
    #expect(!bench.text.contains("Space mark") && !bench.text.contains("/ find"))
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Bench {
  /// The screen as one line, without borders.
  fileprivate var words: String {
    lines.map { $0.filter { $0 != "│" } }.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }
}
