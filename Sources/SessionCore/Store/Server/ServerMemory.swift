import Synchronization

/// What a connection remembers of its hosts: its engine writes it down, and whoever watches reads it, on any thread. So a
/// console tells which host is waited for while the thread that asked it still waits.
public final class ServerMemory: Sendable {
  private struct State {
    var reach: ServerReach
    /// The host whose loss began the time without an answer.
    var firstLoss: (host: Int, why: HostLoss, wasInUse: Bool)?
  }

  private let state: Mutex<State>
  private let clock: Clock

  /// A connection that finds its own host again faster than this was not lost for anybody.
  private static let blink = Interval.seconds(1)

  /// A memory of hosts that were never tried.
  ///
  /// - Parameters:
  ///   - hosts: their names, in the address's order.
  ///   - clock: tells when something happened.
  public init(hosts: [String], clock: Clock = .system) {
    state = Mutex(State(reach: ServerReach(hosts: ServerReach.labels(hosts).map { ServerReach.Host($0) })))
    self.clock = clock
  }

  /// What is known now.
  public var reach: ServerReach { state.withLock { $0.reach } }

  /// Notes that a host is being tried.
  public func tries(_ host: Int) { state.withLock { $0.reach.trying = host } }

  /// Notes that no host is left to be tried.
  public func gaveUp() { state.withLock { $0.reach.trying = nil } }

  /// Notes that a host could not be used, or not any more.
  ///
  /// - Parameters:
  ///   - host: which one.
  ///   - why: how that showed.
  ///   - silence: how long it had been waited for.
  public func lost(_ host: Int, _ why: HostLoss, after silence: Interval = Interval(milliseconds: 0)) {
    let now = clock.now()
    state.withLock { state in
      let wasInUse = state.reach.current == host
      if wasInUse { state.reach.current = nil }
      // Another one answers meanwhile where this was only looked for.
      if state.reach.current == nil {
        state.firstLoss = state.firstLoss ?? (host, why, wasInUse)
        state.reach.lostSince = state.reach.lostSince ?? now - silence
      }
      var since = now - silence
      // It has not been well in between.
      if case .lost(let first, _) = state.reach.hosts[host].condition { since = first }
      state.reach.hosts[host].condition = .lost(since: since, why)
    }
  }

  /// Notes that a host has answered.
  public func reached(_ host: Int) {
    state.withLock { state in
      // Most times it did before, and nothing changes.
      guard state.reach.current != host || state.reach.lostSince != nil else { return }
      let now = clock.now()
      if let loss = state.firstLoss, let since = state.reach.lostSince {
        let took = now - since
        if loss.host != host || took >= Self.blink {
          state.reach.failOver = FailOver(
            from: state.reach.hosts[loss.host].name, to: state.reach.hosts[host].name, at: now, took: took,
            why: loss.why, wasInUse: loss.wasInUse)
        }
      }
      state.firstLoss = nil
      state.reach.lostSince = nil
      state.reach.trying = nil
      if let before = state.reach.current, before != host { state.reach.hosts[before].condition = .left(at: now) }
      (state.reach.current, state.reach.last) = (host, host)
      state.reach.hosts[host].condition = .inUse
    }
  }
}

extension ServerReach {
  /// Names as short as they can be and still differ: `db1` of `db1.example.org`.
  static func labels(_ names: [String]) -> [String] {
    let short = names.map { name in
      let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      // An address is no name that could be cut.
      guard let host = parts.first, host.contains(where: \.isLetter), !name.hasPrefix("["), !name.hasPrefix("/"),
        let label = host.split(separator: ".").first
      else { return name }
      return String(label) + (parts.count > 1 ? ":" + parts[1] : "")
    }
    return Set(short).count == names.count ? short : names
  }
}
