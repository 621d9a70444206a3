import Foundation
import SessionCore
import SessionStore

/// Logins at an even pace, alone and while a program works on the same database: how long each took from when it was due.
struct LoginStream {
  let keys: KeyRing
  let connection: any Connection

  /// How long logins took, in milliseconds.
  struct Waits: Encodable {
    let count: Int
    let median: Double
    let p99: Double
    let longest: Double

    init(_ times: [Double]) {
      let sorted = times.sorted()
      count = sorted.count
      median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
      p99 = sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
      longest = sorted.last ?? 0
    }
  }

  /// What was measured.
  struct Result: Encodable {
    let alone: Waits
    let during: Waits
    /// How long the program ran, in seconds, and how it ended; nil when it was stopped.
    let seconds: Double
    let status: Int32?
  }

  private static let pace = 0.01
  private static let longest = 60.0
  private static let password = "correct horse battery staple"

  /// Measures for so many seconds alone, then for as long as the program runs, a minute at the most.
  func run(seconds: Double, command: [String]) throws -> Result {
    // Hardly a hash: what it takes is the same at any size.
    let service = SessionService(
      store: SQLStore(connection), keys: keys, clock: .system, hasher: PasswordHasher(passes: 1, memory: 8192))
    let run = String(UInt32.random(in: 0...UInt32.max), radix: 36)
    let names = (0..<100).map { "stream-\(run)-\($0)" }
    for name in names {
      _ = try service.addUser(
        try Login(name), password: try Password(Self.password), by: Actor(name: "measure"))
    }
    var number = 0
    func logins(while goesOn: (Double) -> Bool) throws -> [Double] {
      var times: [Double] = []
      let start = Moment.now
      while true {
        let due = start + Double(times.count) * Self.pace
        guard goesOn(due - start) else { return times }
        while Moment.now < due { usleep(useconds_t(max(1, min(2000, (due - Moment.now) * 1e6)))) }
        number += 1
        let source = LoginSource(
          address: IPAddress(text: "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"),
          userAgent: "measure/1")
        _ = try service.logIn(login: names[number % names.count], password: Self.password, from: source)
        times.append((Moment.now - due) * 1000)
      }
    }
    _ = try logins { $0 < 1 }
    let alone = try logins { $0 < seconds }
    let process = Process()
    process.executableURL = URL(filePath: command.first ?? "")
    process.arguments = Array(command.dropFirst())
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let start = Moment.now
    try process.run()
    let during = try logins { process.isRunning && $0 < Self.longest }
    let ended = !process.isRunning
    if !ended { process.terminate() }
    process.waitUntilExit()
    return Result(
      alone: Waits(alone), during: Waits(during), seconds: Moment.now - start,
      status: ended ? process.terminationStatus : nil)
  }
}
