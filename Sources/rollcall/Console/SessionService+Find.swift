import Console
import SessionCore

extension SessionService {
  /// Looks for the next row that the console asks for; nil when there is none.
  func find(_ request: FindRequest) throws -> FoundRow? {
    switch request {
    case .sessions(let query, let position, let direction):
      try findSession(query, from: position, direction).map { FoundRow(.session($0.row), isWrapped: $0.isWrapped) }
    case .users(let query, let position, let direction):
      try findUser(query, from: position, direction).map { FoundRow(.user($0.row), isWrapped: $0.isWrapped) }
    case .attempts(let query, let number, let direction):
      try findAttempt(query, from: number, direction).map { FoundRow(.attempt($0.row), isWrapped: $0.isWrapped) }
    case .audit(let query, let number, let direction):
      try findAudit(query, from: number, direction).map { FoundRow(.audit($0.row), isWrapped: $0.isWrapped) }
    }
  }
}
