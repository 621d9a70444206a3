/// A request as a web server hands it to a CGI program (RFC 3875, section 4). Variables and body are read when asked for.
public struct Request {
  /// What is asked for.
  public let method: Method
  /// The path after the program's own, decoded by the server: `/logout`.
  public let path: String
  /// What follows the question mark, not decoded.
  public let query: String
  private let variable: (String) -> String?
  private let body: (Int) -> [UInt8]

  /// Takes a request.
  ///
  /// - Parameters:
  ///   - variable: gives a meta-variable by its name (RFC 3875, section 4.1); nil when it is not set.
  ///   - body: reads as many bytes as it is asked for, or fewer when the body ends before.
  public init(variable: @escaping (String) -> String?, body: @escaping (Int) -> [UInt8]) {
    self.method = Method(rawValue: variable("REQUEST_METHOD") ?? "")
    self.path = variable("PATH_INFO") ?? ""
    self.query = variable("QUERY_STRING") ?? ""
    self.variable = variable
    self.body = body
  }

  /// A meta-variable; nil when it is not set or empty (RFC 3875, section 4.1: the two mean the same).
  public subscript(name: String) -> String? {
    guard let value = variable(name), !value.isEmpty else { return nil }
    return value
  }

  /// Whether a meta-variable is set, be it empty: for those of ours, in which an empty list is not the same as none.
  func isSet(_ name: String) -> Bool { variable(name) != nil }

  /// Reads `count` bytes of the body, or fewer when it ends before.
  func read(_ count: Int) -> [UInt8] { count > 0 ? body(count) : [] }
}
