import Console
import Screen
import SessionCore

/// A moment of the console that is worth looking at.
enum Scene: String, CaseIterable, Sendable {
  case sessions, sessionsEmpty = "sessions-empty", sessionsLoading = "sessions-loading", sessionsEnded =
    "sessions-ended"
  case sessionsNoMatch = "sessions-no-match", sessionsFiltered = "sessions-filtered", sessionsMany = "sessions-many"
  case users, usersEmpty = "users-empty"
  case sessionDetail = "session-detail", endedDetail = "session-detail-ended", userDetail = "user-detail"
  case confirmEnd = "confirm-end", confirmCounting = "confirm-counting", confirmEndAll = "confirm-end-all",
    confirmLock = "confirm-lock"
  case confirmUnlock = "confirm-unlock"
  case confirmReason = "confirm-reason"
  case export, exporting, filterCompleted = "filter-completed", find
  case filter, filterError = "filter-error", help, helpSearch = "help-search", palette, paletteTyped = "palette-typed",
    simulate, simulated = "simulate-done", simulateEdit = "simulate-edit"
  case attempts, attemptsEmpty = "attempts-empty", attemptsLoading = "attempts-loading", attemptsFilter =
    "attempts-filter"
  case attemptsCalm = "attempts-calm", attemptsMany = "attempts-many", confirmForgive = "confirm-forgive"
  case code, confirmRemove = "confirm-remove", confirmCode = "confirm-code"
  case confirmEverybody = "confirm-everybody", undone, simulateForged = "simulate-forged"
  case simulateMenu = "simulate-menu", simulateOff = "simulate-off", simulateGuessing = "simulate-guessing"
  case crowdForm = "crowd-form", crowd, simulateSave = "simulate-save"
  case audit, auditEmpty = "audit-empty", auditLoading = "audit-loading", auditMany = "audit-many"
  case auditWalking = "audit-walking", auditBroken = "audit-broken", auditDetail = "audit-detail"
  case overview, overviewDay = "overview-day", overviewEnds = "overview-ends", overviewClients = "overview-clients"
  case overviewEmpty = "overview-empty", overviewLoading = "overview-loading", overviewStale = "overview-stale"
  case attemptDetail = "attempt-detail", usersByLogin = "users-by-login-time"
  case marked, range, confirmMarked = "confirm-marked", confirmFilter = "confirm-filter", confirmOwn = "confirm-own"
  case confirmChanged = "confirm-changed", progress, history, addUser = "add-user", paused
  case server, serverLost = "server-lost", serverWaited = "server-waited", serverNone = "server-none"
  case notice, trouble, readOnly = "read-only"

  func play(rows: Int, columns: Int, _ language: Language) -> Bench {
    let bench = Bench.loaded(
      rows: rows, columns: columns, language: language, isReadOnly: self == .readOnly, sessions: startSessions,
      users: startUsers, attempts: startAttempts, throttles: startThrottles, audit: startAudit)
    if self == .sessionsLoading { return Bench(rows: rows, columns: columns, language: language) }
    play(bench)
    return bench
  }

  private var startSessions: [Session] {
    switch self {
    case .sessionsEmpty, .overviewEmpty: []
    case .sessionsMany, .confirmEverybody, .confirmFilter, .progress: Sample.sessions + Sample.more(200)
    case .confirmEndAll:
      Sample.sessions
        + (0..<12).map {
          Sample.session(1, login: "王小明", seen: .minutes($0 + 1), age: .hours($0 + 1), from: "203.0.113.\($0)").with(
            number: Int($0) + 300)
        }
    case .sessionDetail:
      Sample.sessions
        + (0..<3).map {
          Sample.session(1, login: "王小明", seen: .minutes($0 + 1), age: .hours($0 + 1)).with(number: Int($0) + 300)
        }
    default: Sample.sessions
    }
  }

  private var startUsers: [UserListing] { self == .usersEmpty ? [] : Sample.users }

  private var startAttempts: [AttemptEntry] {
    switch self {
    case .attemptsEmpty, .overviewEmpty: []
    case .attemptsMany: Sample.attempts + Sample.more(attempts: 300)
    default: Sample.attempts
    }
  }

  private var startThrottles: [Throttle] {
    switch self {
    case .attempts, .attemptsFilter, .confirmForgive: Sample.throttles
    case .attemptsMany:
      Sample.throttles
        + (1...30).map { Sample.throttle("", user: nil, address: "192.0.2.\($0)", 31, waits: .seconds(Int64($0))) }
    default: []
    }
  }

  private var startAudit: [AuditListing] {
    switch self {
    case .auditEmpty: []
    case .auditMany: Sample.audit + Sample.more(entries: 300)
    default: Sample.audit
    }
  }

  private func play(_ bench: Bench) {
    if playViews(bench) || playServer(bench) { return }
    switch self {
    case .sessions, .sessionsEmpty, .sessionsLoading, .readOnly: break
    case .sessionsEnded:
      bench.press(.down, .down)
      bench.change { world in world.sessions.removeAll { $0.owner.login == "Émile Durand" } }
    case .sessionsNoMatch: filter(bench, "nobody")
    case .sessionsFiltered: filter(bench, "state:live")
    case .sessionsMany: bench.press(.pageDown, .pageDown)
    case .users: bench.press(.character("2"), .down)
    case .usersEmpty: bench.press(.character("2"))
    case .sessionDetail: bench.press(.enter)
    case .endedDetail:
      bench.press(.enter)
      bench.change { $0.sessions.removeFirst() }
    case .userDetail:
      bench.press(.character("2"), .end, .enter)
    case .confirmEnd: bench.press(.character("x"))
    case .confirmCounting: bench.tap(.character("X"))
    case .confirmEndAll: bench.press(.character("X"))
    case .confirmLock: bench.press(.character("L"))
    case .confirmUnlock:
      bench.press(.character("2"), .end, .up)
      while bench.state.users.current?.user.state != .locked, (bench.state.users.cursor) > 0 { bench.press(.up) }
      bench.press(.character("U"))
    case .confirmReason:
      bench.press(.character("x"), .tab)
      bench.type("可疑的地址 suspicious")
    case .filter:
      bench.press(.character("f"))
      bench.type("user:王")
    case .export: bench.press(.character("e"))
    case .exporting:
      bench.press(.character("e"))
      bench.tap(.enter)
      bench.send(.exporting(rows: 3500))
    case .filterCompleted:
      bench.press(.character("f"))
      bench.type("state:")
      bench.press(.tab, .tab)
    case .find:
      bench.press(.character("/"))
      bench.type("client:an")
    case .filterError:
      bench.press(.character("f"))
      bench.type("小 state:asleep x")
      bench.press(.enter)
    case .help: bench.press(.character("?"))
    case .helpSearch:
      bench.press(.character("?"))
      bench.type("lock")
    case .palette: bench.press(.character(":"))
    case .paletteTyped:
      bench.press(.character(":"))
      bench.type("for")
      bench.press(.down)
    case .simulate: bench.press(.character("6"))
    case .simulateEdit: bench.press(.character("6"), .enter, .tab, .tab)
    case .simulated, .simulateForged, .simulateMenu, .simulateOff, .simulateGuessing, .crowdForm, .crowd, .simulateSave:
      playSimulation(bench)
    case .attempts: bench.press(.character("3"), .down)
    case .attemptsEmpty, .attemptsCalm: bench.press(.character("3"))
    case .attemptsLoading: bench.tap(.character("3"))
    case .attemptsMany: bench.press(.character("3"), .pageDown)
    case .attemptsFilter:
      bench.press(.character("3"), .character("f"))
      bench.type("user:b outcome:no")
      bench.press(.enter)
    case .confirmForgive: bench.press(.character("3"), .character("a"))
    case .code, .confirmRemove, .confirmCode:
      bench.press(.character("2"), .down, .character(self == .confirmRemove ? "D" : "c"))
      if self == .code { bench.press(.character("e")) }
    case .confirmEverybody:
      bench.press(.character("E"), .tab, .tab)
      bench.type("20")
    case .undone: bench.press(.character("x"), .character("e"), .character("u"))
    case .marked: bench.press(.character(" "), .character(" "), .down, .character(" "), .up)
    case .range: bench.press(.character("v"), .down, .down)
    case .confirmMarked:
      bench.press(.character(" "), .character(" "), .character(" "), .character(" "), .character("x"))
    case .confirmFilter, .progress:
      filter(bench, "state:live -user:bob")
      bench.press(.character("*"), .character("x"))
      if self == .confirmFilter { return }
      bench.type("207")
      bench.tap(.enter)
      let act = bench.asked.lazy.compactMap { if case .perform(let order) = $0 { order.act } else { nil } }.first
      if let act { bench.send(.progressed(act, 120)) }
    case .confirmOwn:
      bench.change {
        $0.sessions.insert(
          Sample.session(40, login: "lin", seen: .seconds(1), age: .hours(1), from: "198.51.100.4"), at: 0)
      }
      filter(bench, "lin|alice|bob")
      bench.press(.character("*"), .character("x"))
    case .confirmChanged:
      while bench.here != "李娜" { bench.press(.down) }
      bench.press(.character("x"))
      bench.change { world in
        for index in world.sessions.indices where world.sessions[index].owner.login == "李娜" {
          world.sessions[index].lastSeenAt = Sample.now
        }
      }
    case .history:
      bench.press(.character("x"), .tab)
      bench.type("可疑的地址 range")
      bench.press(.enter, .character("e"), .down, .character("x"), .character("e"), .character("u"))
      bench.press(.character("L"), .character("e"))
      bench.pass(.seconds(130))
      bench.press(.character("H"), .down)
    case .addUser:
      bench.press(.character("2"), .character("i"))
      bench.type("王芳")
      bench.press(.enter)
    case .paused:
      bench.press(.character("p"))
      bench.pass(.minutes(12))
    case .notice:
      bench.press(.character("x"), .character("e"))
    case .trouble:
      bench.send(.failed(StoreError(.locked, database: "/var/lib/rollcall/rollcall.db").phrase, at: Sample.now))
      bench.send(.tick(Sample.now + .seconds(65)))
    default: break
    }
  }

  private func filter(_ bench: Bench, _ text: String) {
    bench.press(.character("f"))
    bench.type(text)
    bench.press(.enter)
  }
}

extension Session {
  /// The same with another id.
  func with(number: Int) -> Session {
    var other = self
    other.id = Sample.id(number, at: createdAt)
    return other
  }
}
