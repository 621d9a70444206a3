import CNcurses
import Glibc

/// What the terminal's line can carry.
enum CharacterSet: Hashable {
  case utf8
  case ascii

  /// Sets the process's character type to what the environment asks for, or to UTF-8 where it asks for nothing, and says
  /// what that is.
  ///
  /// A locale that asks for UTF-8 and is not installed here is common on the far end of an SSH line: C.UTF-8 stands in.
  static func establish(environment: (String) -> String?) -> CharacterSet {
    setlocale(LC_CTYPE, "")
    if isUTF8 { return .utf8 }
    // LANG=C is what nobody has chosen; the others are set on purpose.
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment($0) }
    let chosen = names.dropLast(environment("LANG") == nil ? 0 : 1).first { !$0.isEmpty }
    if let chosen, ["C", "POSIX"].contains(chosen) { return .ascii }
    guard isOpen(to: names.first { !$0.isEmpty } ?? "") else { return .ascii }
    setlocale(LC_CTYPE, "C.UTF-8")
    return isUTF8 ? .utf8 : .ascii
  }

  private static var isUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name).uppercased() == "UTF-8"
  }

  /// Whether a locale's name leaves room for UTF-8: it names it, or no character set at all.
  static func isOpen(to locale: String) -> Bool {
    let codeset = locale.split(separator: ".", maxSplits: 1).dropFirst().first?.prefix { $0 != "@" } ?? ""
    let name = codeset.lowercased().filter { $0 != "-" }
    return name.isEmpty || name == "utf8"
  }
}
