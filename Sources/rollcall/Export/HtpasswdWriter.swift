import SessionCore

/// Writes users as Apache's password file.
struct HtpasswdWriter {
  /// How hashes begin that Apache checks itself or has crypt(3) check.
  private static let known = ["$2y$", "$2a$", "$2b$", "$apr1$", "{SHA}", "$1$", "$5$", "$6$", "$y$", "$7$", "$gy$"]

  private let output = DataOutput()
  private(set) var count = 0
  /// How many could not be written.
  private(set) var leftOut = 0

  /// Writes a user, or says why not.
  ///
  /// - Throws: ``OutputError``.
  mutating func add(_ row: ExportRow) throws {
    if let reason = reason(against: row) {
      leftOut += 1
      return Narration.say(Phrase("\(reason.english): left out.", "\(reason.chinese)：已略去。"))
    }
    try output.write("\(row.user.login.text):\(row.credential?.hash ?? "")\n")
    count += 1
  }

  /// Writes what is waiting.
  ///
  /// - Throws: ``OutputError``.
  func finish() throws { try output.flush() }

  private func reason(against row: ExportRow) -> Phrase? {
    let login = row.user.login.text
    let shown = RowRefusal.shown(login)
    if row.user.state != .active { return Phrase("“\(shown)” is locked", "“\(shown)”已锁定") }
    guard let credential = row.credential, !credential.mustChange else {
      return Phrase("“\(shown)” has no password that works", "“\(shown)”没有可用的密码")
    }
    guard credential.pepperID == nil, Self.known.contains(where: credential.hash.hasPrefix) else {
      return Phrase(
        "Apache cannot check the hash of “\(shown)” (\(credential.scheme))",
        "Apache 无法校验“\(shown)”的散列（\(credential.scheme)）")
    }
    guard !login.contains(":"), login.utf8.first != UInt8(ascii: "#") else {
      return Phrase("“\(shown)” cannot stand in such a file", "“\(shown)”不能写入此类文件")
    }
    return nil
  }
}
