extension FragmentReader {
  /// Checks that an element may stand in those that are open.
  ///
  /// Where it may not, a browser closes some of them before it or moves it elsewhere (HTML standard, section 13.2.6.4.7),
  /// and the page is another one than the file shows.
  func checkPlace(of name: String) throws(TemplateError) {
    if name == "a", let outer = open.last(where: { $0.name == "a" }) {
      throw broken("a link cannot stand in a link: close the <a> of line \(outer.line) before it.")
    }
    if FragmentRules.isBlock(name), let outer = open.last(where: { FragmentRules.holdsTextAlone($0.name) }) {
      throw broken(
        "<\(name)> cannot stand in <\(outer.name)>: close the <\(outer.name)> of line \(outer.line) before it.")
    }
    if let parents = FragmentRules.parents(of: name), !parents.contains(parent ?? "") {
      throw broken("<\(name)> stands in \(parents.map { "<\($0)>" }.joined(separator: " or ")) alone: put it there.")
    }
  }

  /// What an element that comes now stands in; a `div` in a `dl` only groups what is in it.
  private var parent: String? {
    let names = open.suffix(2).map(\.name)
    return names == ["dl", "div"] ? "dl" : names.last
  }
}
