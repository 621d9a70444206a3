import SessionCore

extension ServerFacts {
  /// How the tables are kept, and how texts are compared.
  func tableFindings(_ database: String) -> [Finding] {
    var findings: [Finding] = []
    let name = GrantScript.identifier(database)
    if let table = tables.first(where: { $0.engine.lowercased() != "innodb" }) {
      findings.append(
        .problem(
          "engine", "the table \(table.name) is kept by \(table.engine), which has no transactions.",
          "表 \(table.name) 使用 \(table.engine)，它没有事务。",
          mend: statement("ALTER TABLE \(name).\(GrantScript.identifier(table.name)) ENGINE = InnoDB")))
    } else if !tables.isEmpty {
      findings.append(.ok("engine", "all tables are kept by InnoDB.", "所有表都使用 InnoDB。"))
    }
    let collation = isMariaDB ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin"
    if let table = tables.first(where: { $0.collation != collation }) {
      let change = "CONVERT TO CHARACTER SET utf8mb4 COLLATE \(collation)"
      findings.append(
        .problem(
          "charset", "the table \(table.name) compares texts by \(table.collation): two logins may be taken for one.",
          "表 \(table.name) 按 \(table.collation) 比较文本：两个登录名可能被当成一个。",
          mend: statement("ALTER TABLE \(name).\(GrantScript.identifier(table.name)) \(change)")))
    } else if let set = variables["character_set_database"], set != "utf8mb4" {
      findings.append(
        .warning(
          "charset",
          "the database's own character set is \(set): Rollcall's tables are not of it, those that others make are.",
          "数据库默认字符集为 \(set)：Rollcall 的表不受影响，但他人新建的表会使用它。",
          mend: statement("ALTER DATABASE \(name) CHARACTER SET utf8mb4 COLLATE \(collation)")))
    } else {
      findings.append(.ok("charset", "texts are the same when their bytes are.", "文本按字节比较。"))
    }
    return findings
  }

  private func statement(_ sql: String) -> String { "mariadb \(client) -e \(sql.inShell)" }
}
