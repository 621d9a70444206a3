extension FragmentReader {
  /// Reads what begins with a less-than sign.
  mutating func readTag() throws(TemplateError) {
    if skip("<!--") { return try skipComment() }
    if skip("</") {
      let name = word()
      skipBlanks()
      guard skip(">") else { throw broken("a closing tag is written </\(name)>.") }
      try pop(name)
      return write("</\(name)>")
    }
    _ = next()
    let name = word()
    guard !name.isEmpty else { throw broken("write &lt; for a less-than sign; declarations do not belong here.") }
    guard FragmentRules.elements.contains(name) else { throw broken(FragmentRules.remedy(for: name)) }
    try checkPlace(of: name)
    write("<\(name)")
    try readAttributes(of: name)
    write(">")
    try push(name)
  }

  /// Comments are for who writes the file: visitors do not get them.
  private mutating func skipComment() throws(TemplateError) {
    let start = line
    while !skip("-->") {
      guard next() != nil else { throw TemplateError(path, line: start, "the comment is never closed: add -->.") }
    }
  }

  private mutating func readAttributes(of element: String) throws(TemplateError) {
    var seen: [String] = []
    while true {
      skipBlanks()
      if skip(">") { return }
      if skip("/>") {
        guard FragmentRules.isVoid(element) else {
          throw broken("<\(element)/> opens an element and does not close it: write <\(element)></\(element)>.")
        }
        return
      }
      guard peek() != nil else { throw broken("<\(element) has no > at its end.") }
      let name = word()
      guard !name.isEmpty else { throw broken("an attribute of <\(element)> is written name=\"value\".") }
      guard FragmentRules.attributes.contains(name), name != "href" || element == "a" else {
        throw broken(FragmentRules.remedy(forAttribute: name))
      }
      guard !seen.contains(name) else { throw broken("\(name) is there twice: remove one.") }
      seen.append(name)
      try readValue(of: name)
    }
  }

  private mutating func readValue(of name: String) throws(TemplateError) {
    skipBlanks()
    guard skip("=") else { throw broken("\(name) has no value: write \(name)=\"…\".") }
    skipBlanks()
    guard let quote = next(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw broken("put the value of \(name) in quotes.")
    }
    write(" \(name)=\"")
    // What stands before the first placeholder, which is where an address could get its scheme from.
    var head: [UInt8] = []
    var hasPlaceholder = false
    while let byte = peek(), byte != quote {
      if let placeholder = try readPlaceholder() {
        try put(placeholder, in: name, after: hasPlaceholder ? nil : head)
        hasPlaceholder = true
        continue
      }
      _ = next()
      if name == "href", let problem = FragmentRules.problem(inAddress: byte) { throw broken(problem) }
      if !hasPlaceholder { head.append(byte) }
      switch byte {
      case UInt8(ascii: "\""): write("&quot;")
      case UInt8(ascii: "<"): write("&lt;")
      default: write(byte)
      }
    }
    guard next() != nil else { throw broken("the value of \(name) has no closing quote.") }
    if name == "href", let problem = FragmentRules.problem(inStart: head) { throw broken(problem) }
    if name == "id", hasPlaceholder || !head.starts(with: "site-".utf8) {
      throw broken("an id of yours begins with site-, so that it is not one of the page's.")
    }
    write("\"")
  }

  /// Puts a placeholder into an attribute, after `head`; nil when another placeholder is before it.
  private mutating func put(_ placeholder: Placeholder, in name: String, after head: [UInt8]?) throws(TemplateError) {
    guard placeholder != .logo else { throw broken("{{logo}} is a picture: put it between elements.") }
    guard name == "href" else { return add(.attribute(placeholder)) }
    // An address, or a value that was let in, has settled already what the link leads to.
    guard let head else { return add(.query(placeholder)) }
    if head.isEmpty, placeholder.isAddress { return add(.address(placeholder)) }
    guard !head.isEmpty else {
      throw broken("a link cannot begin with {{\(placeholder.rawValue)}}: begin it with an address.")
    }
    // An empty value would join what is on both sides of it, perhaps to a scheme.
    guard FragmentRules.pathStart(of: head) != nil else {
      throw broken("{{\(placeholder.rawValue)}} in a link comes after a /, ? or #: begin with an address.")
    }
    add(.query(placeholder))
  }
}
