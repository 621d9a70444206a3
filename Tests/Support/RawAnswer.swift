/// A server's answer as it came over the wire, not smoothed by any client.
public struct RawAnswer: Sendable {
  /// The status code; 0 when nothing came.
  public let status: Int
  /// The lines of the header but the first.
  public let lines: [String]
  /// What follows the header.
  public let rest: String

  /// Reads an answer. What is no HTTP has status 0.
  public init(_ text: String) {
    guard let end = text.firstRange(of: "\r\n\r\n") else {
      (status, lines, rest) = (0, [], text)
      return
    }
    let head = text[..<end.lowerBound].split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    let words = head[0].split(separator: " ")
    status = words.first?.hasPrefix("HTTP/1.") == true && words.count > 1 ? Int(words[1]) ?? 0 : 0
    lines = Array(head.dropFirst())
    rest = String(text[end.upperBound...])
  }

  /// The value of the first field of that name; case does not matter.
  public subscript(name: String) -> String? {
    let start = name.lowercased() + ":"
    return lines.first { $0.lowercased().hasPrefix(start) }.map {
      String($0.dropFirst(start.count).drop { $0 == " " })
    }
  }

  /// Whether another answer follows: the server took one request for two.
  public var isFollowed: Bool { rest.contains("HTTP/1.1 ") || rest.contains("HTTP/1.0 ") }
}
