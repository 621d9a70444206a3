import Console
import Screen
import SessionCore

/// A console with a world of values around it: what it asks for is kept until a test lets it be answered.
final class Bench {
  var state: State
  var world = World()
  /// What was asked for and not answered yet.
  var asked: [Effect] = []

  /// Who is at the console.
  static let actor = Actor(name: "lin", terminal: "pts/3", address: "198.51.100.4")

  init(
    rows: Int = 24, columns: Int = 80, language: Language = .english, isReadOnly: Bool = false,
    sessions: [Session] = Sample.sessions, users: [UserListing] = Sample.users,
    attempts: [AttemptEntry] = Sample.attempts, throttles: [Throttle] = Sample.throttles,
    audit: [AuditListing] = Sample.audit,
    keymap: Keymap = .standard, history: TypingHistory = TypingHistory()
  ) {
    let setting = Setting(
      database: "demo (SQLite)", isReadOnly: isReadOnly,
      actor: Self.actor,
      language: language, pageURL: "http://localhost:8080/login.cgi",
      sampleAccount: SampleAccount(login: "alice", password: "correct horse battery staple"), keymap: keymap,
      history: history)
    state = State(setting: setting, size: Size(rows: rows, columns: columns), now: Sample.now)
    world.sessions = sessions
    world.users = users
    world.attempts = attempts
    world.throttles = throttles
    world.audit = audit
    asked = state.open()
  }

  /// The same, with its first answer in.
  static func loaded(
    rows: Int = 24, columns: Int = 80, language: Language = .english, isReadOnly: Bool = false,
    sessions: [Session] = Sample.sessions, users: [UserListing] = Sample.users,
    attempts: [AttemptEntry] = Sample.attempts, throttles: [Throttle] = Sample.throttles,
    audit: [AuditListing] = Sample.audit,
    keymap: Keymap = .standard, history: TypingHistory = TypingHistory()
  ) -> Bench {
    let bench = Bench(
      rows: rows, columns: columns, language: language, isReadOnly: isReadOnly, sessions: sessions, users: users,
      attempts: attempts, throttles: throttles, audit: audit, keymap: keymap, history: history)
    bench.settle()
    return bench
  }

  @discardableResult func send(_ event: Event) -> [Effect] {
    let effects = update(&state, event)
    asked += effects
    return effects
  }

  /// Presses a key and leaves what it asks for unanswered.
  @discardableResult func tap(_ key: Key) -> [Effect] { send(.input(.key(key))) }

  /// Presses keys, and lets the world answer after each.
  func press(_ keys: Key...) {
    for key in keys {
      tap(key)
      settle()
    }
  }

  /// Types a text, and lets the world answer.
  func type(_ text: String) { for character in text { press(.character(character)) } }

  /// Lets the world answer until nothing is asked any more.
  func settle() {
    while !asked.isEmpty {
      let effect = asked.removeFirst()
      if let event = world.answer(effect, at: state.now) { send(event) }
    }
  }

  /// Somebody else changes the database, and it is noticed.
  func change(_ change: (inout World) -> Void) {
    change(&world)
    send(.databaseChanged)
    settle()
  }

  /// Time goes by.
  func pass(_ interval: Interval) {
    send(.tick(state.now + interval))
    settle()
  }

  /// What was to be done, in its order.
  var orders: [Order] { world.done.compactMap { if case .perform(let order) = $0 { order } else { nil } } }
  var frame: Frame { render(state) }
  var lines: [String] { frame.lines }
  var text: String { lines.joined(separator: "\n") }
  /// The login under the cursor.
  var here: String? { state.sessions.current?.owner.login }
  /// The line on which the cursor stands.
  var cursorLine: Int? { (0..<state.size.rows).first { frame[$0, 1].text == "›" } }
}
