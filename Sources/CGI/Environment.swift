import Glibc
import LoginWeb

/// The process's environment: the request's meta-variables and the operator's settings.
enum Environment {
  /// A variable; nil when it is not set or empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The database's path, from `ROLLCALL_DATABASE`.
  ///
  /// - Throws: ``SiteError`` when it is not set.
  static func database() throws -> String {
    guard let address = self["ROLLCALL_DATABASE"] else {
      throw SiteError(
        "ROLLCALL_DATABASE is not set: have the web server pass the database's path, such as /var/lib/rollcall/rollcall.db."
      )
    }
    return address.hasPrefix("sqlite:") ? String(address.dropFirst(7)) : address
  }
}
