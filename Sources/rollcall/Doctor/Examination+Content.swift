import SQLiteEngine
import SessionCore
import SessionStore

extension Examination {
  /// Above this many bytes a database is read through only when that is wished.
  static let largestChecked: Int64 = 1_000_000_000

  /// What is in the database: log, version, key, times, order.
  func contentFindings(_ connection: any Connection) throws -> [Finding] {
    let file = connection as? SQLiteConnection
    var findings = try file.map { try [journalFinding($0)] } ?? []
    let store = SQLStore(connection)
    guard let version = try store.schemaVersion() else {
      return findings + [
        .problem(
          "schema", "The database is not set up.", "数据库尚未初始化。",
          mend: "rollcall setup --database \(database.text.inShell)")
      ]
    }
    guard version == SQLStore.currentVersion else {
      findings.append(try Self.version(version, of: store, database.text))
      return findings + (try file.map(orderFindings) ?? [])
    }
    findings.append(.ok("schema", "The schema is of this version: \(version).", "数据库结构版本一致：\(version)。"))
    findings += keyBelongs(store)
    findings += try clockFindings(connection)
    return findings + (try file.map(orderFindings) ?? [])
  }

  private func journalFinding(_ connection: SQLiteConnection) throws -> Finding {
    var mode = ""
    try connection.query("PRAGMA journal_mode", []) { mode = $0.text(0) }
    guard mode == "wal" else {
      return .problem(
        "journal", "Write-ahead logging is off: logins wait for readers.", "预写日志未启用：登录须等待读取者。",
        mend: "rollcall migrate --database \(database.text.inShell)")
    }
    return .ok("journal", "Readers and logins do not wait for each other.", "读取与登录互不等待。")
  }

  private static func version(_ version: Int, of store: SQLStore, _ address: String) throws -> Finding {
    if version < SQLStore.currentVersion {
      return .problem(
        "schema", "The database is of an older version: \(version), not \(SQLStore.currentVersion).",
        "数据库版本较旧：\(version)，而非 \(SQLStore.currentVersion)。", mend: "rollcall migrate --database \(address.inShell)")
    }
    do {
      try store.requireCurrentSchema()
    } catch let error as StoreError where error.kind != .newer {
      // It is being moved or filled, or was moved: the number is a mark.
      return Finding(check: "schema", severity: .problem, sentence: error.phrase, mend: nil)
    } catch {}
    return .problem(
      "schema", "The database is of a newer version than this program: install the newer Rollcall.",
      "数据库版本比本程序新：请安装新版 Rollcall。")
  }

  private func keyBelongs(_ store: SQLStore) -> [Finding] {
    // Why it cannot be read has been said.
    guard let keys = try? KeyRing(file: key) else { return [] }
    do {
      try SessionService(store: store, keys: keys).requireKey()
      return [.ok("key", "The key is this database's.", "密钥属于此数据库。")]
    } catch {
      let sentence = CommandFailure(error)?.phrase ?? Phrase("The key cannot be checked.", "无法校验密钥。")
      return [Finding(check: "key", severity: .problem, sentence: sentence, mend: nil)]
    }
  }

  /// Whether the clock has gone back since something was written: sessions would then live too long.
  private func clockFindings(_ connection: any Connection) throws -> [Finding] {
    // An account for login.cgi alone may not read the log.
    let newest = try [
      "SELECT at FROM audit ORDER BY id DESC LIMIT 1", "SELECT max(last_seen_at) FROM sessions",
      "SELECT max(created_at) FROM users",
    ].reduce(0 as Int64) { newest, query in
      do {
        return max(newest, try connection.number(query))
      } catch let error as StoreError where error.kind == .denied {
        return newest
      }
    }
    let ahead = Timestamp(milliseconds: newest) - now
    guard ahead > .minutes(1) else {
      return [.ok("clock", "Nothing in the database is newer than now.", "数据库中没有晚于当前时间的记录。")]
    }
    return [
      .problem(
        "clock", "The clock is behind what the database holds, by \(ahead.coarse): sessions would live longer.",
        "系统时钟比数据库中的记录慢 \(ahead.coarse)：会话会存活过久。", mend: "timedatectl set-ntp true")
    ]
  }

  private func orderFindings(_ connection: SQLiteConnection) throws -> [Finding] {
    let size = Files.status(of: connection.path).map { Int64($0.st_size) } ?? 0
    guard isDeep || size <= Self.largestChecked else {
      return [
        .ok(
          "integrity", "Not read through, because it is large: give --deep for that.", "数据库较大，未通读：使用 --deep 可通读。")
      ]
    }
    guard try connection.isWhole() else {
      return [
        .problem(
          "integrity", "The database is damaged.", "数据库已损坏。",
          mend: "rollcall restore --database \(database.text.inShell) BACKUP")
      ]
    }
    return [.ok("integrity", "SQLite finds the database in order.", "SQLite 检查数据库完好。")]
  }
}
