import SessionCore

extension Examination {
  /// What the account of the address may do: too little is a problem, too much a warning.
  func grantFindings(_ server: ServerFacts, _ address: MariaDBAddress) -> [Finding] {
    let check = "grants"
    let held = HeldRights(server.grants)
    let role = role ?? (held.missing(.administrator, in: address.database).isEmpty ? .administrator : .web)
    let (english, chinese) = (role.users.english, role.users.chinese)
    let mend = "rollcall setup --print-grants --existing --role \(role.rawValue) --database \(database.text.inShell)"
    let missing = held.missing(role, in: address.database).map { table, right in
      right.verb.rawValue + (right.columns.isEmpty ? "" : "(\(right.columns.joined(separator: ", ")))") + " on \(table)"
    }
    if !missing.isEmpty {
      let text = Self.few(missing)
      return [
        .problem(
          check, "The account \(address.user) lacks rights of an account for \(english): \(text).",
          "账户 \(address.user) 的权限不足以供 \(chinese) 使用；缺少：\(text)。", mend: mend)
      ]
    }
    let excess = held.excess(role, in: address.database)
    if !excess.isEmpty {
      let text = Self.few(excess)
      return [
        .warning(
          check,
          "The account \(address.user) has more rights than one for \(english) needs: \(text). Make one with fewer.",
          "账户 \(address.user) 的权限超出 \(chinese) 所需：\(text)。请创建权限更小的账户。",
          mend: "rollcall setup --print-grants --database \(database.text.inShell)")
      ]
    }
    return [
      .ok(
        check, "The account \(address.user) has the rights that one for \(english) needs, and no more.",
        "账户 \(address.user) 只有 \(chinese) 所需的权限。")
    ]
  }

  /// Some of many, for one sentence.
  private static func few(_ items: [String]) -> String {
    let most = 6
    let rest = items.count > most ? ["… (\(items.count))"] : []
    return (items.prefix(most) + rest).joined(separator: "; ")
  }
}
