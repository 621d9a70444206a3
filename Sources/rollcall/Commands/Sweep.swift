import ArgumentParser
import SessionCore

struct Sweep: ParsableCommand {
  /// What a sweep did, as a program reads it.
  struct Report: Encodable {
    let moved: Int
    let pruned: Int
    let done: Bool
    /// Who is sweeping, when it was somebody else.
    let busy: String?
  }

  static let configuration = CommandConfiguration(
    abstract: "Move sessions that are over to the ended ones, and forget what was kept long enough.",
    discussion: """
      Sessions past their limits authenticate nobody either way; sweeping keeps the tables small. It works in batches of
      milliseconds, so that no login waits long, and one at a time: while another sweeps, it says so and exits with 3.

      Example: rollcall sweep --budget 30s
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "How long to go on at most; 10s unless given.") var budget: Interval?
  @Flag(help: "Print a JSON object.") var json = false

  func run() throws {
    let watched = Narration.isWatched
    let result = try options.service().sweep(by: .operator, budget: budget ?? .seconds(10)) { report in
      if watched { Narration.rewrite("\(report.moved) moved, \(report.pruned) forgotten") }
      return true
    }
    if watched { Narration.rewrite("") }
    if json {
      let report = Report(moved: result.moved, pruned: result.pruned, done: result.isDone, busy: result.busy)
      try Output.line(try JSON.text(report))
    } else {
      try Output.line("\(result.moved)")
    }
    if let busy = result.busy {
      throw CommandFailure(.refused, Phrase("Somebody else is sweeping: \(busy).", "其他程序正在清理：\(busy)。"))
    }
    Narration.say(
      result.isDone
        ? Phrase(
          "Moved \(result.moved), forgot \(result.pruned), nothing is left.",
          "已移走 \(result.moved) 个，清除 \(result.pruned) 条，没有剩余。")
        : Phrase(
          "Moved \(result.moved), forgot \(result.pruned); the time was up, more is left: run it again.",
          "已移走 \(result.moved) 个，清除 \(result.pruned) 条；时间已到，仍有剩余：请再次运行。"))
  }
}
