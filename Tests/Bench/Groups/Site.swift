import Foundation
import Support

/// What the groups measure with.
struct Site {
  /// Where the programs are.
  let bin: String
  /// The repository.
  let root: String
  /// What script/bench compiled for this run: the floor, and the starter of programs.
  let tools: String
  /// Where Bench and Measure were built.
  let bench: String
  let store: DataStore
  let sizes: [Int]
  /// How often a fast thing is done.
  let runs: Int

  var runner: Runner { Runner(path: tools + "/run") }
  var say: (String) -> Void { store.say }

  func visitor(_ database: String, isSecure: Bool = true) -> Visitor {
    Visitor(program: bin + "/login.cgi", database: database, isSecure: isSecure)
  }
}
