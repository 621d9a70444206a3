import Glibc
import SessionStore

extension Session {
  /// How often to look whether a connection is gone, and how long between, in microseconds: two seconds in all.
  private static let looks = (count: 200, pause: useconds_t(10_000))

  /// Ends another connection of this account to this server and waits until it is gone, so that it holds no locks any
  /// more and whatever it was committing is done or taken back. A server whose peer was cut off may not know it for hours.
  ///
  /// What cannot be ended is left as it is: it will meet the next transaction as a conflict.
  func end(_ id: UInt) {
    let arguments: [SQLValue] = [.integer(Int64(clamping: id))]
    for look in 0..<Self.looks.count {
      guard
        let answer = try? execute(
          """
          SELECT id FROM information_schema.processlist
          WHERE id = ? AND user = SUBSTRING_INDEX(USER(), '@', 1) AND db = DATABASE()
          """, arguments), answer.count > 0
      else { return }
      if look == 0 { _ = try? command("KILL CONNECTION \(id)") }
      usleep(Self.looks.pause)
    }
  }
}
