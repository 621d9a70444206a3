import Console
import Screen
import SessionCore

@testable import Console

extension Scene {
  /// Plays a scene on a database that is on a server; false for one of the others.
  func playServer(_ bench: Bench) -> Bool {
    guard rawValue.contains("server") else { return false }
    bench.state.setting.database = "rollcall"
    func see(_ server: ServerState, waitedSince: Timestamp? = nil) {
      bench.send(.serverSeen(server, waitedSince: waitedSince))
    }
    see(Sample.server())
    switch self {
    case .server: break
    case .serverLost: see(Sample.secondServer)
    case .serverWaited:
      see(
        Sample.server(
          [.lost(since: Sample.now - .seconds(7), .silent), .untried, .untried], current: nil, trying: 1),
        waitedSince: Sample.now - .seconds(7))
    case .serverNone:
      see(Sample.noServer)
      let error = StoreError(.unreachable, database: "mariadb://rollcall@db1,db2,db3/rollcall")
      bench.send(.failed(error.phrase, at: Sample.now))
      bench.asked = []
      bench.send(.tick(Sample.now + .seconds(65)))
    default: return false
    }
    return true
  }
}
