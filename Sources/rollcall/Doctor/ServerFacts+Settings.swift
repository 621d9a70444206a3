import SessionCore

extension ServerFacts {
  /// The oldest versions that Rollcall is for.
  private static let oldest = (mariadb: [10, 6], mysql: [8, 0, 17])
  /// More than any statement takes: a batch of ids, or all that is kept for a session.
  private static let leastPacket: Int64 = 1 << 20

  /// What is set for this connection and for the server.
  func settingFindings() -> [Finding] {
    [versionFinding(), isolationFinding(), modeFinding(), packetFinding(), writingFinding()].compactMap { $0 }
  }

  private func versionFinding() -> Finding {
    let check = "server-version"
    let text = variables["version"] ?? "?"
    let oldest = isMariaDB ? Self.oldest.mariadb : Self.oldest.mysql
    let name = isMariaDB ? "MariaDB" : "MySQL"
    guard !version.lexicographicallyPrecedes(oldest) else {
      let least = oldest.map(String.init).joined(separator: ".")
      return .warning(
        check, "\(name) \(text) is older than \(least), which Rollcall is made for.",
        "\(name) \(text) 旧于 Rollcall 所支持的 \(least)。")
    }
    return .ok(check, "this is \(name) \(text).", "版本为 \(name) \(text)。")
  }

  private func isolationFinding() -> Finding {
    let level = variables["tx_isolation"] ?? variables["transaction_isolation"] ?? "?"
    guard level == "READ-COMMITTED" else {
      return .problem(
        "isolation", "transactions here are \(level), and not READ-COMMITTED: something between sets them anew.",
        "事务隔离级别为 \(level) 而非 READ-COMMITTED：中间有程序改变了它。")
    }
    return .ok("isolation", "transactions read what is committed.", "事务读取已提交的内容。")
  }

  private func modeFinding() -> Finding {
    let modes = (variables["sql_mode"] ?? "").split(separator: ",")
    guard modes.contains("STRICT_TRANS_TABLES") || modes.contains("STRICT_ALL_TABLES") else {
      return .problem(
        "sql-mode", "values that do not fit would be cut: something between takes STRICT_TRANS_TABLES out of sql_mode.",
        "不合适的值会被截断：中间有程序从 sql_mode 中去掉了 STRICT_TRANS_TABLES。")
    }
    return .ok("sql-mode", "a value that does not fit is refused.", "不合适的值会被拒绝。")
  }

  private func packetFinding() -> Finding {
    let size = Int64(variables["max_allowed_packet"] ?? "") ?? 0
    guard size >= Self.leastPacket else {
      return .problem(
        "packet", "max_allowed_packet is \(size) bytes: large acts would fail.",
        "max_allowed_packet 为 \(size) 字节：大批操作会失败。", mend: setting("max_allowed_packet = 16777216"))
    }
    return .ok("packet", "a statement may be as large as any of Rollcall's.", "语句长度上限足够。")
  }

  /// A server that takes no writes; nil for the others.
  private func writingFinding() -> Finding? {
    guard let value = variables["read_only"], value != "OFF", value != "0" else { return nil }
    return .problem(
      "read-only", "the server takes no writes (read_only): nobody can log in through it.",
      "服务器不接受写入（read_only）：无法经它登录。", mend: setting("read_only = 0"))
  }

  /// What clock it has: it says when a row was written only to people who look, and yet two clocks that differ are one
  /// that is wrong, and sessions end by the web hosts'.
  func clockFinding() -> Finding {
    let check = "host-clock"
    let distance = Interval(milliseconds: abs(ahead.milliseconds))
    guard distance.milliseconds > 2000 + blur.milliseconds else {
      return .ok(check, "its clock is this machine's.", "时钟与本机一致。")
    }
    let text = distance.coarse
    return ahead.milliseconds > 0
      ? .warning(
        check,
        "its clock is ahead of this machine's by \(text): one of the two is wrong, and sessions end by the clocks.",
        "其时钟比本机快 \(text)：两者之一有误，而会话按时钟结束。", mend: "timedatectl set-ntp true")
      : .warning(
        check,
        "its clock is behind this machine's by \(text): one of the two is wrong, and sessions end by the clocks.",
        "其时钟比本机慢 \(text)：两者之一有误，而会话按时钟结束。", mend: "timedatectl set-ntp true")
  }

  /// How the connection is protected.
  func wayFinding(isLocal: Bool) -> Finding {
    let check = "connection"
    let cipher = status["Ssl_cipher"] ?? ""
    guard cipher.isEmpty else {
      let version = status["Ssl_version"] ?? "TLS"
      return .ok(check, "the connection is \(version) with \(cipher).", "连接使用 \(version)，\(cipher)。")
    }
    guard !isLocal else { return .ok(check, "the connection does not leave this machine.", "连接不离开本机。") }
    return .warning(
      check, "the connection is plain text, and leaves this machine.", "连接是明文，并且离开本机。")
  }
}
