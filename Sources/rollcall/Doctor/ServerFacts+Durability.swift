import SessionCore

extension ServerFacts {
  /// Whether what was answered is there after a power cut.
  func durabilityFindings() -> [Finding] {
    let check = "flush"
    // On a cluster the other nodes have it as well, unless all of them lose power at once.
    let severity = isNode ? Finding.Severity.warning : .problem
    if let flush = variables["innodb_flush_log_at_trx_commit"], flush != "1" {
      return [
        Finding(
          check: check, severity: severity,
          sentence: Phrase(
            """
            a login that was answered can be lost by a power cut: innodb_flush_log_at_trx_commit is \(flush). Write 1 into \
            the server's configuration as well.
            """, "断电可能丢失已应答的登录：innodb_flush_log_at_trx_commit 为 \(flush)。请在服务器配置中也写入 1。"),
          mend: setting("innodb_flush_log_at_trx_commit = 1"))
      ]
    }
    if variables["log_bin"] == "ON", let sync = variables["sync_binlog"], sync != "1" {
      return [
        Finding(
          check: check, severity: severity,
          sentence: Phrase(
            """
            a login that was answered can be lost by a power cut: a binary log is kept, and sync_binlog is \(sync). Write 1 \
            into the server's configuration as well.
            """, "断电可能丢失已应答的登录：启用了二进制日志，而 sync_binlog 为 \(sync)。请在服务器配置中也写入 1。"),
          mend: setting("sync_binlog = 1"))
      ]
    }
    return [.ok(check, "what is committed is on disk before it is answered.", "提交在应答之前已写入磁盘。")]
  }
}
