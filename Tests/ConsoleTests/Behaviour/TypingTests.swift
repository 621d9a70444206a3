import Screen
import SessionCore
import Testing

@testable import Console

/// Filters as they are typed: live answers, completion, history.
@Suite struct TypingTests {
  private func typing(_ text: String, view: Character = "1", history: [String] = []) -> Bench {
    let bench = Bench.loaded(columns: 120, history: TypingHistory(lines: history))
    bench.press(.character(view), .character("f"))
    bench.type(text)
    return bench
  }

  private func field(_ bench: Bench) -> String {
    if case .filter(let editor)? = bench.state.overlay { editor.line.text } else { "-" }
  }

  @Test func `the list follows what is typed, and is as it was after Esc`() {
    let bench = typing("ali")
    #expect(bench.state.sessions.rows.map(\.owner.login) == ["alice"])
    #expect(bench.lines[2].hasSuffix(" 1"))
    #expect(bench.text.contains("alice") && !bench.text.contains("王小明  "))
    bench.press(.escape)
    #expect(bench.state.sessions.rows.count == 9 && bench.here == "王小明")
  }

  @Test func `a word that is not whole yet changes nothing and is no mistake`() {
    let bench = typing("state:idle")
    #expect(bench.state.sessions.rows.count == 1)
    bench.press(.backspace)
    #expect(bench.state.sessions.filter == "state:idle" && !bench.text.contains("not known"))
  }

  @Test func `while typing goes on nothing is asked, and of what is asked the last counts`() {
    let bench = Bench.loaded()
    bench.press(.character("f"))
    var asked: [Effect] = []
    for character in "ali" { asked += bench.tap(.character(character)) }
    #expect(asked.allSatisfy { if case .remind = $0 { true } else { false } } && asked.count == 3)
    // Only the reminder for the last letter asks.
    #expect(bench.send(.reminded(serial: 1)).isEmpty && bench.send(.reminded(serial: 2)).isEmpty)
    let effects = bench.send(.reminded(serial: 3))
    guard case .loadSessions(let query, _, _, _, let serial)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(query.filter == (try? SessionFilter(text: "ali")))
    #expect(serial == bench.state.sessions.serial)
    bench.settle()
    #expect(bench.tap(.enter) == [.keepHistory("sessions ali")])
  }

  @Test func `what was shown stays until the answer is there, but nothing can be done to it`() {
    let bench = Bench.loaded()
    bench.press(.character("f"))
    bench.tap(.character("q"))
    bench.asked = []
    bench.send(.reminded(serial: 1))
    #expect(bench.text.contains("› 王小明") && bench.state.sessions.current == nil)
    bench.asked = []
    bench.tap(.enter)
    bench.tap(.character("x"))
    #expect(bench.state.overlay == nil && bench.world.done.isEmpty)
    bench.send(.tick(Sample.now + .seconds(1)))
    bench.send(.tick(Sample.now + .seconds(2)))
    #expect(bench.text.contains("Reading…"))
  }

  @Test func `a count that stops early is shown so`() {
    let bench = typing("ali")
    bench.world.sessions = Sample.sessions
    var answer = ListAnswer(
      window: Window(rows: Sample.sessions, anchor: 0, isAnchorThere: true, reachesStart: true, reachesEnd: true),
      matching: CappedCount(found: 10_001), totals: bench.world.totals(Sample.now), at: Sample.now)
    answer.matching = CappedCount(found: 10_001)
    bench.send(.databaseChanged)
    bench.asked = []
    bench.send(.sessionsLoaded(answer, serial: bench.state.sessions.serial))
    #expect(bench.lines[2].hasSuffix("10000+"))
  }

  @Test func `rows are there before they are counted, and the cursor stays where it has gone meanwhile`() {
    let bench = Bench.loaded(columns: 120)
    let rows = bench.state.sessions.rows
    bench.press(.character("f"))
    bench.tap(.character("a"))
    bench.send(.reminded(serial: 1))
    bench.asked = []
    let serial = bench.state.sessions.serial
    let window = Window(rows: rows, anchor: 0, isAnchorThere: true, reachesStart: true, reachesEnd: true)
    bench.send(.sessionsRead(window, at: Sample.now, serial: serial))
    #expect(bench.state.sessions.rows == rows && bench.state.sessions.count == nil && bench.lines[2].contains("…"))
    bench.tap(.enter)
    bench.tap(.down)
    bench.tap(.down)
    #expect(bench.state.sessions.cursor == 2 && bench.state.sessions.serial == serial)
    let answer = ListAnswer(
      window: window, matching: CappedCount(found: 10_001), totals: bench.world.totals(Sample.now), at: Sample.now)
    bench.send(.sessionsLoaded(answer, serial: serial))
    #expect(bench.state.sessions.cursor == 2 && bench.lines[2].contains("10000+"))
  }

  @Test(
    arguments: [
      ("st", "state:|started", nil), ("sta", "state:", "state:"), ("state:i", "state:idle", "state:idle"),
      ("-state:rem", "-state:remembered", "-state:remembered"), ("a|kin", "kind:", "a|kind:"),
      ("ali state:", "state:live", nil), ("user:ali", "user:alice", "user:alice"),
      ("from:203.0.113.2", "from:203.0.113.24", nil),
      ("client:fi", "client:firefox", "client:firefox"), ("idle>", "idle>10m", nil), ("by:l", "by:lin", "by:lin"),
      ("user:Ém", "user:\"Émile Durand\"", nil),
    ] as [(String, String, String?)])
  func `Tab goes on with the word before the caret`(_ text: String, _ offered: String, _ completed: String?) {
    let bench = typing(text)
    for word in offered.split(separator: "|") where !offered.hasPrefix("a|") {
      #expect(bench.lines[3].contains(word), "\(bench.lines[3])")
    }
    if let completed {
      bench.press(.tab)
      #expect(field(bench) == completed)
    }
  }

  @Test func `Tab turns through the ways, Shift-Tab back`() {
    let bench = typing("state:")
    var seen: [String] = []
    for _ in 0..<6 {
      bench.press(.tab)
      seen.append(field(bench))
    }
    #expect(seen == ["state:live", "state:idle", "state:ending", "state:remembered", "state:simulated", "state:live"])
    bench.press(.backTab)
    #expect(field(bench) == "state:simulated")
    bench.press(.character(" "))
    bench.type("kin")
    bench.press(.tab)
    #expect(field(bench) == "state:simulated kind:")
  }

  @Test func `each list completes its own words`() {
    #expect(typing("state:lo", view: "2").lines[3].contains("state:locked"))
    #expect(
      typing("outcome:wr", view: "3").lines.contains { $0.contains("outcome:wrong-password  outcome:wrong-code") })
    #expect(typing("act:lo", view: "4").lines.contains { $0.contains("act:login  act:logout  act:lock-user") })
    #expect(!typing("outcome:wr").text.contains("outcome:wrong-password"))
  }

  @Test func `nothing is completed inside of quotation marks, and nonsense not at all`() {
    let bench = typing("\"sta")
    bench.press(.tab)
    #expect(field(bench) == "\"sta")
    #expect(typing("xyz:").lines[3].contains("user:ali"))
  }

  @Test func `Up and Down go through what was typed before, each list's own`() {
    let bench = typing("dra", history: ["sessions ali", "users state:locked", "sessions state:idle"])
    bench.press(.up)
    #expect(field(bench) == "state:idle" && bench.state.sessions.filter == "state:idle")
    bench.press(.up, .up, .up)
    #expect(field(bench) == "ali")
    bench.press(.down, .down)
    #expect(field(bench) == "dra")
    let users = typing("", view: "2", history: ["sessions ali", "users state:locked"])
    users.press(.up)
    #expect(field(users) == "state:locked")
  }

  @Test func `what was completed in one text is forgotten in another`() {
    let bench = typing("user:alice state:", history: ["sessions bob"])
    bench.press(.tab, .up)
    #expect(field(bench) == "bob")
    bench.press(.tab, .backTab, .tab)
    #expect(field(bench).hasPrefix("bob"))
  }

  @Test func `what is applied is kept once, the newest last`() {
    var history = TypingHistory(lines: ["sessions a", "sessions b", "nonsense c", "sessions", "users \u{1B}[31m"])
    #expect(history.lines == ["sessions a", "sessions b"])
    #expect(history.add("a", in: .sessions) == "sessions a" && history.add("a", in: .sessions) == nil)
    #expect(history.add("", in: .sessions) == nil)
    #expect(history.lines == ["sessions b", "sessions a"])
    for number in 0..<300 { _ = history.add("\(number)", in: .sessions) }
    #expect(history.lines.count == TypingHistory.limit && history.lines.last == "sessions 299")
  }
}
