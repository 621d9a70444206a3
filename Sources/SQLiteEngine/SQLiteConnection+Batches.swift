// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CSQLite
import Glibc
import SessionCore

extension SQLiteConnection {
  /// For how long somebody who has committed counts as company.
  private static let company: Int64 = 1_000_000_000
  /// The shortest pause, and the shortest in company: longer than the naps of those who wait.
  private static let (glance, pause): (Int64, Int64) = (500_000, 3_000_000)

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
    defer {
      moveLog()
      self.keeper = nil
    }
    return try body()
  }

  public func giveWay(after held: Int64) throws {
    guard let keeper else { return }
    if log.rest >= LogLength.long { moveLog() }
    if log.pages >= LogLength.tooLong { restartLog() }
    let (counter, now) = (try changeCounter(), Monotonic.nanoseconds)
    if counter != keeper.counter { (keeper.counter, keeper.company) = (counter, now) }
    let isAlone = now - keeper.company > Self.company
    if !isAlone { keeper.sync() }
    usleep(UInt32((isAlone ? Self.glance : min(max(held, Self.pause), Self.company)) / 1000))
    // Somebody reads an old moment, such as a backup: the log can only grow meanwhile.
    for _ in 0..<100 where log.pages >= LogLength.limit {
      usleep(20_000)
      moveLog()
      restartLog()
    }
  }
}
