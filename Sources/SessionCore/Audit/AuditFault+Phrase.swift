extension AuditFault {
  /// What is wrong, in one sentence.
  public var phrase: Phrase {
    switch kind {
    case .changed: Phrase("Entry \(number) was changed.", "条目 \(number) 已被改动。")
    case .unlinked:
      Phrase(
        "Entry \(number) does not follow the one before: a row is missing, or was added.",
        "条目 \(number) 与前一条不连续：有行缺失或被添加。")
    case .cut:
      Phrase("Rows are missing at entry \(number), where the log begins or ends.", "日志的起点或终点（条目 \(number)）处有行缺失。")
    case .unsealed:
      Phrase("The end of the log, entry \(number), was not written with this key.", "日志末尾（条目 \(number)）不是用此密钥写入的。")
    }
  }
}
