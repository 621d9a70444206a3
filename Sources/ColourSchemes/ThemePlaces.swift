/// Where a theme that is called by its name is looked for, in this order. The same for the console and for the pages: a
/// name means the same file to both.
public enum ThemePlaces {
  /// The directories of a program that runs from `directory`: those of this machine, then what came with the program.
  public static func directories(of directory: String) -> [String] {
    ["/etc/rollcall/themes", directory + "/../share/rollcall/themes", "/usr/local/share/rollcall/themes"]
      + ["/usr/share/rollcall/themes"] + checkout(of: directory)
  }

  /// Whether `text` is a file's path, and not a name to look for.
  public static func isPath(_ text: String) -> Bool {
    text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml")
  }

  /// A checkout's own directory, for a program that runs where it was built.
  private static func checkout(of path: String) -> [String] {
    let parts = path.split(separator: "/")
    guard let build = parts.firstIndex(of: ".build") else { return [] }
    return ["/" + parts[..<build].joined(separator: "/") + "/themes"]
  }
}
