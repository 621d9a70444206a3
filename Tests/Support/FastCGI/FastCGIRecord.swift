import Foundation

/// A record of FastCGI 1.0 (section 3.3), made by hand: right or wrong.
public struct FastCGIRecord: Sendable {
  /// What a record is for (section 8).
  public enum Kind: UInt8, Sendable {
    case begin = 1
    case abort, end, variables, input, output, errors, data, getValues, values, unknown
  }

  /// The version of the protocol.
  public var version: UInt8 = 1
  /// What it is for.
  public var kind: UInt8
  /// Which request it belongs to; 0 for none.
  public var request: UInt16
  /// What it carries.
  public var content: [UInt8]
  /// How many bytes follow that mean nothing.
  public var padding: UInt8 = 0

  /// Makes a record.
  public init(_ kind: Kind, request: UInt16 = 1, _ content: [UInt8] = []) {
    self.kind = kind.rawValue
    self.request = request
    self.content = content
  }

  /// It as it is sent. A content of more than 65,535 bytes is no record.
  public var bytes: [UInt8] {
    let (id, length) = (request, UInt16(truncatingIfNeeded: content.count))
    return [version, kind, UInt8(id >> 8), UInt8(id & 255), UInt8(length >> 8), UInt8(length & 255), padding, 0]
      + content + [UInt8](repeating: 0, count: Int(padding))
  }
}

/// A request as a web server sends it.
public struct FastCGIRequest {
  /// What is asked for (section 6).
  public enum Role: UInt8 {
    case responder = 1
    case authorizer, filter
  }

  /// The variables.
  public var variables: [String: String]
  /// The body.
  public var body: [UInt8] = []
  /// What is asked for.
  public var role: Role
  /// Whether further requests are to come on the same connection.
  public var keepsConnection: Bool

  /// Makes a request.
  public init(
    _ variables: [String: String], body: [UInt8] = [], role: Role = .responder, keepsConnection: Bool = false
  ) {
    self.variables = variables
    self.body = body
    self.role = role
    self.keepsConnection = keepsConnection
  }

  /// How it begins.
  public var beginning: [UInt8] {
    FastCGIRecord(.begin, [0, role.rawValue, keepsConnection ? 1 : 0, 0, 0, 0, 0, 0]).bytes
  }

  /// The stream of its variables, with its end.
  public var variablesStream: [UInt8] { Self.stream(.variables, Self.pairs(variables)) }

  /// The stream of its body, with its end.
  public var bodyStream: [UInt8] { Self.stream(.input, body) }

  /// All of it. An authorizer is sent no body (section 6.3).
  public var bytes: [UInt8] { beginning + variablesStream + (role == .authorizer ? [] : bodyStream) }

  /// A stream in records, ended by an empty one (section 3.3).
  public static func stream(_ kind: FastCGIRecord.Kind, _ content: [UInt8]) -> [UInt8] {
    let parts = stride(from: 0, to: content.count, by: 65_535).map {
      Array(content[$0..<min($0 + 65_535, content.count)])
    }
    return (parts + [[]]).flatMap { FastCGIRecord(kind, $0).bytes }
  }

  /// Names and values as section 3.4 writes them.
  public static func pairs(_ variables: [String: String]) -> [UInt8] {
    variables.sorted { $0.key < $1.key }.flatMap { name, value in
      length(name.utf8.count) + length(value.utf8.count) + Array(name.utf8) + Array(value.utf8)
    }
  }

  private static func length(_ count: Int) -> [UInt8] {
    count < 128
      ? [UInt8(count)]
      : [UInt8(count >> 24 & 127 | 128), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255), UInt8(count & 255)]
  }
}
