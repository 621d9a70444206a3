// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CSQLite
import Glibc
import SessionCore

extension SQLiteConnection {
  /// For how long somebody who has committed counts as company.
  private static let company: Int64 = 1_000_000_000
  /// The shortest pause, and the shortest in company: longer than the naps of those who wait.
  private static let (glance, pause): (Int64, Int64) = (500_000, 5_000_000)

  public func inBatches<Result>(_ body: () throws -> Result) throws -> Result {
    try keepingLog(body)
  }

  /// Runs `body`, while nobody else stops to move the log, and moves it then.
  func keepingLog<Result>(_ body: () throws -> Result) throws -> Result {
    guard keeper == nil else { return try body() }
    // Whoever reads has a log.
    try query("SELECT 1 FROM sqlite_schema LIMIT 1", []) { _ in }
    guard let keeper = LogKeeper(of: path) else { return try body() }
    keeper.counter = try changeCounter()
    self.keeper = keeper
    // What a statement would take back if it failed need not go through a file.
    try run("PRAGMA temp_store = MEMORY", [])
    defer {
      moveLog()
      self.keeper = nil
    }
    return try body()
  }

  public var isShared: Bool { keeper.map { Monotonic.nanoseconds - $0.company <= Self.company } ?? false }

  public func giveWay(after held: Int64) throws {
    guard let keeper else { return }
    let counter = try changeCounter()
    if counter != keeper.counter { (keeper.counter, keeper.company) = (counter, Monotonic.nanoseconds) }
    let isShared = isShared
    if log.rest >= (isShared ? LogLength.short : LogLength.long) { moveLog() }
    // What has yet to be moved would be moved while writers wait.
    if log.pages >= LogLength.tooLong, log.rest < LogLength.short { restartLog() }
    if isShared { keeper.sync() }
    usleep(UInt32((isShared ? min(max(held, Self.pause), Self.company) : Self.glance) / 1000))
    // Somebody reads an old moment, such as a backup: the log can only grow meanwhile.
    for _ in 0..<100 where log.pages >= LogLength.limit {
      usleep(20_000)
      moveLog()
      restartLog()
    }
  }
}
