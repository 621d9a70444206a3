import SessionCore

/// What is wrong with a file of a site's own, in one sentence that says what mends it.
struct TemplateError: Error, Hashable, CustomStringConvertible {
  /// The file, the line and the sentence.
  let description: String

  init(_ path: String, line: Int? = nil, _ sentence: String) {
    description = path + (line.map { ":\($0)" } ?? "") + ": " + sentence
  }

  init(_ error: PlainFileError) { description = error.description }
}

/// A file of a site's own: read once, and known by its path when something is wrong with it.
struct TemplateFile {
  /// The most that one holds, in bytes.
  static let largest = 64 * 1024

  let path: String
  let bytes: [UInt8]

  /// Nil when there is none.
  init?(_ path: String, followsLinks: Bool = false) throws(TemplateError) {
    do throws(PlainFileError) {
      bytes = try PlainFile.read(path, atMost: Self.largest, followsLinks: followsLinks)
    } catch {
      guard error.reason != .missing else { return nil }
      throw TemplateError(error)
    }
    self.path = path
  }

  /// What stands in it, for a test or a text that is no file.
  init(_ path: String, text: String) {
    self.path = path
    self.bytes = Array(text.utf8)
  }

  /// Its text, in UTF-8 and without characters that no text has.
  func text() throws(TemplateError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TemplateError(path, "this is not UTF-8: save it as UTF-8.")
    }
    for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0D }) else {
        throw TemplateError(path, line: index + 1, "there is a control character: remove it.")
      }
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }
}
