import Glibc
import SessionCore

extension Examination {
  /// The files that a setting names, and the one that bounds hashing: usable by the web server's user.
  func settingFindings() -> [Finding] {
    var findings: [Finding] = []
    if let pepper {
      findings.append(reading("pepper-file", pepper, isSecret: true))
    }
    if let blocklist {
      findings.append(reading("blocklist-file", blocklist, isSecret: false))
    }
    // Made by whoever hashes a password first: that must not be somebody whose file the others cannot open.
    if let status = Files.status(of: gate), !user.may(6, status) {
      let mend = status.st_uid == user.id ? "chmod u=rw \(gate.inShell)" : "chown \(user.name) \(gate.inShell)"
      findings.append(
        .problem(
          "gate-file", "\(user.name) may not lock \(gate), so no password can be checked.",
          "\(user.name) 无权锁定 \(gate)，因此无法校验密码。", mend: mend))
    }
    return findings
  }

  private func reading(_ check: String, _ path: String, isSecret: Bool) -> Finding {
    guard let status = Files.status(of: path) else {
      return .problem(check, "There is no file \(path), which a setting names.", "设置项指定的文件 \(path) 不存在。")
    }
    if isSecret, status.st_mode & 0o037 != 0 {
      return .problem(
        check, "The secret in \(path) is open to others.", "\(path) 中的密钥对他人开放。", mend: "chmod 0600 \(path.inShell)")
    }
    guard user.may(4, status) else {
      let mend = status.st_uid == user.id ? "chmod u+r \(path.inShell)" : "chown \(user.name) \(path.inShell)"
      return .problem(
        check, "\(user.name), who runs login.cgi, may not read \(path).", "运行 login.cgi 的 \(user.name) 无权读取 \(path)。",
        mend: mend)
    }
    return .ok(check, "\(user.name) may read \(path).", "\(user.name) 可以读取 \(path)。")
  }
}
