import Foundation

/// A web server's answer, as it came.
public struct HTTPResponse: Sendable {
  /// The status code.
  public let status: Int
  /// The header fields in their order; names as they were written.
  public let headers: [(name: String, value: String)]
  /// The body's bytes.
  public let body: [UInt8]

  /// The body as UTF-8.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// The value of the first field of that name; case does not matter.
  public subscript(name: String) -> String? { all(name).first }

  /// The values of all fields of that name; case does not matter.
  public func all(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }

  /// The names and values of the page's hidden form fields.
  public var hiddenFields: [String: String] { Self.hiddenFields(of: text) }

  /// The names and values of the hidden form fields of a page.
  public static func hiddenFields(of page: String) -> [String: String] {
    var fields: [String: String] = [:]
    for tag in page.matches(of: /<input\b[^>]*>/).map({ String($0.output) }) {
      guard tag.contains(/type="?hidden/), let name = tag.firstMatch(of: /name="([^"]*)"/) else { continue }
      fields[String(name.1)] = tag.firstMatch(of: /value="([^"]*)"/).map { String($0.1) } ?? ""
    }
    return fields
  }

  /// Reads a header as it came, such as curl wrote it to a file; of several, the last is the answer's.
  ///
  /// - Throws: ``ChildProgram/Failure`` when it is none.
  public init(header: String, body: [UInt8]) throws {
    let lines = header.split(separator: "\r\n", omittingEmptySubsequences: false)
    guard let first = lines.lastIndex(where: { $0.hasPrefix("HTTP/") }),
      let status = Int(lines[first].split(separator: " ").dropFirst().first ?? "")
    else { throw ChildProgram.Failure("no HTTP answer: \(header)") }
    self.status = status
    self.headers = lines[(first + 1)...].filter { !$0.isEmpty }.map { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count < 2 ? "" : parts[1].trimmingCharacters(in: .whitespaces))
    }
    self.body = body
  }
}
