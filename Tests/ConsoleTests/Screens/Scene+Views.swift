import Console
import Screen
import SessionCore

extension Scene {
  /// Plays a scene of the audit log, of the overview or of what they lead to; false for one of the others.
  func playViews(_ bench: Bench) -> Bool {
    switch self {
    case .audit: bench.press(.character("4"), .down)
    case .auditEmpty: bench.press(.character("4"))
    case .auditLoading: bench.tap(.character("4"))
    case .auditMany: bench.press(.character("4"), .pageDown)
    case .auditWalking:
      bench.press(.character("4"), .character("V"))
      bench.send(.auditWalked(.walking(done: 1000, of: 2118)))
    case .auditBroken:
      bench.press(.character("4"), .character("V"))
      bench.send(.auditWalked(.broken(AuditFault(number: 812, kind: .changed), at: Sample.now)))
    case .auditDetail: bench.press(.character("4"), .down, .enter)
    case .overview, .overviewEmpty: bench.press(.character("5"))
    case .overviewDay: bench.press(.character("5"), .character(">"), .character(">"), .up, .left, .left)
    case .overviewEnds: bench.press(.character("5"), .down, .down)
    case .overviewClients: bench.press(.character("5"), .down, .right, .right, .down)
    case .overviewLoading: bench.tap(.character("5"))
    case .overviewStale:
      bench.press(.character("5"))
      bench.send(.failed(StoreError(.locked, database: "/var/lib/rollcall/rollcall.db").phrase, at: Sample.now))
      bench.asked = []
      bench.send(.tick(Sample.now + .seconds(125)))
    case .attemptDetail: bench.press(.character("3"), .enter)
    case .usersByLogin: bench.press(.character("2"), .character(">"))
    default: return false
    }
    return true
  }
}
