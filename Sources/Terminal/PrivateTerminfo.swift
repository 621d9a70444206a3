import Glibc

/// A terminfo entry of our own, for terminals that show every colour and whose own entry does not say so. ncurses takes
/// it from the environment, for as long as it takes to start; no file is written.
struct PrivateTerminfo {
  /// The value for `TERMINFO` (terminfo(5): `b64:` and an entry).
  let environmentValue: String

  /// The user's own entry with direct colour: RGB, 2^24 colours, colours set by `38;2;R;G;B`. Never with colons: too many
  /// terminals misread those.
  init?(from entry: Terminfo) {
    var entry = entry
    let blue = "%p1%{255}%&%d"
    let channels = "%p1%{65536}%/%{255}%&%d;%p1%{256}%/%{255}%&%d;\(blue)m"
    entry.set(.colors, 0x100_0000)
    entry.set(.pairs, 0x7FFF)
    entry.set(.setForeground, "\u{1B}[38;2;\(channels)")
    entry.set(.setBackground, "\u{1B}[48;2;\(channels)")
    entry.set(.initializeColor, nil)
    if Terminfo.Flag.canChangeColor.rawValue < entry.flags.count {
      entry.flags[Terminfo.Flag.canChangeColor.rawValue] = 0
    }
    let name = Array("RGB".utf8)
    entry.extended.flags.removeAll { $0.name == name }
    let place = entry.extended.flags.firstIndex { name.lexicographicallyPrecedes($0.name) }
    entry.extended.flags.insert((name, 1), at: place ?? entry.extended.flags.endIndex)
    guard let compiled = entry.compiled else { return nil }
    environmentValue = "b64:" + Self.base64(compiled)
  }

  /// Runs `body` while `TERMINFO` is this entry, then puts the variable back: programs that we start must not get it.
  func whileInstalled<Result>(_ body: () -> Result) -> Result {
    let before = getenv("TERMINFO").map { String(cString: $0) }
    setenv("TERMINFO", environmentValue, 1)
    defer {
      if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
    }
    return body()
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[start + $1]) : 0) }
      for digit in 0..<4 {
        text.append(digit <= group.count ? digits[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
