import Screen

/// The clipboard on the terminal's own machine, reached through the line (xterm: operating system command 52): it works
/// over SSH, where no other way does.
struct Clipboard {
  private enum Route {
    /// The terminal takes it itself.
    case direct
    /// A tmux takes it (`set-clipboard on`), or lets it through (`allow-passthrough on`).
    case tmux
    /// A GNU screen lets it through; a tmux that calls itself screen takes it.
    case screen
  }

  private let routes: [Route]

  /// More than anybody means to copy from a list, and less than any terminal refuses.
  static let largest = 1024
  /// What GNU screen lets through at once, in bytes.
  private static let screenLimit = 512

  /// - Parameters:
  ///   - name: what `TERM` says.
  ///   - environment: the process's variables.
  init(terminal name: String, environment: (String) -> String?) {
    let isInTmux = environment("TMUX").map { !$0.isEmpty } ?? false
    if isInTmux || name.hasPrefix("tmux") {
      routes = [.direct, .tmux]
    } else if name.hasPrefix("screen") {
      // Further away, over SSH, this may be either of the two. Each passes over what is meant for the other.
      routes = [.direct, .screen]
    } else {
      // What a terminal does not know it may print: the Linux console of old did.
      let families = [
        "xterm", "alacritty", "foot", "kitty", "konsole", "gnome", "vte", "wezterm", "rxvt", "st-", "iterm",
      ]
      routes = families.contains { name.hasPrefix($0) } ? [.direct] : []
    }
  }

  /// What puts a text on the clipboard; nil where there is none, or for a text that is too long. The text is made safe:
  /// where it is pasted, nobody asks where it came from.
  func bytes(_ text: String) -> [UInt8]? {
    let safe = Array(SafeText.safe(text).utf8)
    guard !routes.isEmpty, !safe.isEmpty, safe.count <= Self.largest else { return nil }
    let command = "\u{1B}]52;c;" + Base64.text(safe) + "\u{7}"
    let all = routes.compactMap { route -> String? in
      switch route {
      case .direct: command
      case .tmux: "\u{1B}Ptmux;\u{1B}" + command + "\u{1B}\\"
      case .screen: command.utf8.count <= Self.screenLimit ? "\u{1B}P" + command + "\u{1B}\\" : nil
      }
    }
    return Array(all.joined().utf8)
  }
}

/// Base 64 (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  /// The text of some bytes.
  static func text(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        text.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : "=")
      }
    }
    return text
  }
}
