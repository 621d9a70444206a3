import Glibc
import SessionCore

extension Examination {
  /// The files that a setting names, and the one that bounds hashing: usable by the web server's user.
  func settingFindings() -> [Finding] {
    var findings: [Finding] = []
    if let pepper {
      var finding = reading("pepper-file", pepper, isSecret: true)
      if finding.severity == .ok {
        do {
          _ = try PepperRing(file: pepper)
        } catch {
          finding = .problem(
            "pepper-file",
            "\(pepper) is no pepper file: restore it from your backup, or make one with 'rollcall key pepper'.",
            "\(pepper) 不是 pepper 文件：请从备份恢复，或用“rollcall key pepper”创建。")
        }
      }
      findings.append(finding)
    }
    if let blocklist {
      findings.append(reading("blocklist-file", blocklist, isSecret: false))
    }
    // Made by whoever hashes a password first: that must not be somebody whose file the others cannot open.
    if let status = Files.status(of: gate), status.st_mode & S_IFMT != S_IFREG {
      findings.append(
        .problem(
          "gate-file", "\(gate) is not a plain file, so it cannot be locked: name another by the setting gate.",
          "\(gate) 不是普通文件，无法锁定：请用设置项 gate 指定其他文件。"))
    } else if let status = Files.status(of: gate), !user.may(6, status) {
      let mend = status.st_uid == user.id ? "chmod u=rw \(gate.inShell)" : "chown \(user.name) \(gate.inShell)"
      findings.append(
        .problem(
          "gate-file", "\(user.name) may not lock \(gate), so no password can be checked.",
          "\(user.name) 无权锁定 \(gate)，因此无法校验密码。", mend: mend))
    }
    return findings
  }

  func reading(_ check: String, _ path: String, isSecret: Bool) -> Finding {
    guard let status = Files.status(of: path) else {
      return .problem(check, "There is no file \(path), which a setting names.", "设置项指定的文件 \(path) 不存在。")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .problem(
        check, "\(path), which a setting names, is not a plain file.", "设置项指定的 \(path) 不是普通文件。")
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
