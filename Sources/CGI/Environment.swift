import Glibc

/// The process's environment: the request's meta-variables and the operator's settings.
enum Environment {
  /// A variable; nil when it is not set.
  static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// One of the operator's settings; nil when it is not set or empty.
  static func setting(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }
}
