import Foundation
import Support
import Testing

@testable import Bench

@Suite struct RowTests {
  @Test("A row has the ratio of ours to the peer's, and knows whether its goal is met")
  func ratio() {
    let row = Row("check", "time", size: 1000, 3, "ms", beside: ("static C", 2), goal: .timesAtMost(1.25))
    #expect(row.ratio == 1.5)
    #expect(row.holds == false)
    #expect(row.goal == "≤ 1.25 ×")
  }

  @Test(
    "Goals are met up to their bound",
    arguments: [
      (Goal.atMost(3), true), (.atMost(2.9), false), (.p99AtMost(5), true), (.p99AtMost(4), false),
      (.timesAtMost(0.5), true), (.timesAtMost(0.4), false), (.fasterBy(2), true), (.fasterBy(3), false),
      (.timesAtLeast(0.5), true), (.timesAtLeast(0.6), false),
    ])
  func goals(goal: Goal, isMet: Bool) {
    #expect(Row("a", "b", 3, "ms", p99: 5, beside: ("c", 6), goal: goal).holds == isMet)
  }

  @Test("Where the peer was not measured nothing is said of a goal beside it")
  func alone() {
    let row = Row("check", "time", 3, "ms", goal: .timesAtMost(1.25))
    #expect(row.holds == nil)
    #expect(row.ratio == nil)
  }

  @Test("JSON has the names that the head of script/bench lists, and is read as it was written")
  func json() throws {
    let row = Row(
      "console", "page down", size: 1000, 6, "ms", p99: 9, bytes: 2900, beside: ("sqlite3", 3), goal: .p99AtMost(16))
    let figures = Figures(machine: "a machine", versions: ["sqlite3": "3.40.1"], rows: [row])
    let text = try figures.json
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["machine", "versions", "rows"])
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(
      Set(rows[0].keys) == [
        "group", "what", "size", "figure", "p99", "unit", "bytes", "peer", "peerFigure", "ratio", "goal", "holds",
      ])
    let head = try String(contentsOfFile: Products.repository + "/script/bench", encoding: .utf8)
    for name in Array(object.keys) + Array(rows[0].keys) { #expect(head.contains(name), "\(name)") }
    #expect(try JSONDecoder().decode(Figures.self, from: Data(text.utf8)) == figures)
  }

  @Test("Groups that are measured again take the place of their rows, others stay")
  func merging() {
    func figures(_ rows: [Row]) -> Figures { Figures(machine: "", versions: [:], rows: rows) }
    let old = figures([Row("check", "time", 3, "ms"), Row("console", "first paint", 40, "ms")])
    let new = old.merging(figures([Row("check", "time", 2, "ms"), Row("login", "login", 1, "ms")]))
    #expect(new.rows.map(\.what) == ["time", "first paint", "login"])
    #expect(new.rows[0].figure == 2)
  }

  @Test("The table's columns stand under each other, within 100 columns")
  func table() {
    let rows = [
      Row(
        "check", "time", size: 10_000_000, 3.25, "ms", p99: 4, beside: ("Perl CGI::Session", 74.2), goal: .fasterBy(24)),
      Row(
        "check", "instructions", size: 1000, 2_253_000, "instr", beside: ("static C", 408_600), goal: .timesAtMost(1.5)),
    ]
    let lines = TextTable(figures: Figures(machine: "m", versions: [:], rows: rows)).text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    let ends = lines.suffix(3).map { $0.firstRange(of: /sessions|10,000,000|1,000/)?.upperBound.utf16Offset(in: $0) }
    #expect(Set(ends).count == 1)
    #expect(lines.contains { $0.contains("missed") })
  }
}
