extension SchemeReader {
  /// A value in quotation marks, which may go on in the next lines.
  mutating func readQuoted() throws(ThemeError) -> String {
    let (start, mark) = (line, byte)
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == mark {
        guard mark == UInt8(ascii: "'"), self.byte == mark else { return String(decoding: text, as: UTF8.self) }
        at += 1
        text.append(mark)
      } else if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        text += readEscape()
      } else if byte == .lineFeed {
        line += 1
        skipBlanks()
        text.append(UInt8(ascii: " "))
      } else {
        text.append(byte)
      }
    }
    throw .unclosed(start)
  }

  /// What a backslash stands for (YAML 1.2, section 5.7); the same character where that is nothing else.
  private mutating func readEscape() -> [UInt8] {
    let letter = byte
    at = min(bytes.count, at + 1)
    let length = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][letter] ?? 0
    if length > 0, at + length <= bytes.count,
      let code = UInt32(String(decoding: bytes[at..<(at + length)], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(code)
    {
      at += length
      return Array(String(Character(scalar)).utf8)
    }
    if letter == .lineFeed { line += 1 }
    return [UInt8(ascii: "n"), UInt8(ascii: "t"), .lineFeed].contains(letter) ? [UInt8(ascii: " ")] : [letter]
  }

  /// `{key: value, …}`, in as many lines as it takes.
  mutating func readBraces(_ path: [String]) throws(ThemeError) {
    try checkDepth(path)
    let start = line
    at += 1
    while true {
      try skipSpace(start)
      if byte == UInt8(ascii: "}") { break }
      if byte == UInt8(ascii: ",") {
        at += 1
        continue
      }
      let number = line
      let key = isQuote ? try readQuoted() : readPlain(endingAt: [UInt8(ascii: ":"), UInt8(ascii: ","), 0x7D])
      try skipSpace(start)
      guard byte == UInt8(ascii: ":") else {
        // A key alone.
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") { continue }
        throw .unclosedBrace(start)
      }
      at += 1
      try skipSpace(start)
      _ = readProperties()
      switch byte {
      case UInt8(ascii: "{"): try readBraces(path + [key])
      case UInt8(ascii: "["): try skipBrackets()
      default:
        let value = isQuote ? try readQuoted() : readPlain(endingAt: [UInt8(ascii: ","), UInt8(ascii: "}")])
        try add(value, path + [key], number)
      }
    }
    at += 1
  }

  /// A file of nothing but brackets is somebody's attack, not anybody's scheme.
  func checkDepth(_ path: [String]) throws(ThemeError) {
    guard path.count > Self.deepest else { return }
    throw ThemeError(
      line: line, "mappings stand more than \(Self.deepest) deep in one another: it is no colour scheme.",
      "映射嵌套超过 \(Self.deepest) 层：这不是配色方案。")
  }

  private var isQuote: Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  /// Past a list, and the lists in it.
  mutating func skipBrackets() throws(ThemeError) {
    let start = line
    var depth = 0
    repeat {
      try skipSpace(start)
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        _ = try readQuoted()
        continue
      default: break
      }
      at += 1
    } while depth > 0
  }

  /// Past blanks, comments and ends of lines.
  private mutating func skipSpace(_ start: Int) throws(ThemeError) {
    while true {
      skipBlanks()
      guard !isAtEnd else { throw .unclosedBrace(start) }
      guard byte == .lineFeed || byte == UInt8(ascii: "#") && !isColour else { return }
      skipLine()
    }
  }
}

extension ThemeError {
  fileprivate static func unclosedBrace(_ line: Int) -> ThemeError {
    ThemeError(line: line, "the closing bracket is missing.", "缺少右括号。")
  }
}
