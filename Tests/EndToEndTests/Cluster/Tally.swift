import Foundation
import Synchronization

/// What the clients of a load were told, and when.
final class Tally: Sendable {
  /// A session whose login was acknowledged.
  struct Known {
    let cookie: String
    /// Whether its end was acknowledged; nil when somebody asked for it and nobody answered.
    var hasEnded: Bool? = false
  }

  /// How traces name what was answered once all was well again.
  static let afterwards = "afterwards"

  private struct State {
    var sessions: [Known] = []
    var logins: [[Date]]
    var unavailable: [Int: Int] = [:]
    var odd: [String: Int] = [:]
    var lost: Set<Int> = []
    var doubted: Set<Int> = []
    var honoured: Set<Int> = []
    var traces: [String] = []
    var checks = 0
  }

  private let state: Mutex<State>

  /// For that many web hosts.
  init(webs: Int) { state = Mutex(State(logins: Array(repeating: [], count: webs))) }

  /// A login was acknowledged at a web host.
  ///
  /// - Returns: the session's number.
  func began(_ cookie: String, at web: Int) -> Int {
    state.withLock {
      $0.logins[web].append(Date())
      $0.sessions.append(Known(cookie: cookie))
      return $0.sessions.count - 1
    }
  }

  /// Somebody asks for its end: whether it lives is open until that is answered.
  func isEnding(_ session: Int) { state.withLock { $0.sessions[session].hasEnded = nil } }

  /// Its end was acknowledged.
  func ended(_ session: Int) { state.withLock { $0.sessions[session].hasEnded = true } }

  /// A web host's answer to whether a session may pass, asked while it was known whether it does.
  ///
  /// - Parameters:
  ///   - session: its number.
  ///   - status: the answer.
  ///   - web: the web host that gave it.
  ///   - isCalm: whether all is well again: who is unknown now is lost.
  func checked(_ session: Int, _ status: Int, at web: Int, isCalm: Bool = false) {
    state.withLock {
      let known = $0.sessions[session]
      switch (status, known.hasEnded) {
      case (200, true): $0.honoured.insert(session)
      case (401, false): if isCalm { $0.lost.insert(session) } else { $0.doubted.insert(session) }
      case (200, false), (401, true): $0.checks += 1
      default: break
      }
      if status == 200 && known.hasEnded == true || status == 401 && known.hasEnded == false {
        $0.traces.append("session \(session) \(isCalm ? Self.afterwards : "at once") at web host \(web + 1): \(status)")
      }
    }
    note("check", status)
  }

  /// An answer that is none of those that a healthy site gives.
  func note(_ act: String, _ status: Int) {
    switch status {
    case 200, 303, 401: break
    case 0, 502, 503, 504: state.withLock { $0.unavailable[status, default: 0] += 1 }
    default: state.withLock { $0.odd["\(act) \(status)", default: 0] += 1 }
    }
  }

  /// Something that must not be.
  func noteOdd(_ what: String) { state.withLock { $0.odd[what, default: 0] += 1 } }

  var sessions: [Known] { state.withLock { $0.sessions } }
  var loginCount: Int { state.withLock { $0.sessions.count } }
  var endCount: Int { state.withLock { $0.sessions.count { $0.hasEnded == true } } }
  var checkCount: Int { state.withLock { $0.checks } }
  /// How many acknowledged logins were not known to somebody afterwards.
  var lost: Int { state.withLock { $0.lost.count } }
  /// How many acknowledged logins were called unknown in between, and were known all the same.
  var doubted: Int { state.withLock { $0.doubted.subtracting($0.lost).count } }
  /// Which answers were wrong.
  var traces: [String] { state.withLock { $0.traces } }
  /// How many ended sessions were let pass after the end had been acknowledged.
  var honoured: Int { state.withLock { $0.honoured.count } }
  /// Answers that say that nobody can answer, by their status; 0 is none at all.
  var unavailable: [Int: Int] { state.withLock { $0.unavailable } }
  /// What a healthy site does not answer, and one in trouble neither.
  var odd: [String: Int] { state.withLock { $0.odd } }

  /// How many logins a web host has acknowledged since a moment.
  func logins(at web: Int, since moment: Date) -> Int {
    state.withLock { $0.logins[web].count { $0 > moment } }
  }

  /// The longest time without a login at a web host that overlaps with the time from a moment on, in seconds.
  func pause(at web: Int, since moment: Date, until end: Date) -> Double {
    state.withLock { state in
      let times = state.logins[web].sorted()
      let first = times.last { $0 <= moment } ?? moment
      let marks = [first] + times.filter { $0 > moment && $0 < end } + [end]
      return zip(marks, marks.dropFirst()).map { $1.timeIntervalSince($0) }.max() ?? 0
    }
  }
}
