import Glibc
import LoginWeb
import SessionCore

/// The process's environment: the request's meta-variables and the operator's settings.
enum Environment {
  /// A variable; nil when it is not set or empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Where the database is, from `ROLLCALL_DATABASE`.
  ///
  /// - Throws: ``SiteError`` when it is not set; ``SessionCore/StoreError`` when it is another kind of database's.
  static func database() throws -> DatabaseAddress {
    guard let address = self["ROLLCALL_DATABASE"] else {
      throw SiteError(
        "ROLLCALL_DATABASE is not set: have the web server pass the database's path, such as /var/lib/rollcall/rollcall.db."
      )
    }
    return try DatabaseAddress(address)
  }
}
