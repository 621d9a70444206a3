import SessionCore
import Testing

@Suite struct FilterTests {
  private func error(_ text: String) -> FilterError? {
    do {
      _ = try SessionFilter(text: text)
      return nil
    } catch { return error as? FilterError }
  }

  @Test func `words are terms, and all must hold`() throws {
    #expect(try SessionFilter(text: "").terms == [])
    #expect(try SessionFilter(text: "  \t ").terms == [])
    #expect(
      try SessionFilter(text: "user:Ali  state:idle 小").terms == [
        .loginPrefix("ali"), .state(.idle), .loginContains("小"),
      ])
    #expect(
      try UserFilter(text: "ÉM user:a state:locked").terms == [
        .loginContains("ém"), .loginPrefix("a"), .state(.locked),
      ])
    #expect(try UserFilter(text: "state:active").terms == [.state(.active)])
  }

  @Test(arguments: SessionState.allCases) func `every state can be asked for`(_ state: SessionState) throws {
    #expect(try SessionFilter(text: "state:\(state.rawValue)").terms == [.state(state)])
  }

  @Test func `an unknown word is shown where it stands`() throws {
    let found = try #require(error("ali  colour:red x"))
    #expect(found.word == "colour:red")
    #expect(found.range == 5..<15)
    #expect(found.problem == .unknownWord(["user:", "state:"]))
    #expect(found.phrase.english.contains("“colour:red”"))
    #expect(found.phrase.chinese.contains("“colour:red”"))
  }

  @Test func `an unknown value is shown with those that are known`() throws {
    let found = try #require(error("小明 state:asleep"))
    #expect(found.range == 3..<15)
    #expect(found.problem == .unknownValue(["live", "idle", "ending", "remembered", "simulated"]))
    #expect(found.phrase.english.contains("live, idle"))
  }

  @Test(arguments: ["user:", "a user:", "user:\u{200B}"]) func `a missing login is said`(_ text: String) throws {
    #expect(try #require(error(text)).problem == .missingValue)
  }

  @Test func `of several mistakes the first is told`() throws {
    #expect(try #require(error("one:1 state:x")).range == 0..<5)
  }

  @Test(arguments: [":", ":x", "state:", "STATE:idle", "state:Idle", "user::"])
  func `odd words are refused or read, never lost`(
    _ text: String
  ) throws {
    if error(text) == nil { #expect(try SessionFilter(text: text).terms.count == 1) }
  }

  @Test func `users have no sessions' states`() {
    #expect(throws: FilterError.self) { try UserFilter(text: "state:idle") }
    #expect(throws: FilterError.self) { try UserFilter(text: "from:1") }
  }
}
