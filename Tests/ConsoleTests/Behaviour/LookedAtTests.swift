import Console
import Screen
import SessionCore
import Testing

/// An act is about what somebody looked at: what changed since is said, and left; what is one's own is left too.
@Suite struct LookedAtTests {
  private let space = Key.character(" ")

  private func use(_ login: String, _ bench: Bench) {
    bench.change { world in
      guard let index = world.sessions.firstIndex(where: { $0.owner.login == login }) else { return }
      world.sessions[index].lastSeenAt = bench.state.now
    }
  }

  private func on(_ login: String, _ bench: Bench) { while bench.here != login { bench.press(.down) } }

  @Test func `a session that rested and was used again while it was asked about is left`() {
    let bench = Bench.loaded()
    on("李娜", bench)
    bench.press(.character("x"))
    use("李娜", bench)
    #expect(bench.text.contains("李娜 changed since you looked: it is left."))
    bench.press(.character("e"))
    #expect(bench.text.contains("Nothing was done. 李娜 changed since you looked and was left."))
    #expect(bench.world.sessions.contains { $0.owner.login == "李娜" })
    bench.press(.character("x"), .character("e"))
    #expect(!bench.world.sessions.contains { $0.owner.login == "李娜" })
  }

  @Test func `of the marked ones only those end that are as they were`() {
    let bench = Bench.loaded()
    on("李娜", bench)
    bench.press(space, space)
    use("李娜", bench)
    bench.change { $0.sessions.removeAll { $0.owner.login == "bob" } }
    on("alice", bench)
    bench.press(space, .character("x"))
    #expect(bench.text.contains("End 1 session of 1 user?"))
    #expect(bench.text.contains("李娜 changed since you looked") && bench.text.contains("1 had ended already."))
    bench.press(.character("e"))
    #expect(bench.text.contains("Ended 1 session. 李娜 changed since you looked and was left."))
    #expect(bench.world.sessions.contains { $0.owner.login == "李娜" })
    #expect(!bench.world.sessions.contains { $0.owner.login == "alice" })
  }

  @Test func `one that is in use and is used once more is no news`() {
    let bench = Bench.loaded()
    bench.press(.character("x"))
    use("王小明", bench)
    bench.press(.character("e"))
    #expect(bench.text.contains("Ended 1 session of 王小明."))
  }

  @Test func `a user who was changed by somebody else is left`() {
    let bench = Bench.loaded()
    bench.press(.character("2"), .character("L"))
    let id = bench.state.users.current?.user.id
    for index in bench.world.users.indices where bench.world.users[index].user.id == id {
      bench.world.users[index].user.version += 1
    }
    bench.press(.character("e"))
    #expect(bench.world.users.count { $0.user.state == .locked } == 2)
  }

  @Test(arguments: ["D", "c"]) func `one who was changed is not removed and gets no code`(_ key: Character) {
    let bench = Bench.loaded()
    bench.press(.character("2"), .character(key))
    let id = bench.state.users.current?.user.id
    for index in bench.world.users.indices where bench.world.users[index].user.id == id {
      bench.world.users[index].user.version += 1
    }
    bench.press(.character("e"))
    #expect(bench.text.contains("Nothing was done.") && bench.text.contains("changed since you looked and was left."))
    #expect(bench.world.acts.isEmpty && bench.world.users.contains { $0.user.id == id })
  }

  @Test(arguments: ["D", "c"]) func `of one who is gone it is said`(_ key: Character) throws {
    let bench = Bench.loaded()
    bench.press(.character("2"), .character(key))
    let login = try #require(bench.state.users.current?.user.login.text)
    bench.world.users.removeAll { $0.user.login.text == login }
    bench.press(.character("e"))
    #expect(bench.text.contains("There is no user \(login) any more."))
  }

  private func withMine() -> Bench {
    let bench = Bench.loaded()
    bench.change {
      $0.sessions.insert(
        Sample.session(40, login: "lin", seen: .seconds(1), age: .hours(1), from: "198.51.100.4"), at: 0)
    }
    return bench
  }

  @Test func `one's own session is left out, and is known by account and address`() {
    let bench = withMine()
    bench.press(.character("*"), .character("x"))
    // What is simulated from here counts too, where a filter reaches it.
    #expect(bench.text.contains("End 8 sessions"))
    #expect(bench.text.contains("2 are yours (lin, 198.51.100.4): left out."))
    bench.press(.character("e"))
    #expect(Set(bench.world.sessions.map(\.owner.login)) == ["lin", "carol"])
  }

  @Test func `it ends too when that is said`() {
    let bench = withMine()
    bench.press(.character("*"), .character("x"), .character("m"))
    #expect(bench.text.contains("[x] end mine too") && bench.text.contains("End 10 sessions"))
    bench.press(.character("e"))
    #expect(bench.world.sessions.isEmpty)
  }

  @Test func `alone, it ends by nothing less`() {
    let bench = withMine()
    bench.press(.up, .character("x"))
    #expect(bench.text.contains("It is yours (lin, 198.51.100.4)"))
    bench.press(.character("e"), .character("e"))
    #expect(bench.world.done.isEmpty && bench.state.overlay != nil)
    bench.press(.character(" "), .character("e"))
    #expect(!bench.world.sessions.contains { $0.owner.login == "lin" })
  }

  @Test func `everybody is logged out only by who means themselves too`() {
    let bench = withMine()
    bench.press(.character("E"), .character("e"))
    #expect(bench.world.done.isEmpty)
    bench.press(.enter, .character("e"))
    #expect(bench.world.sessions.isEmpty)
  }

  @Test func `the same name from elsewhere is somebody else's`() {
    let bench = Bench.loaded()
    bench.change {
      $0.sessions.insert(
        Sample.session(40, login: "lin", seen: .seconds(1), age: .hours(1), from: "203.0.113.8"), at: 0)
    }
    bench.press(.up, .character("x"))
    #expect(!bench.text.contains("yours"))
  }
}
