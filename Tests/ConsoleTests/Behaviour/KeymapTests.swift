import Screen
import SessionCore
import Support
import Testing

@testable import Console

@Suite struct KeymapTests {
  private func failure(_ changes: (String, String)...) -> KeymapError? {
    do throws(KeymapError) {
      _ = try Keymap(changes.map { KeyChange(action: $0, keys: $1) })
      return nil
    } catch { return error }
  }

  private func keymap(_ changes: (String, String)...) throws -> Keymap {
    try Keymap(changes.map { KeyChange(action: $0, keys: $1) })
  }

  @Test func `an action can have other keys, and then has those alone`() throws {
    let keymap = try keymap(("lock", "^K F7"), ("command", "F8"))
    let bench = Bench.loaded(keymap: keymap)
    bench.press(.character("L"))
    #expect(bench.state.overlay == nil)
    bench.press(.function(7))
    #expect(bench.text.contains("Lock 王小明"))
    bench.press(.escape, .function(8))
    #expect(bench.text.contains("end-all"))
  }

  @Test func `keys that change places do not clash`() throws {
    let keymap = try keymap(("end", "L"), ("lock", "x"))
    #expect(keymap.action(of: .character("L"), in: .sessions)?.id == .end)
    #expect(keymap.action(of: .character("x"), in: .sessions)?.id == .lock)
  }

  @Test func `everything that names a key names the one that works`() throws {
    let bench = Bench.loaded(columns: 120, keymap: try keymap(("undo", "Z"), ("lock", "F7"), ("help", "F2")))
    bench.press(.character("x"), .character("e"))
    #expect(bench.text.contains("Z takes it back for 5 minutes."))
    bench.press(.down)
    #expect(bench.lines[1].hasSuffix("F2 help") && bench.text.contains("F7 lock"))
    bench.press(.function(2))
    #expect(bench.text.contains("F7 ") && !bench.text.contains(" L   "))
  }

  @Test(arguments: [
    ("lock", "x", ["lock", "end", "x"]), ("end", "L", ["end", "lock", "L"]), ("step", "r", ["step", "run", "r"]),
    ("help", "1", ["help", "sessions", "1"]), ("end", "f", ["end", "filter"]),
  ]) func `a clash is told with both names`(_ action: String, _ keys: String, _ words: [String]) throws {
    let error = try #require(failure((action, keys)))
    #expect(error.change == 0)
    for word in words { #expect(error.phrase.english.contains(word), "\(error.phrase.english)") }
  }

  @Test func `the same key in two views is no clash`() throws {
    #expect(try keymap(("step", "x")).action(of: .character("x"), in: .simulate)?.id == .step)
  }

  @Test func `of two changes the one that clashes is told`() throws {
    let error = try #require(failure(("theme", "W"), ("lock", "^K"), ("unlock", "W")))
    #expect(error.phrase.english.contains("theme") && error.phrase.english.contains("unlock"))
  }

  @Test(arguments: "hjklgG".map { String($0) } + ["Up", "down", "^F", "^u", "PgUp", "Home", "End"])
  func `a key that moves is never bound to anything else`(_ key: String) throws {
    for action in ["end", "lock", "theme"] {
      let error = try #require(failure((action, key)))
      #expect(error.phrase.english.contains("moves the cursor"))
    }
  }

  @Test func `the key that confirms does not ask`() throws {
    #expect(try #require(failure(("end", "e"))).phrase.english.contains("confirms"))
    for action in Action.all where action.isDangerous {
      #expect(failure((action.id.rawValue, "e")) != nil)
    }
  }

  @Test(arguments: [
    ("ende", "x", "did you mean end?"), ("zebra", "x", "config keys"), ("end", "Ctrl-X", "is no key"),
    ("end", "^I", "is no key"), ("end", "F13", "is no key"), ("quit", "none", "needs a key"),
    ("end", "Esc", "always the key of back"), ("lock", "^C", "always the key of quit"), ("", "x", "no action"),
  ]) func `what cannot be is told`(_ action: String, _ keys: String, _ words: String) throws {
    let error = try #require(failure(("theme", "W"), (action, keys)))
    #expect(error.change == 1)
    #expect(error.phrase.english.contains(words), "\(error.phrase.english)")
    #expect(!error.phrase.chinese.isEmpty)
  }

  @Test func `an action without a key is still run by its name`() throws {
    let bench = Bench.loaded(keymap: try keymap(("lock", "none")))
    bench.press(.character("L"))
    #expect(bench.state.overlay == nil)
    bench.press(.character(":"))
    bench.type("lock")
    bench.press(.enter)
    #expect(bench.text.contains("Lock 王小明"))
  }

  @Test func `every key has a name that is read as that key`() {
    let keys: [Key] =
      "axZ:?/王é".map { .character($0) } + "akz".map { .control($0) }
      + [.character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .pageDown, .function(12)]
    for key in keys { #expect(Key(key.configurationName) == key) }
    for key in Action.all.flatMap(\.keys) { #expect(Key(key.configurationName) == key, "\(key)") }
  }

  @Test func `the names of views are those of the actions that open them`() {
    for view in ViewID.allCases { #expect(Action.ID(rawValue: view.name) != nil) }
  }

  @Test func `Esc goes back and ^C leaves, whatever else does`() throws {
    let keymap = try keymap(("quit", "Q"), ("back", "F2"))
    for (key, id) in [
      (Key.character("Q"), Action.ID.quit), (.control("c"), .quit), (.function(2), .back), (.escape, .back),
    ] {
      #expect(keymap.action(of: key, in: .sessions)?.id == id)
    }
    #expect(keymap.name(of: .quit) == "Q")
  }

  @Test(arguments: ["\u{202E}", "\u{200B}", "\u{E000}", "\u{301}"]) func `what no key sends is no key`(_ name: String)
    throws
  {
    #expect(try #require(failure(("lock", name))).phrase.english.contains("is no key"))
  }

  @Test func `views are named by the keys that open them`() throws {
    let bench = Bench.loaded(columns: 120, keymap: try keymap(("users", "W"), ("audit", "none")))
    #expect(bench.lines[1].contains("1 Sessions   W Users   3 Attempts    Audit   5 Overview"))
  }

  @Test(arguments: Language.allCases) func `no text names a key that does something else`(_ language: Language) throws {
    let named: Set<Action.ID> = [.history, .markRange, .markAll, .reverse]
    let fixed: Set<Action.ID> = [.quit, .open, .mark, .help]
    let changes = Action.all.filter {
      ($0.label != nil || $0.isDangerous || named.contains($0.id)) && !fixed.contains($0.id)
    }
    .map(\.id)
    let letters = "éèêàâäöüïîôûçñåøæœßþðłşžščαβγδεζηθκλμνξπρστφχψω".map { String($0) }
    #expect(changes.count <= letters.count)
    let keymap = try Keymap(zip(changes, letters).map { KeyChange(action: $0.rawValue, keys: $1) })
    let bare = [
      Words.addUsers, Words.nothingToUndo, Words.rangeBegun, Words.endAllOfAll, Words.chainSealed(3),
      Words.chainMoved(3),
      Words.chainUnsealed, Words.noUserToForgive, Words.sortedByTime, Words.undoFor("5m"),
    ]
    for phrase in bare {
      let text = keymap.fill(phrase(language))
      #expect(text != phrase(language), "\(text) names no key of the table")
      #expect(!text.contains { "xEuHiVAvr".contains($0) && isAlone($0, text) }, "\(text)")
    }
  }

  private func isAlone(_ letter: Character, _ text: String) -> Bool {
    text.split { !$0.isLetter || !$0.isASCII }.contains { $0 == String(letter) }
  }
}
