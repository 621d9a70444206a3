import Glibc

/// The process's environment: the request's meta-variables and the operator's settings.
enum Environment {
  /// A variable; nil when it is not set or empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
