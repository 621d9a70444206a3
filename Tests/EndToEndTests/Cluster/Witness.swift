import Foundation
import Support
import Synchronization

/// A web host that knows one node alone, and asks it without a pause for a session that has ended elsewhere: whatever that
/// node believes of itself, it must not be let pass.
final class Witness: Sendable {
  private let web: ClusterWeb
  private let kept: String
  private let ended: String
  private let state = Mutex((isOver: false, honoured: 0, refused: 0, threads: 0))

  /// Logs two in who are known at the node.
  init(_ site: ClusterSite, node: Int) throws {
    web = try ClusterWeb(
      site.cluster.address([site.cluster.host(node)], "connect-timeout=1", "read-timeout=1"), workers: 2)
    guard let token = web.formToken(), let kept = web.logIn("person2", token: token).cookie,
      let ended = web.logIn("person2", token: token).cookie, web.check(kept) == 200, web.check(ended) == 200
    else { throw ChildProgram.Failure("nobody could log in at node \(node): \(web.log)") }
    (self.kept, self.ended) = (kept, ended)
  }

  /// Ends one of them at another web host, and asks for it from the answer on.
  ///
  /// - Throws: ``ChildProgram/Failure`` when it could not be ended.
  func end(at other: ClusterWeb) throws {
    let status = other.logOut(ended)
    guard status == 303 else { throw ChildProgram.Failure("the logout was answered with \(status): \(other.log)") }
    for _ in 0..<2 {
      state.withLock { $0.threads += 1 }
      Thread.detachNewThread { [self] in
        while !state.withLock({ $0.isOver }) {
          let status = web.check(ended)
          state.withLock {
            if status == 200 { $0.honoured += 1 } else { $0.refused += 1 }
          }
        }
        state.withLock { $0.threads -= 1 }
      }
    }
  }

  /// Waits until the node knows the other one again, and stops asking.
  ///
  /// - Returns: how often the ended session was let pass, and how often not.
  func finish(_ site: ClusterSite) throws -> (honoured: Int, refused: Int) {
    defer { web.stop() }
    defer { state.withLock { $0.isOver = true } }
    try site.wait("the node knows again who is logged in; \(web.log.suffix(300))") { web.check(kept) == 200 }
    let before = state.withLock { $0.refused }
    try site.wait("it has been asked after that as well") { state.withLock { $0.refused + $0.honoured > before + 20 } }
    state.withLock { $0.isOver = true }
    try site.wait("nobody asks any more") { state.withLock { $0.threads } == 0 }
    return state.withLock { ($0.honoured, $0.refused) }
  }
}
