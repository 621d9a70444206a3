import Console
import Dispatch
import SessionCore
import Synchronization

/// Tells the console how the database's server stands: what it said of itself last, which host is tried, and since when it
/// has been waited for. It looks from a thread of its own, because the one that asks the server may be waiting for it.
final class ServerWatch: @unchecked Sendable {
  private struct State {
    /// What the server said last; nil before it was asked.
    var answered: ServerState?
    /// When what is being asked now was asked; nil while nothing is.
    var asked: Timestamp?
    var told: Told?
  }

  private struct Told: Equatable {
    var server: ServerState
    var waitedSince: Timestamp?
  }

  private let queue = DispatchQueue(label: "rollcall.server", qos: .utility)
  private let memory: ServerMemory
  private let clock: Clock
  private let state = Mutex(State())
  // Made before anything is watched, and gone after.
  private var timer: (any DispatchSourceTimer)?

  /// How often to look.
  private static let every = DispatchTimeInterval.milliseconds(250)
  /// How long an answer may take before it is said that it takes long.
  private static let patience = Interval(milliseconds: 1500)

  /// A watch over what a connection remembers.
  init(_ memory: ServerMemory, clock: Clock) {
    self.memory = memory
    self.clock = clock
  }

  /// Begins; `post` is told whatever has changed.
  func start(_ post: @escaping @Sendable (Event) -> Void) {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + Self.every, repeating: Self.every, leeway: .milliseconds(50))
    timer.setEventHandler { [weak self] in self?.look(post) }
    timer.resume()
    self.timer = timer
  }

  /// Looks no more.
  func stop() { timer?.cancel() }

  /// Notes that something is asked of the server, while `work` runs.
  func asking<Result>(_ work: () throws -> Result) rethrows -> Result {
    let now = clock.now()
    state.withLock { $0.asked = now }
    defer { state.withLock { $0.asked = nil } }
    return try work()
  }

  /// Takes what the server said of itself.
  func answered(_ server: ServerState?) {
    guard let server else { return }
    state.withLock { $0.answered = server }
  }

  /// Whether the server should be asked at once how it stands: it is another than the one that said so last.
  var isElsewhere: Bool { state.withLock { $0.answered?.reach.current } != memory.reach.current }

  private func look(_ post: @Sendable (Event) -> Void) {
    let reach = memory.reach
    let now = clock.now()
    let news: Told? = state.withLock { state in
      // What another node said of itself says nothing of this one.
      let isSame = state.answered?.reach.current == reach.current || reach.current == nil
      var server = isSame ? state.answered ?? ServerState(node: "", reach: reach) : ServerState(node: "", reach: reach)
      server.reach = reach
      let waited = state.asked.flatMap { now - $0 >= Self.patience ? $0 : nil }
      let told = Told(server: server, waitedSince: waited)
      guard told != state.told else { return nil }
      state.told = told
      return told
    }
    if let news { post(.serverSeen(news.server, waitedSince: news.waitedSince)) }
  }
}
