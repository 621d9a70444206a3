extension SchemeReader {
  func isBlank(_ index: Int) -> Bool {
    index >= bytes.count || [UInt8(ascii: " "), UInt8(ascii: "\t"), .lineFeed].contains(bytes[index])
  }

  /// Whether a mark of three characters stands here alone, or before a blank.
  func isMark(_ mark: String) -> Bool { bytes[at...].starts(with: mark.utf8) && isBlank(at + 3) }

  mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
  }

  /// Past the end of this line.
  mutating func skipLine() {
    while byte != .lineFeed { at += 1 }
    at = min(bytes.count, at + 1)
    line += 1
  }

  /// A file with control characters is some program's own, not anybody's text.
  func checkLine() throws(ThemeError) {
    let end = bytes[at...].firstIndex(of: .lineFeed) ?? bytes.count
    guard !bytes[at..<end].contains(where: { $0 < 0x20 && ![0x09, 0x0B, 0x0C].contains($0) }) else {
      throw ThemeError(line: line, "this is not a text file.", "这不是文本文件。")
    }
  }

  /// A key and its colon; nil, and nothing is read, when there is none in this line.
  mutating func readKey() -> String? {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      let start = (at, line)
      if let key = try? readQuoted() {
        skipBlanks()
        if byte == UInt8(ascii: ":") {
          at += 1
          return key
        }
      }
      (at, line) = start
      return nil
    }
    let end = bytes[at...].firstIndex(of: .lineFeed) ?? bytes.count
    let colons = (at..<end).filter { bytes[$0] == UInt8(ascii: ":") }
    // A colon without a blank after it is no YAML, but many write it.
    guard let colon = colons.first(where: { isBlank($0 + 1) }) ?? colons.first else { return nil }
    let key = String(decoding: bytes[at..<colon], as: UTF8.self).trimmed
    guard isBlank(colon + 1) || !key.contains(" ") else { return nil }
    at = colon + 1
    return key
  }

  /// Passes over a tag, as in `!!str`, and returns an anchor's name, as in `&accent`.
  mutating func readProperties() -> String? {
    var anchor: String?
    while byte == UInt8(ascii: "!") || byte == UInt8(ascii: "&") {
      let start = at
      while !isBlank(at) { at += 1 }
      if bytes[start] == UInt8(ascii: "&") { anchor = String(decoding: bytes[(start + 1)..<at], as: UTF8.self) }
      skipBlanks()
    }
    return anchor
  }

  /// A value without quotation marks, up to a comment or the line's end. A comment needs a blank before it, and
  /// hexadecimal digits after a # are a colour.
  mutating func readPlain(endingAt ends: [UInt8] = []) -> String {
    let start = at
    var isFirst = true
    while byte != .lineFeed, !ends.contains(byte) {
      if byte == UInt8(ascii: "#"), isFirst ? !isColour : isBlank(at - 1) { break }
      isFirst = false
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self).trimmed
  }

  /// Whether `#` begins a colour here.
  var isColour: Bool {
    guard at < bytes.count else { return false }
    let digits = bytes[(at + 1)...].prefix { $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit }
    return [3, 6, 8].contains(digits.count)
      && (isBlank(digits.endIndex) || [0x2C, 0x7D].contains(bytes[digits.endIndex]))
  }

  /// Lines that are indented further than their key, joined.
  mutating func readBlock(deeperThan indentation: Int) -> String {
    var words: [String] = []
    while at < bytes.count {
      let end = (at, line)
      skipLine()
      let start = at
      skipBlanks()
      guard byte == .lineFeed || at - start > indentation else {
        (at, line) = (end.0, end.1)
        // Stands before the end of the last line of the block again.
        while byte != .lineFeed { at += 1 }
        break
      }
      let first = at
      while byte != .lineFeed { at += 1 }
      words.append(String(decoding: bytes[first..<at], as: UTF8.self).trimmed)
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.prefix(start.reversed().drop(while: \.isWhitespace).count))
  }
}
