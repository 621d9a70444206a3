extension Site {
  /// Refuses to work on a database that anybody could download (OWASP ASVS 5.0, 13.4.1). Paths are compared as they are
  /// written: a symbolic link is not followed.
  ///
  /// - Throws: ``SiteError``.
  func requirePrivateFiles(from request: Request) throws {
    guard !privateFiles.isEmpty, let root = request["DOCUMENT_ROOT"], root.hasPrefix("/") else { return }
    for file in privateFiles where Self.isBelow(root, Self.path(file)) {
      throw SiteError(
        "\(file) is below \(root), from where the web server hands out files: move it elsewhere, and set the new path.")
    }
  }

  /// A path without the kind of database before it.
  private static func path(_ file: String) -> String {
    file.hasPrefix("/") ? file : file.hasPrefix("sqlite:") ? String(file.dropFirst("sqlite:".count)) : file
  }

  private static func isBelow(_ root: String, _ file: String) -> Bool {
    guard file.utf8.first == UInt8(ascii: "/") else { return false }
    if isPlain(root), isPlain(file) {
      // Every check of a session passes here.
      guard file.utf8.starts(with: root.utf8) else { return false }
      return root.utf8.last == UInt8(ascii: "/") || file.utf8.dropFirst(root.utf8.count).first == UInt8(ascii: "/")
    }
    return steps(of: file).starts(with: steps(of: root))
  }

  /// Whether a path is written without `//` and without a name that begins with a dot.
  private static func isPlain(_ path: String) -> Bool {
    var last: UInt8 = 0
    for byte in path.utf8 {
      if last == UInt8(ascii: "/"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
      last = byte
    }
    return true
  }

  /// A path's names, one after the other, without `.`, and without what `..` goes back over.
  private static func steps(of path: String) -> [Substring] {
    var steps: [Substring] = []
    for step in path.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps
  }
}
