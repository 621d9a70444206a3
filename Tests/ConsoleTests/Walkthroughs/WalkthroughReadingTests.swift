import Console
import Screen
import SessionCore
import Testing

@Suite struct WalkthroughReadingTests {
  private static let head = "title en: A\ntitle zh: 甲\n"
  private static let step = "say en: One.\nsay zh: 一。\n"

  @Test func `a script of every sort of line`() throws {
    let script = try Walkthrough(
      text: """
        # A remark.
        title en: First look
        title zh: 初次见面
        size: 100x30
        people: 3
        sessions: 5
        seed: 9
        session: alice from=203.0.113.7 client=curl kind=remembered began=6d seen=3h
        lock: dave on leave
        guesses: carol count=6 from=198.51.100.2

        say en: Look
          here.
        say zh: 请看
          这里。
        press: j Enter ^D Space F1
        type en: lost laptop
        type zh: 丢失的笔记本
        wait for: alice
        expect not: bob
        pause: 2s
        attempt: zoë outcome=wrong-password began=7m
        """)
    #expect(script.title == Phrase("First look", "初次见面"))
    #expect(script.size == Size(rows: 30, columns: 100))
    let scene = try #require(script.scene)
    #expect(scene.people == 3 && scene.sessions == 5 && scene.seed == 9)
    #expect(scene.arrangements.count == 3)
    let step = try #require(script.steps.first)
    #expect(step.caption == Phrase("Look here.", "请看这里。"))
    #expect(
      step.deeds.prefix(5).map(\.kind) == [
        .press([.character("j"), .enter, .control("d"), .character(" "), .function(1)]),
        .type(Phrase("lost laptop", "丢失的笔记本")), .waitFor(Phrase("alice", "alice")),
        .expect(Phrase("bob", "bob"), isThere: false), .pause(.seconds(2)),
      ])
    #expect(step.deeds.map(\.line) == [16, 17, 19, 20, 21, 22])
  }

  @Test(arguments: [
    ("", 1, "no title"), (head, 1, "no step"), (head + "say en: One.\n", 3, "'say zh: …'"),
    (head + "say: One.\n", 3, "'say en: …'"), (head + step + "click: here\n", 5, "no 'click'"),
    (head + step + "press: Entre\n", 5, "'Entre'"), (head + step + "press: ^C\n", 5, "leave"),
    (head + step + "wait for:\n", 5, "after the colon"), (head + step + "size: 90x30\n", 5, "before the first 'say'"),
    (head + "press: x\n" + step, 3, "before it"), (head + step + "pause: 2\n", 5, "such as 2s"),
    (head + step + "session: alice from=nowhere\n", 5, "'from=nowhere'"), (head + "size: 9x9\n" + step, 3, "80x24"),
    (head + step + "type en: a\npress: x\n", 5, "'type zh: …'"), (head + step + "no colon here\n", 5, "a colon"),
    (head + step + "type: a\u{1B}[2J\n", 5, "control character"),
    (head + head + step, 3, "'title' stands on line 1 already"),
    (head + "seed: 1\nseed: 2\n" + step, 4, "'seed' stands on line 3 already"),
  ]) func `a mistake is told with its line and what to write`(_ text: String, _ line: Int, _ part: String) {
    do {
      _ = try Walkthrough(text: text)
      Issue.record("no error for:\n\(text)")
    } catch {
      #expect(error.line == line)
      #expect(error.phrase.english.contains(part), "\(error.phrase.english)")
      #expect(error.phrase.chinese != error.phrase.english)
    }
  }

  @Test(arguments: [
    (head + "session: nobody from=203.0.113.7\n" + step, 3), (head + step + "lock: nobody on leave\n", 5),
    (head + step + "session: Zoé\n", 5),
  ]) func `whoever is logged in or locked is a user of the demonstration`(_ text: String, _ line: Int) throws {
    let error = #expect(throws: WalkthroughError.self) { try Walkthrough(text: text, logins: ["alice", "zoë"]) }
    #expect(error?.line == line)
    #expect(error?.phrase.english.contains("write one of alice, zoë") == true)
    _ = try Walkthrough(text: text)
  }

  @Test func `anybody may try to log in, and a login is known however it is written`() throws {
    let text = Self.head + "session: ALICE\nattempt: nobody outcome=unknown-user\nguesses: nobody\n" + Self.step
    _ = try Walkthrough(text: text, logins: ["alice"])
  }
}
