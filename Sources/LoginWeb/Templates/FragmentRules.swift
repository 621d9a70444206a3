/// What a header or footer is made of. Everything else is refused: a list of what is harmful would always be short of one.
enum FragmentRules {
  static let elements: Set = [
    "a", "abbr", "address", "b", "bdi", "bdo", "blockquote", "br", "cite", "code", "dd", "div", "dl", "dt", "em", "h2",
    "h3", "hr", "i", "kbd", "li", "mark", "nav", "ol", "p", "q", "rp", "rt", "ruby", "s", "section", "small", "span",
    "strong", "sub", "sup", "time", "u", "ul", "wbr",
  ]

  static let attributes: Set = [
    "aria-current", "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "class", "datetime", "dir",
    "href",
    "hreflang", "id", "lang", "rel", "role", "title", "translate",
  ]

  /// Elements without content, which nothing closes.
  static func isVoid(_ name: String) -> Bool { name == "br" || name == "hr" || name == "wbr" }

  /// Whether an element is a block: a paragraph ends where one begins.
  static func isBlock(_ name: String) -> Bool {
    [
      "address", "blockquote", "dd", "div", "dl", "dt", "h2", "h3", "hr", "li", "nav", "ol", "p", "section", "ul",
    ].contains(name)
  }

  /// Whether no block may stand in an element.
  static func holdsTextAlone(_ name: String) -> Bool { name == "p" || name == "h2" || name == "h3" }

  /// What an element stands in directly, where that matters: one of them ends the one before it. Nil for any.
  static func parents(of name: String) -> [String]? {
    switch name {
    case "li": ["ul", "ol"]
    case "dt", "dd": ["dl"]
    case "rt", "rp": ["ruby"]
    default: nil
    }
  }

  /// What to do about an element that does not belong here.
  static func remedy(for element: String) -> String {
    switch element {
    case "script": "<script> cannot run: pages have no script. Remove it."
    case "style", "link": "<\(element)> has no effect: put styles into style.css."
    case "img", "svg", "picture":
      "<\(element)> is not shown: put a picture into logo.svg or logo.png, and {{logo}} here."
    case "html", "head", "body", "header", "footer", "main", "title":
      "<\(element)> is the page's own: leave it out, and keep what is in it."
    case "h1": "<h1> is the page's own: use <p> or <h2>."
    default: "<\(element)> cannot stand in a header or footer: remove it."
    }
  }

  /// What to do about an attribute that does not belong here.
  static func remedy(forAttribute name: String) -> String {
    switch name {
    case _ where name.hasPrefix("on"): "\(name) cannot run: pages have no script. Remove it."
    case "style": "a style attribute has no effect: put styles into style.css."
    default: "the attribute \(name) cannot stand here: remove it."
    }
  }

  /// What is wrong with a byte of an address; nil for nothing. Browsers leave some blanks out, and take a backslash for a
  /// slash (URL standard, section 4.4).
  static func problem(inAddress byte: UInt8) -> String? {
    let isFine = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\\") || byte >= 0x80
    return isFine ? nil : "an address holds no blanks and no backslashes: write %20 or %5C."
  }

  /// Where in an address no scheme can be any more; nil when one might still be.
  static func pathStart(of address: [UInt8]) -> Int? {
    address.firstIndex { [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
  }

  /// What is wrong with an address that begins so; nil for nothing. A browser decodes `&#58;` before it looks for a
  /// scheme, so no character reference may come before the path.
  static func problem(inStart address: [UInt8]) -> String? {
    if address.starts(with: "//".utf8) { return "a link to another site begins with https: or http:." }
    let start = String(decoding: address[..<(pathStart(of: address) ?? address.endIndex)], as: UTF8.self).lowercased()
    if start.utf8.contains(UInt8(ascii: "&")) {
      return "an address cannot begin with a character reference: write it out."
    }
    guard start.utf8.contains(UInt8(ascii: ":")) else { return nil }
    let schemes = ["https:", "http:", "mailto:", "tel:"]
    return schemes.contains { start.hasPrefix($0) }
      ? nil : "a link leads to a path, https:, http:, mailto: or tel: only."
  }
}
