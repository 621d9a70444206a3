import SessionCore

extension Site {
  /// The database and the files with its secrets, as they are set.
  static func privateFiles(_ environment: (String) -> String?) -> [String] {
    let database = environment(Configuration.Setting.database.variable).flatMap { try? DatabaseAddress($0) }
    let key = environment(Configuration.Setting.key.variable) ?? database?.keyPath
    return [database?.path, key, environment(Configuration.Setting.pepper.variable)].compactMap { $0 }
  }

  /// Refuses to work on a database that anybody could download (OWASP ASVS 5.0, 13.4.1). Paths are compared as they are
  /// written: a symbolic link is not followed.
  ///
  /// - Throws: ``SiteError``.
  func requirePrivateFiles(from request: Request) throws {
    guard !privateFiles.isEmpty, let root = request["DOCUMENT_ROOT"], root.hasPrefix("/") else { return }
    let steps = Self.steps(of: root)
    for file in privateFiles where file.hasPrefix("/") && Self.steps(of: file).starts(with: steps) {
      throw SiteError(
        "\(file) is below \(root), from where the web server hands out files: move it elsewhere, and set the new path.")
    }
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
