import Screen
import Testing

@testable import Console

@Suite struct ActionTableTests {
  @Test(arguments: ViewID.allCases) func `in each view a key does one thing`(_ view: ViewID) {
    let keys = Action.all.filter { $0.works(in: view) }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `each action is in the table once, with help in both languages`() {
    #expect(Action.all.map(\.id.rawValue).sorted() == Action.ID.allCases.map(\.rawValue).sorted())
    for action in Action.all {
      #expect(!action.help.english.isEmpty && !action.help.chinese.isEmpty && !action.keys.isEmpty)
    }
  }

  @Test(arguments: ViewID.allCases) func `no key that moves changes anything`(_ view: ViewID) {
    let moving: [Key] =
      "hjklgG".map { .character($0) } + [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown]
      + "fbdu".map { .control($0) }
    for key in moving { #expect(Keymap.standard.action(of: key, in: view)?.isDangerous != true, "\(key)") }
  }

  @Test func `no dangerous action has the key that confirms`() {
    for action in Action.all where action.isDangerous { #expect(!action.keys.contains(.character(Confirm.key))) }
  }

  @Test func `the keys of the views open them`() {
    for view in ViewID.allCases {
      let bench = Bench.loaded()
      bench.press(.character(view.rawValue))
      #expect(bench.state.view == view)
    }
    let bench = Bench.loaded()
    for _ in ViewID.allCases { bench.press(.tab) }
    #expect(bench.state.view == .sessions)
  }

  @Test func `an unknown key does nothing`() {
    let bench = Bench.loaded()
    let before = bench.state
    for key in [Key.character("z"), .character("王"), .control("o"), .function(12), .delete, .left] {
      #expect(bench.tap(key) == [])
    }
    #expect(bench.state == before)
  }
}
