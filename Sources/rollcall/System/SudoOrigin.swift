import Glibc
import SessionCore

/// Who stands behind sudo, and where their SSH line comes from: sudo keeps the variable that says so from what it starts,
/// so those are asked who started it, and the system's list of logins.
///
/// Without it an operator behind sudo would be the site's account from nowhere: in the audit log, and when their own
/// sessions are to be known.
struct SudoOrigin {
  /// What is in a file of the system's; nil where it cannot be read.
  var file: (String) -> [UInt8]? = { try? PlainFile.read($0, atMost: Self.largest) }
  /// Whose a process is, by its directory; nil where there is none.
  var owner: (String) -> uid_t? = { Files.status(of: $0)?.st_uid }

  /// How many processes are asked: a shell in an editor in a shell is not many more.
  private static let generations = 16
  /// As large as an environment is read.
  private static let largest = 1 << 20

  /// Whether sudo started `process`, or what started it. Anybody may call a program sudo, but not as root.
  func isBehindSudo(_ process: pid_t = getpid()) -> Bool {
    ancestors(of: process).contains { name(of: $0) == Array("sudo".utf8) && owner("/proc/\($0)") == 0 }
  }

  /// The address that the operator logged in from, by those that started `process`, the nearest first, or else by the
  /// login that it belongs to; nil where it is not known.
  func address(above process: pid_t = getpid()) -> String? {
    for parent in ancestors(of: process) {
      let variables = file("/proc/\(parent)/environ")?.split(separator: 0) ?? []
      if let connection = Self.value(of: "SSH_CONNECTION", in: variables) {
        return connection.split(separator: " ").first.map(String.init)
      }
    }
    // What root alone may read of others, everybody may read in logind's list.
    guard let number = file("/proc/\(process)/sessionid"), number.allSatisfy({ (0x30...0x39).contains($0) }),
      let login = file("/run/systemd/sessions/\(String(decoding: number, as: UTF8.self))")
    else { return nil }
    return Self.value(of: "REMOTE_HOST", in: login.split(separator: UInt8(ascii: "\n")))
  }

  private static func value(of name: String, in lines: [ArraySlice<UInt8>]) -> String? {
    let start = Array((name + "=").utf8)
    return lines.first { $0.starts(with: start) }.map { String(decoding: $0.dropFirst(start.count), as: UTF8.self) }
  }

  /// The processes that started it, the nearest first.
  private func ancestors(of process: pid_t) -> [pid_t] {
    var all: [pid_t] = []
    var process = process
    while all.count < Self.generations, let parent = parent(of: process), parent > 1 {
      all.append(parent)
      process = parent
    }
    return all
  }

  /// What the system says of a process, as in proc(5), `stat`: its name in brackets, which may hold brackets as well.
  private func status(of process: pid_t) -> (name: [UInt8], rest: ArraySlice<UInt8>)? {
    guard let text = file("/proc/\(process)/stat"), let start = text.firstIndex(of: UInt8(ascii: "(")),
      let end = text.lastIndex(of: UInt8(ascii: ")")), start < end
    else { return nil }
    return (Array(text[(start + 1)..<end]), text[(end + 1)...])
  }

  private func name(of process: pid_t) -> [UInt8]? { status(of: process)?.name }

  private func parent(of process: pid_t) -> pid_t? {
    let fields = status(of: process)?.rest.split(separator: UInt8(ascii: " ")) ?? []
    return fields.count > 1 ? pid_t(String(decoding: fields[1], as: UTF8.self)) : nil
  }
}
