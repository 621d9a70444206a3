/// What a CGI program wrote, read as strictly as RFC 3875, section 6, and RFC 9110, section 5, put it.
public struct CGIAnswer: Sendable {
  /// Why it is no answer.
  public struct Malformed: Error, CustomStringConvertible {
    /// What is wrong, and where.
    public let description: String
  }

  /// The status code.
  public let status: Int
  /// The header fields in their order.
  public let headers: [(name: String, value: String)]
  /// The body's bytes.
  public let body: [UInt8]

  /// The body as UTF-8.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// Reads an answer.
  ///
  /// - Parameters:
  ///   - bytes: all that it wrote.
  ///   - hasBody: whether the body comes with it; to HEAD there is none.
  /// - Throws: ``Malformed`` for whatever could be read in two ways.
  public init(_ bytes: [UInt8], hasBody: Bool = true) throws(Malformed) {
    var lines: [String] = []
    var start = 0
    while true {
      guard let end = bytes[start...].firstIndex(of: 0x0A), end > start, bytes[end - 1] == 0x0D else {
        throw Malformed(description: "a line without CR LF after \(lines)")
      }
      let line = bytes[start..<end - 1]
      start = end + 1
      if line.isEmpty { break }
      guard line.allSatisfy({ (0x20...0x7E).contains($0) }) else {
        throw Malformed(description: "not printable: \(String(decoding: line, as: UTF8.self))")
      }
      lines.append(String(decoding: line, as: UTF8.self))
    }
    guard let first = lines.first, first.hasPrefix("Status: "), let code = Int(first.dropFirst(8).prefix(3)),
      first.dropFirst(11).hasPrefix(" ")
    else { throw Malformed(description: "no Status in front: \(lines)") }
    status = code
    headers = try lines.dropFirst().map { line throws(Malformed) in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy({ $0 == 0x2D || isAlphanumeric($0) }),
        parts[1].hasPrefix(" ")
      else { throw Malformed(description: "no header field: \(line)") }
      return (String(parts[0]), String(parts[1].dropFirst()))
    }
    body = Array(bytes[start...])
    let lengths = all("Content-Length")
    guard lengths.count == 1, let length = Int(lengths[0]), hasBody ? length == body.count : body.isEmpty else {
      throw Malformed(description: "Content-Length \(lengths) of \(body.count) bytes")
    }
  }

  /// The value of the first field of that name; case does not matter.
  public subscript(name: String) -> String? { all(name).first }

  /// The values of all fields of that name; case does not matter.
  public func all(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
