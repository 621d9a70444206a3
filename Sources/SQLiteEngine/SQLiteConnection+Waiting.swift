import CSQLite
import Glibc
import SessionCore

extension SQLiteConnection {
  /// How long a lock is waited for.
  private static let patience: Int64 = 5_000_000_000

  /// Waits for a lock in short naps, 5 s at the most.
  ///
  /// SQLite's own waiting begins with a millisecond and soon sleeps for 50 and 100: whoever lost once would be passed by
  /// many who came later, and would sleep through the moments that a sweep leaves to others.
  func waitInShortNaps() {
    sqlite3_busy_handler(
      handle,
      { context, count in
        guard let context else { return 0 }
        return Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue().nap(count) ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Sleeps once more; says whether the lock is worth another try.
  private func nap(_ count: Int32) -> Bool {
    let now = Monotonic.nanoseconds
    if count == 0 { waitingSince = now }
    guard isPatient, now - waitingSince < Self.patience else { return false }
    // Who has waited for long has company: then it is the naps of all together that cost. No two nap alike.
    let nap: Int64 = count < 20 ? 400 : count < 60 ? 1500 : 5000
    usleep(UInt32(nap / 2 + (now / 1000 ^ Int64(getpid()) &* 7919) % nap))
    return true
  }
}
