import Glibc
import SessionCore

extension Examination {
  /// The key file: there, for the web server's user, and for nobody else.
  func keyFindings() -> [Finding] {
    let check = "key-file"
    guard let status = Files.status(of: key) else {
      // A new key for an old database would be one that its sessions were not made with.
      let isNew = file.map { !Files.exists($0) } ?? false
      let mend = isNew ? "rollcall setup --database \(database.text.inShell)" : nil
      return [
        .problem(
          check, "The key file \(key) is missing: put it back from your backup.", "缺少密钥文件 \(key)：请从备份放回。",
          mend: mend)
      ]
    }
    if status.st_mode & 0o037 != 0 {
      let mode = status.st_mode & 0o040 != 0 && status.st_uid != user.id && user.isIn(status.st_gid) ? "0640" : "0600"
      return [
        .problem(
          check, "The key \(key) is open to others: who reads it can make sessions.", "密钥 \(key) 对他人开放：读到它就能伪造会话。",
          mend: "chmod \(mode) \(key.inShell)")
      ]
    }
    guard user.may(4, status) else {
      let mend = status.st_uid == user.id ? "chmod u+r \(key.inShell)" : "chown \(user.name) \(key.inShell)"
      return [
        .problem(
          check, "\(user.name), who runs login.cgi, may not read the key \(key).",
          "运行 login.cgi 的 \(user.name) 无权读取密钥 \(key)。", mend: mend)
      ]
    }
    if status.st_mode & 0o040 != 0, !user.isIn(status.st_gid) {
      return [
        .warning(
          check, "The group \(Self.group(status.st_gid)) may read the key \(key), and \(user.name) is not in it.",
          "组 \(Self.group(status.st_gid)) 可以读取密钥 \(key)，而 \(user.name) 不在其中。", mend: "chmod 0600 \(key.inShell)")
      ]
    }
    do {
      _ = try KeyRing(file: key)
    } catch {
      let sentence = CommandFailure(error)?.phrase ?? Phrase("The key cannot be used.", "密钥不可用。")
      return [Finding(check: check, severity: .problem, sentence: sentence, mend: nil)]
    }
    return [
      .ok(check, "\(user.name) may read the key \(key), and nobody else.", "只有 \(user.name) 可以读取密钥 \(key)。")
    ]
  }
}
