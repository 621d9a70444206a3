import Foundation
import Support

/// What can be told in a minute on a busy machine: instructions, calls and bytes, never seconds.
struct Short {
  let site: Site

  /// - Throws: ``ChildProgram/Failure`` and `PseudoTerminal.Failure`.
  func figures() throws -> [(name: String, figure: Double)] {
    let set = try site.store.set(1000, peers: ["floor"])
    return try check(set) + sizes() + console(set)
  }

  private func check(_ set: DataSet) throws -> [(name: String, figure: Double)] {
    let visitor = site.visitor(set.database)
    let check = visitor.check(try visitor.logIn())
    guard try check.output().contains("Remote-User: ") else { throw ChildProgram.Failure("login.cgi knows nobody") }
    let instructions = try Count.instructions(check)
    let floor = try Count.instructions(CheckGroup(site: site).floor(set))
    let costs = try site.runner.interleave([(check, 21)])[0]
    return [
      ("check: instructions", instructions),
      ("check: instructions, times the static C program's", instructions / floor),
      ("check: system calls", try Count.systemCalls(check)), ("check: page faults", costs.map(\.faults).median),
      ("check: peak MiB", costs.map(\.memory).median),
      ("check: shared libraries", try Count.libraries(check.program)),
    ]
  }

  private func sizes() throws -> [(name: String, figure: Double)] {
    try ["login.cgi", "members.cgi", "rollcall"].map { name in
      let size = try FileManager.default.attributesOfItem(atPath: "\(site.bin)/\(name)")[.size] as? Int
      return ("\(name): bytes", Double(size ?? 0))
    }
  }

  private func console(_ set: DataSet) throws -> [(name: String, figure: Double)] {
    let console = try ConsoleGroup(site: site).start(set)
    let first = try console.first(ConsoleView.isFull)
    console.settle(300)
    func press(_ keys: String) throws -> Double {
      let paint = try console.press(
        Array(keys.utf8), quiet: 0.3, view: ConsoleView.list, isReady: ConsoleView.isReady)
      return paint.map { Double($0.bytes) } ?? .infinity
    }
    let down = try (0..<5).map { _ in try press("\u{1B}OB") }.median
    let page = try (0..<3).map { _ in try press("\u{1B}[6~") }.median
    let memory = console.memory("VmRSS")
    try console.send("q")
    return [
      ("console: bytes of the first paint", Double(first.bytes)), ("console: bytes of a step down", down),
      ("console: bytes of a page down", page), ("console: resident MiB", memory),
    ]
  }
}
