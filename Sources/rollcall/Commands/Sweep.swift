import ArgumentParser
import SessionCore

struct Sweep: ParsableCommand {
  /// What a sweep did, as a program reads it.
  struct Report: Encodable {
    let moved: Int
    let pruned: Int
    let done: Bool
    let busy: String?
  }

  static let configuration = CommandConfiguration(
    abstract: "Move sessions that are past their limits to the ended ones.",
    discussion: """
      They authenticate nobody either way; sweeping keeps the table small. In batches, so that no login waits.

      Example: rollcall sweep --budget 30s
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "How long to go on at most; 10s unless given.") var budget: Interval?
  @Flag(help: "Print a JSON object.") var json = false

  func run() throws {
    let result = try options.service().sweep(by: .operator, budget: budget ?? .seconds(10))
    if json {
      Output.line(
        try JSON.text(Report(moved: result.moved, pruned: result.pruned, done: result.isDone, busy: result.busy)))
    } else {
      Output.line("\(result.moved)")
    }
    Narration.say(
      result.isDone
        ? Phrase("Moved \(result.moved), none is left.", "已移走 \(result.moved) 个，没有剩余。")
        : Phrase(
          "Moved \(result.moved); the time was up, more are left: run it again.",
          "已移走 \(result.moved) 个；时间已到，仍有剩余：请再次运行。"))
  }
}
