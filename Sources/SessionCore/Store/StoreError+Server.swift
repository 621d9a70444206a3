extension StoreError {
  /// Whether the database is on a server, and not a file of this machine.
  private var isOfServer: Bool { database.hasPrefix(MariaDBAddress.scheme) }

  /// What is wrong with a database on a server, and what to do: what mends a file does not mend that. Nil for what is said
  /// of both in the same words.
  var serverPhrase: Phrase? {
    guard isOfServer else { return nil }
    switch kind {
    case .missing:
      return Phrase(
        "There is no database \(database): make it there with CREATE DATABASE, then run 'rollcall setup'.",
        "服务器上没有数据库 \(database)：请先用 CREATE DATABASE 创建，再运行“rollcall setup”。")
    case .notSetUp:
      return Phrase(
        "The database \(database) is not set up: run 'rollcall setup' with its address.",
        "数据库 \(database) 尚未初始化：请以其地址运行“rollcall setup”。")
    case .older:
      return Phrase(
        "The database \(database) is of an older version: run 'rollcall migrate' with its address.",
        "数据库 \(database) 的版本较旧：请以其地址运行“rollcall migrate”。")
    case .readOnly:
      return Phrase(
        "The database \(database) cannot be written: its server is for reading only (\(detail)).",
        "数据库 \(database) 无法写入：服务器为只读（\(detail)）。")
    case .full:
      return Phrase(
        "There is no room left to write the database \(database): free space on its server's disk (\(detail)).",
        "没有空间写入数据库 \(database)：请释放服务器磁盘空间（\(detail)）。")
    case .denied:
      return Phrase(
        "The server of \(database) does not allow it: check the account, its password and its grants (\(detail)).",
        "\(database) 的服务器拒绝访问：请检查账户、密码和权限（\(detail)）。")
    case .unreachable:
      return Phrase(
        "No host of \(database) answers: \(detail).", "\(database) 没有可用的主机：\(detail)。")
    case .conflict:
      return Phrase(
        "Others changed the same rows of \(database) at the same moment, again and again: try again (\(detail)).",
        "其他程序一再同时修改 \(database) 中的相同记录：请重试（\(detail)）。")
    default: return nil
    }
  }
}
