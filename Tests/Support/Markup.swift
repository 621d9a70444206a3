/// A page, read strictly: every tag is closed by its own, and every attribute's value is in double quotes. So whatever a
/// visitor typed either stands there as text, or shows up here as a tag, an attribute or an error.
public struct Markup: Sendable {
  /// What cannot be read.
  public struct Malformed: Error, CustomStringConvertible {
    /// What is wrong, and where.
    public let description: String
  }

  /// A start tag.
  public struct Tag: Sendable {
    /// The element's name.
    public let name: String
    /// Its attributes; those without a value have an empty one.
    public let attributes: [String: String]
  }

  /// The start tags in their order.
  public private(set) var tags: [Tag] = []
  private let bytes: [UInt8]
  private var position = 0

  /// Elements that have no end tag (HTML Standard, section 13.1.2).
  private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img", "col", "wbr"]
  /// Elements whose content is no markup.
  private static let raw: Set<String> = ["style", "script", "title", "textarea"]

  /// Reads a page.
  ///
  /// - Throws: ``Malformed``.
  public init(_ page: [UInt8]) throws(Malformed) {
    bytes = page
    guard String(validating: page, as: UTF8.self) != nil else { throw Malformed(description: "the page is no UTF-8") }
    guard !page.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }) else {
      throw Malformed(description: "a control character stands in the page")
    }
    var open: [String] = []
    let doctype = "<!DOCTYPE html>"
    guard page.starts(with: doctype.utf8) else { throw Malformed(description: "no document type") }
    position = doctype.utf8.count
    while let next = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = next + 1
      if at("/") {
        position += 1
        let name = word()
        guard open.popLast() == name, at(">") else { throw error("</\(name)> closes nothing") }
        continue
      }
      let tag = try readTag()
      tags.append(tag.tag)
      if Self.raw.contains(tag.tag.name) {
        // Only its own end tag ends it; anything else in it that looks like one would have been escaped.
        while let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
          position = end
          if bytes[end...].starts(with: "</\(tag.tag.name)".utf8) { break }
          position = end + 1
        }
      }
      if !Self.void.contains(tag.tag.name), !tag.isClosed { open.append(tag.tag.name) }
    }
    guard open.isEmpty else { throw error("\(open) are never closed") }
  }

  private mutating func readTag() throws(Malformed) -> (tag: Tag, isClosed: Bool) {
    let name = word()
    guard !name.isEmpty else { throw error("a bare <") }
    var attributes: [String: String] = [:]
    while true {
      var isApart = false
      while at(" ") || at("\n") {
        position += 1
        isApart = true
      }
      if at(">") { return (Tag(name: name, attributes: attributes), false) }
      if at("/") {
        position += 1
        guard at(">") else { throw error("a slash within <\(name)>") }
        return (Tag(name: name, attributes: attributes), true)
      }
      let attribute = word()
      guard isApart, !attribute.isEmpty else { throw error("something else within <\(name)>") }
      var value = ""
      if at("=") {
        position += 1
        guard at("\"") else { throw error("a value without quotes in <\(name)>") }
        let rest = bytes[(position + 1)...]
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { throw error("quotes without an end") }
        value = String(decoding: rest[..<end], as: UTF8.self)
        position = end + 1
      }
      guard attributes.updateValue(value, forKey: attribute) == nil else { throw error("\(attribute) twice") }
    }
  }

  private func at(_ sign: Unicode.Scalar) -> Bool {
    position < bytes.count && UInt32(bytes[position]) == sign.value
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func isPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }

  private func error(_ what: String) -> Malformed {
    let around = bytes[max(0, position - 40)..<min(bytes.count, position + 40)]
    return Malformed(description: "\(what), at: \(String(decoding: around, as: UTF8.self))")
  }
}
