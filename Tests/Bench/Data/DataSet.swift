import Foundation
import Support

/// A database of a size, with the peers' databases beside it; made once and kept.
struct DataSet {
  /// Live sessions.
  let size: Int
  let directory: String

  /// Rollcall's.
  var database: String { directory + "/rollcall.db" }
  /// The floor's and the seed's.
  var floor: String { directory + "/floor.db" }
  /// CGI::Session's.
  var perl: String { directory + "/perl.db" }
  /// The one of bench/fastcgi/sqlite.php.
  var phpDatabase: String { directory + "/php.db" }
  /// PHP's sessions, each in a file: one, because that is all that PHP looks at.
  var php: String { directory + "/php" }
  /// The secret that the peers know: a cookie's value.
  let token: String
  /// The id of CGI::Session's session.
  let perlID: String
  /// The cookie of sqlite.php: an id and a secret.
  let phpToken: String

  var users: Int { max(10, size / 10) }
}
