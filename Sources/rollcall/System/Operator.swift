import Glibc
import SessionCore

extension Actor {
  /// Who runs this program: the account behind sudo when there is one, the terminal, and where SSH comes from.
  static var `operator`: Actor {
    let environment = DatabaseOptions.environment
    let account = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "uid \(getuid())"
    let origin = SudoOrigin()
    // Others than root may say what they like of who they were before: there sudo itself must stand behind it.
    let sudoer = environment("SUDO_USER").flatMap { getuid() == 0 || origin.isBehindSudo() ? $0 : nil }
    let terminal =
      [STDIN_FILENO, STDERR_FILENO].lazy.compactMap { ttyname($0) }.first.map { String(cString: $0) } ?? ""
    let line = environment("SSH_CONNECTION")?.split(separator: " ").first.map(String.init)
    return Actor(
      name: sudoer ?? account, terminal: terminal.hasPrefix("/dev/") ? String(terminal.dropFirst(5)) : terminal,
      address: Self.address(line ?? (sudoer == nil ? nil : origin.address()) ?? ""))
  }

  /// An address as sessions have it: SSH may write it as IPv6 maps it, or with the interface; empty for none.
  static func address(_ text: String) -> String {
    text.split(separator: "%").first.flatMap { IPAddress(text: String($0)) }?.description ?? ""
  }
}
