import SessionStore

/// One step of a move: what is done at a stage to reach the next.
enum MoveStep {
  case begin, copy, close, compare, retire, open

  func run(_ run: inout MoveRun, _ move: Move) throws {
    switch self {
    case .begin: try run.begin(move)
    case .copy: try run.copy(move)
    case .close: try run.close(move)
    case .compare: try run.compare(move)
    case .retire: try run.retire(move)
    case .open: try run.open(move)
    }
  }
}
