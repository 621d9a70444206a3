import Console
import Dispatch
import Glibc
import SessionCore
import Synchronization

/// The console's thread for the database: runs effects one after another, notices what others change, and posts what
/// happened.
///
/// The service is touched on its queue alone.
final class Worker: @unchecked Sendable {
  /// Readable when events are waiting.
  let wake: Int32
  private let wakeWrite: Int32
  private let queue = DispatchQueue(label: "rollcall.database", qos: .userInteractive)
  private let events = Mutex<[Event]>([])
  private let service: SessionService
  /// Nil where nothing is simulated.
  private let desk: SimulationDesk?
  /// Nil where the audit log is not walked.
  private let verifier: Verifier?
  private let actor: Actor
  /// Nil where no rows are written into files.
  private let exporter: Exporter?
  /// How many effects have not been answered yet.
  private let pending = Atomic<Int>(0)
  /// What is being read, or waits to be: in each lane only the last is still wanted.
  private let reads = Mutex<[ReadLane: ReadCancellation]>([:])
  private var counter: Int64?
  /// Watches the database's server; nil for a file.
  private let watch: ServerWatch?
  /// How many looks for changes were made since the server was asked how it stands, and when to look again after one that
  /// failed.
  private var looks = 0
  private var nextLook = Timestamp.distantPast
  private var timer: (any DispatchSourceTimer)?

  /// How often to ask whether somebody else has changed the database.
  private static let pollInterval = DispatchTimeInterval.milliseconds(250)

  /// After how many of these a server is asked how it stands.
  private static let looksAtServer = 8

  /// How long to leave a server alone that did not answer.
  private static let rest = Interval.seconds(1)

  /// How long to wait for a server when the console is left.
  private static let patience = DispatchTimeInterval.milliseconds(500)

  /// How many rows of a range are read at the most.
  private static let rangeLimit = 10_000

  /// What changes the database, on a connection and a queue of its own; nil where nothing may be changed.
  private let acts: ActQueue?

  /// - Parameters:
  ///   - service: over a connection that nobody else uses, for reading.
  ///   - desk: what simulates logins; nil where nothing does.
  ///   - verifier: what walks the audit log; nil where nothing does.
  ///   - actor: who is at the console.
  ///   - acting: over another connection, for acts; nil where nothing may be changed.
  ///   - exporter: what writes rows into files; nil where nothing does.
  init(
    service: SessionService, desk: SimulationDesk? = nil, verifier: Verifier? = nil, actor: Actor,
    acting: SessionService? = nil, exporter: Exporter? = nil
  ) {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    (wake, wakeWrite) = (ends[0], ends[1])
    self.service = service
    self.desk = desk
    self.verifier = verifier
    self.actor = actor
    acts = acting.map { ActQueue(service: $0, actor: actor) }
    self.exporter = exporter
    watch = service.store.serverMemory.map { ServerWatch($0, clock: service.clock) }
  }

  deinit { for end in [wake, wakeWrite] { close(end) } }

  /// Begins to watch the database.
  func start() {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + Self.pollInterval, repeating: Self.pollInterval, leeway: .milliseconds(50))
    timer.setEventHandler { [weak self] in self?.poll() }
    timer.resume()
    self.timer = timer
    watch?.start { [weak self] in self?.post($0) }
  }

  /// Waits for the act in hand, so that nothing is left half said; what is only being read is not waited for.
  func stop() {
    timer?.cancel()
    watch?.stop()
    desk?.stop()
    verifier?.stop()
    acts?.stop()
    reads.withLock { for read in $0.values { read.cancel() } }
    exporter?.stop()
    queue.finish(within: watch == nil ? nil : Self.patience)
    exporter?.wait()
  }

  /// Runs an effect on the database, or lets time go by. A read takes the place of the one before in its lane, which is
  /// stopped at once.
  func run(_ effect: Effect) {
    pending.add(1, ordering: .sequentiallyConsistent)
    let done = { @Sendable [self] in _ = pending.subtract(1, ordering: .sequentiallyConsistent) }
    if desk?.takes(effect, post: { [self] event in post(event) }, done: done) == true { return }
    if let acts, acts.takes(effect) { return acts.run(effect, whenDone: done) { [self] event in post(event) } }
    if case .remind(let serial, let delay) = effect { return remind(serial, after: delay) }
    if case .export(let request) = effect { return export(request) }
    if takesAtOnce(effect) { return done() }
    let cancellation = effect.lane.map(supersede)
    queue.async { [self] in
      defer { done() }
      do {
        let event = try asking {
          try cancellation.map { try service.store.read(until: $0) { try perform(effect) } } ?? perform(effect)
        }
        if let event { post(event) }
      } catch let error as StoreError where error.kind == .interrupted {
        // Its successor answers, or nobody asks any more.
      } catch let error as StoreError {
        // A list that cannot be read is tried again; an act is not, and what became of it must stay on the screen.
        post(effect.isAct ? .refused(error.phrase) : .failed(error.phrase, at: service.clock.now()))
      } catch {
        let failure = CommandFailure(error)
        post(.refused(failure?.phrase ?? Phrase("It could not be done.", "无法完成。")))
      }
    }
  }

  /// Does what goes on elsewhere: a stop that waited for the read in hand would come too late, and stop the next.
  ///
  /// - Returns: whether it was that.
  private func takesAtOnce(_ effect: Effect) -> Bool {
    switch effect {
    case .stopExport: exporter?.stop()
    case .verifyAudit: verifier?.start { [weak self] in self?.post(.auditWalked($0)) }
    case .stopVerifying: verifier?.stop()
    default: return false
    }
    return true
  }

  private func export(_ request: ExportRequest) {
    guard let exporter else {
      post(.exported(.stopped))
      pending.subtract(1, ordering: .sequentiallyConsistent)
      return
    }
    exporter.run(request) { [self] event in
      post(event)
      if case .exported = event { pending.subtract(1, ordering: .sequentiallyConsistent) }
    }
  }

  private func supersede(_ lane: ReadLane) -> ReadCancellation {
    let new = ReadCancellation()
    reads.withLock { reads in
      reads[lane]?.cancel()
      reads[lane] = new
    }
    return new
  }

  private func remind(_ serial: Int, after delay: Interval) {
    let deadline = DispatchTime.now() + .milliseconds(Int(delay.milliseconds))
    DispatchQueue.global(qos: .userInteractive).asyncAfter(deadline: deadline) { [self] in
      post(.reminded(serial: serial))
      pending.subtract(1, ordering: .sequentiallyConsistent)
    }
  }

  /// Whether all that was asked for is answered.
  var isIdle: Bool { pending.load(ordering: .sequentiallyConsistent) == 0 }

  /// The events that are waiting.
  func drain() -> [Event] {
    var scratch = [UInt8](repeating: 0, count: 64)
    while read(wake, &scratch, scratch.count) > 0 {}
    return events.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  private func post(_ event: Event) {
    events.withLock { $0.append(event) }
    _ = write(wakeWrite, [1], 1)
  }

  private func asking<Result>(_ work: () throws -> Result) rethrows -> Result {
    try watch?.asking(work) ?? work()
  }

  private func poll() {
    // Not while a server that did not answer rests.
    if watch != nil, service.clock.now() < nextLook { return }
    defer { askServer() }
    // A database that does not answer is found out, and said, when the list is read.
    guard let now = try? asking(service.store.changeCounter) else {
      nextLook = service.clock.now() + Self.rest
      if counter != nil { post(.databaseChanged) }
      counter = nil
      return
    }
    if let counter, counter != now { post(.databaseChanged) }
    if counter == nil { post(.databaseChanged) }
    counter = now
  }

  /// Asks the server how it stands, now and then, and whenever it is another one.
  private func askServer() {
    guard let watch, counter != nil else { return }
    looks += 1
    guard looks >= Self.looksAtServer || watch.isElsewhere else { return }
    looks = 0
    watch.answered(try? asking(service.store.serverState))
  }

  private func perform(_ effect: Effect) throws -> Event? {
    // Throws when the database's file is not there any more, although SQLite would go on with it.
    _ = try service.store.changeCounter()
    switch effect {
    case .loadSessions(let query, let anchor, let cursor, let reach, let serial):
      return .sessionsLoaded(
        try service.sessionWindow(query, at: anchor, cursor: cursor, reach: reach) {
          post(.sessionsRead($0, at: $1, serial: serial))
        }, serial: serial)
    case .loadUsers(let query, let anchor, let cursor, let reach, let serial):
      return .usersLoaded(
        try service.userWindow(query, at: anchor, cursor: cursor, reach: reach) {
          post(.usersRead($0, at: $1, serial: serial))
        }, serial: serial)
    case .loadAttempts(let query, let anchor, let cursor, let reach, let serial):
      return .attemptsLoaded(
        try service.attemptWindow(query, at: anchor, cursor: cursor, reach: reach), serial: serial)
    case .loadAudit(let query, let anchor, let cursor, let reach, let serial):
      return .auditLoaded(try service.auditWindow(query, at: anchor, cursor: cursor, reach: reach), serial: serial)
    case .loadOverview(let span, let serial): return .overviewLoaded(try service.overview(span), serial: serial)
    case .find(let request, let serial): return .found(try service.find(request), serial: serial)
    case .loadDetail(.session(let session)): return .detailLoaded(.session(try service.detail(of: session)))
    case .loadDetail(.attempt(let entry)): return .detailLoaded(.attempt(try service.detail(of: entry)))
    case .loadDetail(.audit(let listing)): return .detailLoaded(.audit(try service.detail(of: listing)))
    case .loadDetail(.user(let user)):
      return try service.detail(of: user).map { .detailLoaded(.user($0)) } ?? .detailGone(.user(user))
    case .preview(let act, let first):
      return .previewed(act, try service.preview(act, again: first, by: actor))
    case .readRange(let query, let first, let last):
      let rows = try service.range(of: query, from: first, to: last, limit: Self.rangeLimit)
      return .rangeRead(rows.rows, isWhole: rows.isWhole)
    case .loadHistory: return .historyLoaded(try service.history())
    case .perform, .undo, .stopAct: return nil
    case .arrange(let arrangements):
      try service.arrange(arrangements, by: actor)
      return .databaseChanged
    case .verifyAudit, .stopVerifying, .stopExport: return nil
    case .simulate, .startCrowd, .stopCrowd, .saveWalkthrough: return nil
    case .export, .remind, .keepHistory, .copy, .replay, .listThemes, .wear, .redraw, .suspend, .quit: return nil
    }
  }
}

extension Effect {
  /// Whether it was asked for by a person, who waits for its outcome.
  fileprivate var isAct: Bool {
    switch self {
    case .perform, .undo: true
    default: false
    }
  }
}
