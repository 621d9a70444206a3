/// Reads a header or footer from its first byte to its last; see ``Fragment``.
struct FragmentReader {
  let path: String
  private let bytes: [UInt8]
  private(set) var pieces: [Fragment.Piece] = []
  private(set) var hasLinks = false
  private var position = 0
  private(set) var line = 1
  private var written: [UInt8] = []
  /// The elements that have not been closed, the outermost first.
  private(set) var open: [(name: String, line: Int)] = []

  init(path: String, text: String) {
    self.path = path
    self.bytes = Array(text.utf8)
  }

  /// An error at the place that has been reached.
  func broken(_ sentence: String) -> TemplateError { TemplateError(path, line: line, sentence) }

  mutating func readAll() throws(TemplateError) {
    while let byte = peek() {
      if byte == UInt8(ascii: "<") {
        try readTag()
      } else if let placeholder = try readPlaceholder() {
        add(.text(placeholder))
      } else {
        write(byte)
        _ = next()
      }
    }
    if let last = open.last {
      throw TemplateError(path, line: last.line, "<\(last.name)> is never closed: add </\(last.name)>.")
    }
    flush()
  }

  // MARK: Bytes

  func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    if byte == 0x0A { line += 1 }
    return byte
  }

  /// Goes past `text` when it comes next.
  mutating func skip(_ text: StaticString) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    guard bytes[position...].starts(with: wanted) else { return false }
    for _ in wanted { _ = next() }
    return true
  }

  mutating func skipBlanks() {
    while let byte = peek(), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { _ = next() }
  }

  /// The letters, digits and hyphens that come next, in lower case.
  mutating func word() -> String {
    var word: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"): word.append(byte)
      case 0x41...0x5A: word.append(byte | 0x20)
      default: return String(decoding: word, as: UTF8.self)
      }
      _ = next()
    }
    return String(decoding: word, as: UTF8.self)
  }

  // MARK: Parts

  mutating func write(_ text: String) { written += text.utf8 }

  mutating func write(_ byte: UInt8) { written.append(byte) }

  mutating func add(_ piece: Fragment.Piece) {
    flush()
    pieces.append(piece)
  }

  private mutating func flush() {
    guard !written.isEmpty else { return }
    pieces.append(.markup(String(decoding: written, as: UTF8.self)))
    written = []
  }

  /// A placeholder, when one comes next.
  mutating func readPlaceholder() throws(TemplateError) -> Placeholder? {
    guard skip("{{") else { return nil }
    skipBlanks()
    let name = word()
    skipBlanks()
    guard skip("}}") else { throw broken("a placeholder ends with }}: there are \(Placeholder.list).") }
    guard let placeholder = Placeholder(rawValue: name) else {
      throw broken("there is no placeholder {{\(name)}}: there are \(Placeholder.list).")
    }
    return placeholder
  }

  // MARK: Elements

  /// Remembers an element that has to be closed.
  mutating func push(_ name: String) throws(TemplateError) {
    if name == "a" { hasLinks = true }
    guard !FragmentRules.isVoid(name) else { return }
    guard open.count < 32 else { throw broken("elements stand too deep in each other: leave some out.") }
    open.append((name, line))
  }

  /// Closes an element that must be the last one opened.
  mutating func pop(_ name: String) throws(TemplateError) {
    guard let last = open.last else { throw broken("</\(name)> closes nothing: remove it.") }
    guard last.name == name else {
      throw broken("</\(name)> comes before the </\(last.name)> of line \(last.line): close that first.")
    }
    open.removeLast()
  }
}
