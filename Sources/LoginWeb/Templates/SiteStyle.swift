/// The file `style.css`: what a site adds to the stylesheet. It comes after ours, so it may change whatever it likes; it
/// loads nothing, and it cannot end the element that it stands in.
struct SiteStyle {
  /// The sheet, for a `style` element.
  let html: HTML
  /// Whether a picture stands in it.
  let hasPicture: Bool

  /// Looks a file through.
  ///
  /// - Throws: ``TemplateError`` with the line.
  init(_ file: TemplateFile) throws(TemplateError) {
    // A browser takes CR for a line end as it reads: a hash of anything else would not be the page's.
    let text = try file.text().replacing("\r\n", by: "\n").replacing("\r", by: "\n")
    var scanner = StyleScanner(path: file.path, text: text)
    try scanner.scan()
    html = HTML(checked: text)
    hasPicture = scanner.hasPicture
  }
}

extension String {
  /// This text with every `part` replaced.
  fileprivate func replacing(_ part: Character, by other: Character) -> String {
    String(map { $0 == part ? other : $0 })
  }
}

/// Finds what is open at the end of a stylesheet, and what would load something.
private struct StyleScanner {
  let path: String
  let bytes: [UInt8]
  private(set) var hasPicture = false
  private var line = 1
  private var braces: [Int] = []

  init(path: String, text: String) {
    self.path = path
    self.bytes = Array(text.utf8)
  }

  mutating func scan() throws(TemplateError) {
    try refuseMarkup()
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: line += 1
      case UInt8(ascii: "/") where begins("/*", at: index): index = try end(of: "*/", from: index + 2, "comment") - 1
      case UInt8(ascii: "\""): index = try end(of: "\"", from: index + 1, "text in quotes") - 1
      case UInt8(ascii: "'"): index = try end(of: "'", from: index + 1, "text in quotes") - 1
      case UInt8(ascii: "{"): braces.append(line)
      case UInt8(ascii: "}"):
        guard braces.popLast() != nil else { throw broken("} closes nothing: remove it.") }
      case UInt8(ascii: "@") where begins("@import", at: index):
        throw broken("@import loads a file, which no page does: put its lines here.")
      case UInt8(ascii: "u"), UInt8(ascii: "U"): if begins("url(", at: index) { try checkAddress(at: index + 4) }
      default: break
      }
      index += 1
    }
    if let open = braces.last { throw TemplateError(path, line: open, "the { is never closed: add }.") }
  }

  /// Refuses what ends the `style` element, or hides its end. A browser looks for that before it reads any style, so
  /// it counts wherever it stands: in quotes, in a comment, behind a backslash.
  private func refuseMarkup() throws(TemplateError) {
    var line = 1
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { line += 1 }
      guard byte == UInt8(ascii: "<"), begins("</", at: index) || begins("<!--", at: index) else { continue }
      throw TemplateError(path, line: line, "</ and <!-- end a stylesheet in a page: remove them.")
    }
  }

  private func broken(_ sentence: String) -> TemplateError { TemplateError(path, line: line, sentence) }

  private func begins(_ text: String, at index: Int) -> Bool {
    bytes[index...].prefix(text.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } == Array(text.utf8)
  }

  /// Where what was opened is closed.
  private mutating func end(of mark: String, from start: Int, _ what: String) throws(TemplateError) -> Int {
    let first = line
    var index = start
    while index < bytes.count {
      if begins(mark, at: index) { return index + mark.utf8.count }
      if bytes[index] == 0x0A {
        line += 1
        if mark != "*/" { break }
      }
      index += bytes[index] == UInt8(ascii: "\\") && mark != "*/" ? 2 : 1
    }
    throw TemplateError(path, line: first, "the \(what) is never closed.")
  }

  private mutating func checkAddress(at index: Int) throws(TemplateError) {
    let rest = bytes[index...].prefix(16).drop { [0x20, 0x09, 0x22, 0x27].contains($0) }
    let start = String(decoding: rest, as: UTF8.self).lowercased()
    if start.hasPrefix("#") { return }
    guard start.hasPrefix("data:") else {
      throw broken("url() loads nothing from elsewhere: write the picture out as a data: address.")
    }
    hasPicture = true
  }
}
