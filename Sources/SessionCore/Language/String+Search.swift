// The standard library's own searches for a text bring its regular expressions with them, and a program that starts for
// each request would pay for them each time: see Package.swift.
extension StringProtocol {
  /// Where the bytes of `part` first stand in it; nil for nowhere.
  public func place(of part: String) -> Range<Index>? {
    let wanted = Array(part.utf8)
    var start = utf8.startIndex
    while start < utf8.endIndex {
      var (at, matched) = (start, 0)
      while matched < wanted.count, at < utf8.endIndex, utf8[at] == wanted[matched] {
        utf8.formIndex(after: &at)
        matched += 1
      }
      if matched == wanted.count { return start..<at }
      utf8.formIndex(after: &start)
    }
    return nil
  }

  /// Whether the bytes of `part` stand in it.
  public func holds(_ part: String) -> Bool { place(of: part) != nil }
}
