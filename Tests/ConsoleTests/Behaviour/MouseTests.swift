import Screen
import SessionCore
import Testing

@testable import Console

@Suite struct MouseTests {
  /// A console that takes the mouse.
  private func bench(_ keys: Key...) -> Bench {
    let bench = Bench.loaded(columns: 100)
    bench.press(.character("m"))
    for key in keys { bench.press(key) }
    return bench
  }

  private func click(_ bench: Bench, on text: String, count: Int = 1) {
    for (row, line) in bench.lines.enumerated() {
      guard let range = line.range(of: text) else { continue }
      let column = SafeText.width(String(line[..<range.lowerBound]))
      bench.send(.input(.mouse(Mouse(.press(count: count), at: Place(row: row, column: column)))))
      bench.settle()
      return
    }
    Issue.record("there is no \(text)")
  }

  @Test func `it is off at first, and a frame asks for it once it is on`() {
    let bench = Bench.loaded()
    #expect(!bench.frame.takesMouse)
    bench.send(.input(.mouse(Mouse(.press(count: 1), at: Place(row: 8, column: 5)))))
    #expect(bench.here == "王小明")
    bench.press(.character("m"))
    #expect(bench.frame.takesMouse && bench.text.contains("hold Shift to select text"))
    bench.press(.character("m"))
    #expect(!bench.frame.takesMouse)
  }

  @Test func `a press puts the cursor on the row, a second one opens it`() {
    let bench = bench()
    click(bench, on: "carol")
    #expect(bench.here == "carol" && bench.state.overlay == nil)
    click(bench, on: "carol", count: 2)
    guard case .detail? = bench.state.overlay else {
      Issue.record("nothing opened")
      return
    }
  }

  @Test func `the wheel moves the cursor, and scrolls what stands over it`() {
    let bench = bench()
    bench.send(.input(.mouse(Mouse(.wheelDown, at: Place(row: 0, column: 0)))))
    #expect(bench.here == "evil\u{1B}[31m\u{202E}txt.exe\u{7}")
    bench.send(.input(.mouse(Mouse(.wheelUp, at: Place(row: 0, column: 0)))))
    #expect(bench.here == "王小明")
    bench.press(.character("?"))
    let before = bench.text
    bench.send(.input(.mouse(Mouse(.wheelDown, at: Place(row: 0, column: 0)))))
    #expect(bench.text != before && bench.here == "王小明")
  }

  @Test func `views, keys and the filter are pressed`() {
    let bench = bench()
    click(bench, on: "Users")
    #expect(bench.state.view == .users)
    click(bench, on: "Sessions")
    #expect(bench.state.view == .sessions)
    click(bench, on: "f filter")
    if case .filter? = bench.state.overlay { bench.press(.escape) } else { Issue.record("no filter") }
    click(bench, on: "? help")
    #expect(bench.text.contains("keys that work here"))
  }

  @Test func `a press on a column's title sorts by it, and the next one turns the order round`() {
    let bench = bench()
    click(bench, on: "ENDS IN")
    #expect(bench.state.sort == .ends && !bench.state.isDescending)
    click(bench, on: "ENDS IN")
    #expect(bench.state.sort == .ends && bench.state.isDescending)
    click(bench, on: "STARTED")
    #expect(bench.state.sort == .started && bench.state.isDescending)
    // Where there is no index to sort by, a title is a title.
    click(bench, on: "CLIENT")
    #expect(bench.state.sort == .started && bench.state.isDescending)
    click(bench, on: "Users")
    click(bench, on: "LAST LOGIN")
    #expect(bench.state.orders.users == .lastLogin && bench.state.orders.areUsersDescending)
    click(bench, on: "Attempts")
    click(bench, on: "WHEN")
    #expect(!bench.state.orders.areAttemptsDescending)
  }

  @Test func `a press never confirms an act, and cancels it`() {
    let bench = bench()
    click(bench, on: "x end")
    #expect(bench.text.contains("End this session of 王小明?"))
    click(bench, on: "End 1 session", count: 2)
    #expect(bench.world.done.isEmpty)
    // What lies beneath the dialog is not pressed through it.
    click(bench, on: "End this session of", count: 2)
    #expect(bench.world.done.isEmpty && bench.here == "王小明")
    click(bench, on: "Cancel")
    #expect(bench.state.overlay == nil && bench.world.done.isEmpty)
  }

  @Test func `rows beneath a question are not pressed beside it`() {
    let bench = bench(.character("x"))
    bench.send(.input(.mouse(Mouse(.press(count: 1), at: Place(row: 5, column: 2)))))
    #expect(bench.here == "王小明" && bench.state.overlay != nil)
  }

  @Test func `in the palette a press chooses and a second one runs`() {
    let bench = bench(.character(":"))
    bench.type("lock")
    click(bench, on: "unlock ")
    #expect(bench.text.contains("› unlock"))
    click(bench, on: "  lock ", count: 2)
    #expect(bench.text.contains("Lock 王小明"))
  }

  @Test func `a press anywhere on any screen harms nothing`() {
    for scene in Scene.allCases {
      let bench = scene.play(rows: 24, columns: 80, .english)
      bench.state.isMouseOn = true
      let done = bench.world.done.count
      for row in stride(from: 1, to: 24, by: 5) {
        for column in stride(from: 9, to: 80, by: 30) {
          let other = scene.play(rows: 1, columns: 1, .english)
          other.state = bench.state
          other.world = bench.world
          other.asked = []
          other.send(.input(.mouse(Mouse(.press(count: 2), at: Place(row: row, column: column)))))
          #expect(other.world.done.count == done)
          #expect(!other.asked.contains { if case .perform = $0 { true } else { false } })
        }
      }
    }
  }
}

@Suite struct CopyTests {
  @Test func `what the cursor is on is copied by what it is known by`() {
    let bench = Bench.loaded()
    #expect(bench.tap(.character("y")) == [.copy(Sample.sessions[0].id.description)])
    bench.press(.enter)
    #expect(bench.tap(.character("y")) == [.copy(Sample.sessions[0].id.description)])
    bench.press(.escape, .character("2"))
    #expect(bench.tap(.character("y")) == [.copy(bench.state.users.current?.user.login.text ?? "")])
    bench.press(.character("3"))
    #expect(bench.tap(.character("y")) == [.copy("203.0.113.9")])
  }

  @Test func `what was sent is said, and where nothing could be`() {
    let bench = Bench.loaded()
    bench.send(.copied("01JD3K", isSent: true))
    #expect(bench.text.contains("Sent to the terminal's clipboard: 01JD3K"))
    bench.send(.copied("01JD3K", isSent: false))
    #expect(bench.text.contains("no clipboard to send it to: 01JD3K"))
  }

  @Test func `where there is nothing, nothing is copied`() {
    let bench = Bench.loaded(sessions: [])
    #expect(bench.tap(.character("y")) == [])
  }
}
