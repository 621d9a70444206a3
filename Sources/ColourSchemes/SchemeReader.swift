/// Reads the part of YAML that schemes are written in: mappings, one in another, with plain, quoted and block values,
/// comments, and mappings in braces, which JSON is as well. Lists are passed over: no scheme says anything in them.
struct SchemeReader {
  private(set) var entries: [String: SchemeFile.Entry] = [:]
  /// The bytes, with every end of a line a line feed.
  let bytes: [UInt8]
  var at = 0
  var line = 1
  private var sections: [(indentation: Int, key: String)] = []
  /// How far the last key with a plain value is indented: a value may go on in lines that are indented further.
  private var open: Int?
  private var anchors: [String: String] = [:]

  /// How many keys a value may stand under. Three is the most that schemes have.
  static let deepest = 8
  /// The longest path of keys that is kept, in bytes: what stands under a longer one is nothing that is asked for.
  private static let longestPath = 256

  init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == .carriageReturn || byte == .lineFeed && last != .carriageReturn {
        bytes.append(.lineFeed)
      } else if byte != .lineFeed {
        bytes.append(byte)
      }
      last = byte
    }
    let mark = Array("\u{FEFF}".utf8)
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }

  /// The byte here; a line feed at the end of all.
  var byte: UInt8 { at < bytes.count ? bytes[at] : .lineFeed }
  var isAtEnd: Bool { at >= bytes.count }

  mutating func read() throws(ThemeError) {
    while !isAtEnd {
      let start = at
      skipBlanks()
      try readLine(indentation: at - start)
      skipLine()
    }
  }

  private mutating func readLine(indentation: Int) throws(ThemeError) {
    try checkLine()
    if byte == .lineFeed || byte == UInt8(ascii: "#") { return }
    if indentation == 0, byte == UInt8(ascii: "%") || isMark("---") || isMark("...") { return }
    if byte == UInt8(ascii: "{") { return try readBraces(path(indentation)) }
    if byte == UInt8(ascii: "-"), isBlank(at + 1) { return open = nil }
    let number = line
    guard let key = readKey() else {
      // A long value that goes on, or an end of what we passed over.
      if let open, indentation > open { return }
      if [UInt8(ascii: "}"), UInt8(ascii: "]")].contains(byte) { return }
      throw ThemeError(
        line: number, "this is no 'key: \"value\"': it is not a base16 scheme.", "此行不是“键: \"值\"”：这不是 base16 配色方案。")
    }
    sections.removeAll { $0.indentation >= indentation }
    try readValue(key, indentation, number)
  }

  private mutating func readValue(_ key: String, _ indentation: Int, _ number: Int) throws(ThemeError) {
    let path = path(indentation) + [key]
    try checkDepth(path)
    skipBlanks()
    let anchor = readProperties()
    open = nil
    switch byte {
    case UInt8(ascii: "{"): return try readBraces(path)
    case UInt8(ascii: "["): return try skipBrackets()
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return keep(readBlock(deeperThan: indentation), path, number)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let value = try readQuoted()
      skipBlanks()
      guard byte == .lineFeed || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ",") else { throw .unclosed(number) }
      if let anchor { anchors[anchor] = value }
      return try add(value, path, number)
    default: break
    }
    var value = readPlain()
    if value.first == "*", let named = anchors[String(value.dropFirst())] { value = named }
    if let anchor { anchors[anchor] = value }
    guard !value.isEmpty else { return sections.append((indentation, key)) }
    open = indentation
    try add(value, path, number)
  }

  /// The keys that a line so far indented stands under.
  private func path(_ indentation: Int) -> [String] { sections.filter { $0.indentation < indentation }.map(\.key) }

  /// Keeps a value. Only a colour that is given twice, and not alike, is a mistake: which is meant, nobody can know.
  mutating func add(_ value: String, _ path: [String], _ line: Int) throws(ThemeError) {
    guard Self.isKept(path) else { return }
    let name = path.joined(separator: ".").lowercased()
    let isColour = path.last?.lowercased().hasPrefix("base") == true
    if isColour, let before = entries[name], before.value.lowercased() != value.lowercased() {
      let key = path.last ?? ""
      throw ThemeError(line: line, "\(key) is there twice: remove one.", "\(key) 出现了两次：请删去一个。")
    }
    keep(value, path, line)
  }

  private static func isKept(_ path: [String]) -> Bool { path.reduce(0) { $0 + $1.utf8.count } <= longestPath }

  private mutating func keep(_ value: String, _ path: [String], _ line: Int) {
    guard Self.isKept(path) else { return }
    let name = path.joined(separator: ".").lowercased()
    if entries[name] == nil { entries[name] = SchemeFile.Entry(value: value, line: line) }
  }
}

extension ThemeError {
  static func unclosed(_ line: Int) -> ThemeError {
    ThemeError(line: line, "the closing quote is missing.", "缺少右引号。")
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
