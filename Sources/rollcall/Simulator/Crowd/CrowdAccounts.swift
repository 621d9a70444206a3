import Glibc
import SessionCore

/// Whom a crowd is made of.
enum CrowdAccounts {
  /// The first accounts of a file of logins and passwords, with a tab between, one a line; `#` begins a remark.
  ///
  /// - Throws: ``CommandFailure`` when the file cannot be read or holds none.
  static func read(_ path: String, limit: Int) throws -> [Crowd.Account] {
    guard let file = RegularFile.open(path) else {
      throw CommandFailure(.refused, Phrase("The file \(path) cannot be read.", "无法读取文件 \(path)。"))
    }
    defer { fclose(file) }
    var accounts: [Crowd.Account] = []
    var line: UnsafeMutablePointer<CChar>?
    var size = 0
    defer { free(line) }
    while accounts.count < limit {
      let count = getline(&line, &size, file)
      guard count > 0, let line else { break }
      let bytes = UnsafeRawBufferPointer(start: line, count: count)
      let text = String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
      let parts = text.split(separator: "\t", maxSplits: 1)
      guard !text.hasPrefix("#"), parts.count == 2 else { continue }
      accounts.append(Crowd.Account(login: String(parts[0]), password: String(parts[1])))
    }
    guard !accounts.isEmpty else {
      throw CommandFailure(
        .refused,
        Phrase(
          "\(path) holds no account: write LOGIN, a tab and PASSWORD on each line.",
          "\(path) 中没有账户：每行应为登录名、制表符和密码。"))
    }
    return accounts
  }

  /// The first users of the database who are not locked, with one password for all.
  ///
  /// - Throws: ``CommandFailure`` when there is none.
  static func users(_ service: SessionService, password: String, limit: Int) throws -> [Crowd.Account] {
    var accounts: [Crowd.Account] = []
    var last: String?
    while accounts.count < limit {
      let page = try service.store.users(UserFilter(), from: last, .after, limit: 500, at: service.clock.now())
      guard let end = page.last else { break }
      last = end.user.login.key
      for listing in page where listing.user.state == .active && accounts.count < limit {
        accounts.append(Crowd.Account(login: listing.user.login.text, password: password))
      }
    }
    guard !accounts.isEmpty else {
      throw CommandFailure(
        .nothingMatched, Phrase("There is no user who may log in.", "没有可以登录的用户。"))
    }
    return accounts
  }
}
