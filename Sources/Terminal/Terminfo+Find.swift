import Glibc

extension Terminfo {
  /// Where Debian and the others keep entries, after the user's own.
  private static let standard = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]

  /// Larger than any entry that ncurses reads.
  private static let largest = 65_536

  /// The entry of a terminal, looked for where ncurses looks (terminfo(5), "Fetching compiled descriptions"); nil when
  /// there is none, or none in a file.
  init?(terminal name: String, environment: (String) -> String?) {
    guard let first = name.utf8.first, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    var places: [String] = []
    if let place = environment("TERMINFO"), !place.isEmpty { places.append(place) }
    if let home = environment("HOME"), !home.isEmpty { places.append(home + "/.terminfo") }
    if let list = environment("TERMINFO_DIRS") {
      places += list.split(separator: ":", omittingEmptySubsequences: false).map(String.init).filter { !$0.isEmpty }
    }
    // A directory is a letter's, or on systems that do not tell letters' case apart, its number's.
    let folders = [String(Unicode.Scalar(first)), String(first, radix: 16)]
    for place in places + Self.standard {
      for folder in folders {
        if let bytes = Self.read("\(place)/\(folder)/\(name)"), let entry = Terminfo(compiled: bytes) {
          self = entry
          return
        }
      }
    }
    return nil
  }

  private static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: largest)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : nil
  }
}
