import Foundation
import Support

/// A program with its arguments and all of its environment.
struct Command {
  let program: String
  var arguments: [String] = []
  var environment: [String: String] = [:]

  /// The words that run it by `env`, so that nothing else is in its environment.
  func words(by wrapper: [String] = []) -> [String] {
    ["-i"] + environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + wrapper + [program] + arguments
  }

  /// Runs it to its end.
  ///
  /// - Throws: ``ChildProgram/Failure`` after `timeout` seconds.
  func run(by wrapper: [String] = [], input: String = "", timeout: Double = 580) throws -> ChildProgram.Result {
    try ChildProgram.run("env", words(by: wrapper), input: Array(input.utf8), timeout: timeout)
  }

  /// What it printed; it has to succeed.
  @discardableResult
  func output(input: String = "", timeout: Double = 580) throws -> String {
    let result = try run(input: input, timeout: timeout)
    guard result.status == 0 else { throw ChildProgram.Failure("\(program) \(arguments): \(result.errors)") }
    return result.output
  }
}

/// What one run of a program took.
struct Cost {
  /// Milliseconds from its start to its end.
  let time: Double
  /// The most memory that it had, in MiB.
  let memory: Double
  let faults: Double
  let status: Int
}

/// Starts programs through bench/run.c.
struct Runner {
  /// Where it was built.
  let path: String

  /// Runs a program once.
  ///
  /// - Throws: ``ChildProgram/Failure`` when it cannot be run or takes longer than `timeout` seconds.
  func run(_ command: Command, timeout: Double = 580) throws -> Cost {
    let result = try ChildProgram.run("env", command.words(by: [path]), timeout: timeout)
    let numbers = result.output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard result.status == 0, numbers.count == 4 else {
      throw ChildProgram.Failure("\(command.program) cannot be run: \(result.errors)")
    }
    return Cost(time: numbers[0] / 1e6, memory: numbers[1] / 1024, faults: numbers[2], status: Int(numbers[3]))
  }

  /// Runs several in turn, so that what else happens on the machine meets them all.
  ///
  /// - Parameter commands: each with how often it is run.
  /// - Returns: each one's costs, after three rounds that do not count.
  /// - Throws: ``ChildProgram/Failure`` when one of them fails.
  func interleave(_ commands: [(command: Command, runs: Int)]) throws -> [[Cost]] {
    var costs = commands.map { _ in [Cost]() }
    let rounds = commands.map(\.runs).max() ?? 0
    for round in -3..<rounds {
      for (index, one) in commands.enumerated() {
        // Spread over all rounds.
        guard round < 0 || (round * one.runs) / rounds != ((round + 1) * one.runs) / rounds else { continue }
        let cost = try run(one.command)
        guard cost.status == 0 else { throw ChildProgram.Failure("\(one.command.program) ended with \(cost.status)") }
        if round >= 0 { costs[index].append(cost) }
      }
    }
    return costs
  }
}

/// What is counted and not timed: the same each time, whatever else the machine does.
enum Count {
  /// Instructions, by callgrind.
  static func instructions(_ command: Command) throws -> Double {
    let result = try command.run(by: ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"])
    guard let match = result.errors.firstMatch(of: /Collected : (\d+)/), let count = Double(match.1) else {
      throw ChildProgram.Failure("valgrind cannot run \(command.program): \(result.errors)")
    }
    return count
  }

  /// System calls, by strace.
  static func systemCalls(_ command: Command) throws -> Double {
    let files = try TemporaryDirectory()
    let result = try command.run(by: ["strace", "-f", "-o", files.file("calls")])
    guard result.status == 0 else {
      throw ChildProgram.Failure("strace cannot run \(command.program): \(result.errors)")
    }
    return Double(calls(try String(contentsOfFile: files.file("calls"), encoding: .utf8)))
  }

  /// Lines of strace's that are calls: neither signals nor ends of programs, nor the second half of a call.
  static func calls(_ trace: String) -> Int {
    trace.split(separator: "\n").count { $0.contains(/^(\d+ +)?[a-z_0-9]+\(/) }
  }

  /// Shared libraries, by ldd.
  static func libraries(_ program: String) throws -> Double {
    let result = try ChildProgram.run("ldd", [program])
    return Double(result.output.split(separator: "\n").count { $0.contains("=>") })
  }
}
