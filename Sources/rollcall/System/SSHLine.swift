import Glibc
import SessionCore

/// Where the SSH line comes from on which a program was started by sudo: sudo keeps the variable that says so from what it
/// starts, so those are asked who started it.
///
/// Without it an operator behind sudo would be nowhere: in the audit log, and when their own sessions are to be known.
struct SSHLine {
  /// A process's environment, as it was started with; nil where it cannot be read.
  var environment: (pid_t) -> [UInt8]? = { Self.file($0, "environ") }
  /// What the system says of a process, as in proc(5), `stat`; nil where there is none.
  var status: (pid_t) -> [UInt8]? = { Self.file($0, "stat") }

  /// How many processes are asked: a shell in an editor in a shell is not many more.
  private static let generations = 16
  /// As large as an environment is read.
  private static let largest = 1 << 20

  /// The value of `SSH_CONNECTION` in the nearest of those that started `process` that has one; nil for none.
  func connection(above process: pid_t = getpid()) -> String? {
    var process = process
    for _ in 0..<Self.generations {
      guard let parent = parent(of: process), parent > 1 else { return nil }
      if let text = environment(parent).flatMap(Self.connection) { return text }
      process = parent
    }
    return nil
  }

  private static func connection(in environment: [UInt8]) -> String? {
    let name = Array("SSH_CONNECTION=".utf8)
    return environment.split(separator: 0).first { $0.starts(with: name) }
      .map { String(decoding: $0.dropFirst(name.count), as: UTF8.self) }
  }

  /// Its parent. The program's name stands before it, in brackets, and may hold anything, a bracket as well.
  private func parent(of process: pid_t) -> pid_t? {
    guard let text = status(process), let end = text.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = text[(end + 1)...].split(separator: UInt8(ascii: " "))
    return fields.count > 1 ? pid_t(String(decoding: fields[1], as: UTF8.self)) : nil
  }

  private static func file(_ process: pid_t, _ name: String) -> [UInt8]? {
    try? PlainFile.read("/proc/\(process)/\(name)", atMost: largest)
  }
}
