import SessionCore
import Testing

@Suite struct FilterWordTests {
  @Test(arguments: SessionState.allCases) func `every state can be asked for`(_ state: SessionState) throws {
    #expect(try SessionFilter(text: "state:\(state.rawValue)") == SessionFilter(terms: [.state(state)]))
  }

  @Test(arguments: SessionKind.allCases) func `every kind can be asked for`(_ kind: SessionKind) throws {
    #expect(try SessionFilter(text: "kind:\(kind.name)") == SessionFilter(terms: [.kind(kind)]))
  }

  @Test(
    arguments: [
      ("started<2h", .started(.below(.hours(2)))), ("started>1d", .started(.above(.days(1)))),
      ("idle>10m", .idle(.above(.minutes(10)))), ("idle<30s", .idle(.below(.seconds(30)))),
      ("ends<5m", .ends(.below(.minutes(5)))), ("ends>\"1h\"", .ends(.above(.hours(1)))), ("by:lin", .madeBy("lin")),
      ("by:\"lin on\"", .madeBy("lin on")), ("client:FireFox", .client("firefox")), ("client:É", .client("É")),
    ] as [(String, SessionTerm)]) func `words of sessions`(_ text: String, _ term: SessionTerm) throws
  {
    #expect(try SessionFilter(text: text) == SessionFilter(terms: [term]))
  }

  @Test(arguments: [
    ("Edge", "edg"), ("opera", "opr/"), ("macOS", "mac os x"), ("chrome", "chrome"), ("iphone", "iphone"),
  ])
  func `a client is asked for by the name that lists give it`(_ name: String, _ part: String) throws {
    #expect(try SessionFilter(text: "client:\(name)") == SessionFilter(terms: [.client(part)]))
  }

  @Test(arguments: ["203.0.113.0/24", "203.0.113.7", "2001:db8::/48", "::1", "\"10.0.0.0/8\""])
  func `networks and addresses`(_ text: String) throws {
    let network = try #require(Network(text: text.filter { $0 != "\"" }))
    #expect(try SessionFilter(text: "from:\(text)") == SessionFilter(terms: [.from(network)]))
  }

  @Test func `a whole id, in either case`() throws {
    let id = try #require(SessionID(bytes: [UInt8](1...16)))
    #expect(try SessionFilter(text: "id:\(id)") == SessionFilter(terms: [.id(id)]))
    #expect(try SessionFilter(text: "id:\(id.description.lowercased())") == SessionFilter(terms: [.id(id)]))
  }

  @Test(
    arguments: [
      ("last<2d", .lastLogin(.below(.days(2)))), ("last>90d", .lastLogin(.above(.days(90)))),
      ("last:never", .neverLoggedIn),
      ("created<7d", .created(.below(.days(7)))), ("created>1h", .created(.above(.hours(1)))),
      ("scheme:Bcrypt", .scheme("bcrypt")), ("state:active", .state(.active)), ("state:locked", .state(.locked)),
      ("user:王", .loginPrefix("王")), ("王", .loginContains("王")),
    ] as [(String, UserTerm)]) func `words of users`(_ text: String, _ term: UserTerm) throws
  {
    #expect(try UserFilter(text: text) == UserFilter(terms: [term]))
    #expect(try UserFilter(text: "-\(text)|x").clauses.first?.first == UserFilter.Literal(term, isNegated: true))
  }

  @Test func `every example of the help can be read, and is told in both languages`() throws {
    for word in SessionFilter.words { #expect(try !SessionFilter(text: word.example).clauses.isEmpty) }
    for word in UserFilter.words { #expect(try !UserFilter(text: word.example).clauses.isEmpty) }
    for word in SessionFilter.words + UserFilter.words {
      #expect(!word.meaning.english.isEmpty && word.meaning.chinese.unicodeScalars.contains { $0.value > 0x2E80 })
    }
  }
}
