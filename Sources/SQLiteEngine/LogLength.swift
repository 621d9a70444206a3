/// How long the write-ahead log is, in pages, and from which length on it is moved into the database.
///
/// The next program that opens the database alone reads all of the log again, so a short one costs it little.
struct LogLength {
  /// After a commit that left the log this long, whoever made it moves it: a few logins' worth. So does whoever changes a
  /// great many rows among others, since a login waits for the disk for as long as moving takes.
  static let short = 64
  /// Whoever changes a great many rows moves it at this length, which spares the disk much that is changed again soon.
  static let long = 1000
  /// At this length the log begins anew though that keeps writers waiting for a moment.
  static let tooLong = 4096
  /// At this length, 256 MiB, whoever changes a great many rows waits until it gets shorter.
  static let limit = 65_536

  /// After the newest commit of this connection.
  var pages = 0
  /// How much of it was in the database already when that was last looked after.
  var moved = 0

  /// How much has to be moved yet, as far as this connection knows.
  var rest: Int { pages < moved ? pages : pages - moved }
}
