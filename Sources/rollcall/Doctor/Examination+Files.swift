import Glibc
import SessionCore

extension Examination {
  /// The database's files and their directory: whose they are, and who may do what.
  func fileFindings(_ database: String) -> [Finding] {
    guard let status = Files.status(of: database) else {
      return [
        .problem(
          "database-file", "There is no database at \(database).", "\(database) 处没有数据库。",
          mend: "rollcall setup --database \(database.inShell)")
      ]
    }
    let log = [database + "-wal", database + "-shm"].filter(Files.exists)
    var findings = [fileFinding("database-file", database, status), directoryFinding(database)]
    findings += log.compactMap { path in Files.status(of: path).map { fileFinding("log-file", path, $0) } }
    return findings
  }

  private func fileFinding(_ check: String, _ path: String, _ status: stat) -> Finding {
    if status.st_mode & 0o007 != 0 {
      return .problem(
        check, "Everybody on this machine may use \(path): it holds accounts and sessions.",
        "本机任何人都可以使用 \(path)：其中有账户和会话。", mend: "chmod o= \(path.inShell)")
    }
    guard user.may(6, status) else {
      let mend = status.st_uid == user.id ? "chmod u=rw \(path.inShell)" : "chown \(user.name) \(path.inShell)"
      return .problem(
        check, "\(user.name), who runs login.cgi, may not read and write \(path).",
        "运行 login.cgi 的 \(user.name) 无权读写 \(path)。", mend: mend)
    }
    if status.st_mode & 0o040 != 0, !user.isIn(status.st_gid) {
      return .warning(
        check, "The group \(Self.group(status.st_gid)) may read \(path), and \(user.name) is not in it.",
        "组 \(Self.group(status.st_gid)) 可以读取 \(path)，而 \(user.name) 不在其中。", mend: "chmod g= \(path.inShell)")
    }
    return .ok(
      check, "\(path) belongs to \(Account(id: status.st_uid).name), and \(user.name) may write it.",
      "\(path) 属于 \(Account(id: status.st_uid).name)，\(user.name) 可以写入。")
  }

  private func directoryFinding(_ database: String) -> Finding {
    let check = "database-directory"
    let directory = Files.directory(of: database)
    guard let status = Files.status(of: directory) else {
      return .problem(check, "The directory \(directory) cannot be looked at.", "无法查看目录 \(directory)。")
    }
    if status.st_mode & 0o002 != 0, status.st_mode & S_ISVTX != 0 {
      return .problem(
        check,
        "Everybody may make files in \(directory), a log for this database as well: give it a directory of its own.",
        "任何人都可以在 \(directory) 中创建文件，包括此数据库的日志：请为它设置专用目录。")
    }
    if status.st_mode & 0o002 != 0 {
      return .problem(
        check, "Everybody on this machine may put files in the place of those in \(directory).",
        "本机任何人都可以替换 \(directory) 中的文件。", mend: "chmod o-w \(directory.inShell)")
    }
    if status.st_mode & 0o020 != 0, status.st_gid != 0, !user.isIn(status.st_gid) {
      let group = Self.group(status.st_gid)
      return .problem(
        check, "The group \(group) may put files in the place of those in \(directory), and \(user.name) is not in it.",
        "组 \(group) 可以替换 \(directory) 中的文件，而 \(user.name) 不在其中。", mend: "chmod g-w \(directory.inShell)")
    }
    guard user.may(3, status) else {
      let mend =
        status.st_uid == user.id ? "chmod u=rwx \(directory.inShell)" : "chown \(user.name) \(directory.inShell)"
      return .problem(
        check, "\(user.name) may not make the database's log in \(directory).",
        "\(user.name) 无权在 \(directory) 中创建数据库日志。", mend: mend)
    }
    if let closed = user.mayReach(database) {
      return .problem(
        check, "\(user.name) may not enter \(closed).", "\(user.name) 无权进入 \(closed)。",
        mend: "chmod a+x \(closed.inShell)")
    }
    return .ok(
      check, "\(user.name) may make the database's log in \(directory).", "\(user.name) 可以在 \(directory) 中创建数据库日志。")
  }

  static func group(_ id: gid_t) -> String { getgrgid(id).map { String(cString: $0.pointee.gr_name) } ?? String(id) }
}
