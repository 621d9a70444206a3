import Glibc
import SessionCore

extension Actor {
  /// Who runs this program: the account behind sudo when there is one, the terminal, and where SSH comes from.
  static var `operator`: Actor {
    let environment = DatabaseOptions.environment
    let account = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "uid \(getuid())"
    let sudoer = getuid() == 0 ? environment("SUDO_USER") : nil
    let terminal =
      [STDIN_FILENO, STDERR_FILENO].lazy.compactMap { ttyname($0) }.first.map { String(cString: $0) } ?? ""
    let line = environment("SSH_CONNECTION") ?? (sudoer == nil ? nil : SSHLine().connection())
    let address = line?.split(separator: " ").first.map(String.init) ?? ""
    return Actor(
      name: sudoer ?? account, terminal: terminal.hasPrefix("/dev/") ? String(terminal.dropFirst(5)) : terminal,
      address: IPAddress(text: address) == nil ? "" : address)
  }
}
