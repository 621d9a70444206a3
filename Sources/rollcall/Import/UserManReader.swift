import SessionCore

/// Reads the accounts of the legacy table `user_man` from a dump, one by one.
///
/// ```swift
/// var reader = try UserManReader(path: path)
/// while let row = try reader.next() { … }
/// ```
///
/// Of the rows before, only the logins' keys are remembered: that tells two rows apart that are one account.
struct UserManReader {
  private static let table = "user_man"
  private var dump: MySQLDump
  private var accounts: [String: (login: String, line: Int)] = [:]

  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// - Throws: ``DumpError/cannotRead(_:)``.
  init(path: String) throws(DumpError) {
    let file = try DumpFile(path: path)
    self.init { () throws(DumpError) in try file.next() }
  }

  /// Reads the bytes that `more` gives until it gives nil.
  init(_ more: @escaping () throws(DumpError) -> [UInt8]?) { dump = MySQLDump(table: Self.table, more) }

  /// The next row; nil at the end of a dump that is whole.
  ///
  /// - Throws: ``DumpError``. The rows before were good.
  mutating func next() throws(DumpError) -> UserManRow? {
    guard let row = try dump.next() else { return nil }
    for column in ["login_name", "password"] where row[column] == nil { throw .noColumn(column, line: row.line) }
    do throws(UserManReason) { return .account(try account(row)) } catch {
      let login = Self.text(row["login_name"]).map(UserManRefusal.shown)
      return .refused(UserManRefusal(line: row.line, id: Self.text(row["id"]), login: login, reason: error))
    }
  }

  private mutating func account(_ row: DumpRow) throws(UserManReason) -> UserManAccount {
    let login = try Self.login(row["login_name"])
    let password = try Self.password(row["password"])
    if let first = accounts[login.key] { throw .sameAccount(as: first.login, line: first.line) }
    accounts[login.key] = (UserManRefusal.shown(login.text), row.line)
    return UserManAccount(line: row.line, id: Self.text(row["id"]), login: login, password: password)
  }

  private static func text(_ value: DumpRow.Value?) -> String? {
    switch value {
    case nil, .null: nil
    case .text(let bytes): String(decoding: bytes, as: UTF8.self)
    case .number(let text): text
    }
  }

  private static func login(_ value: DumpRow.Value?) throws(UserManReason) -> Login {
    let text = try unicode(value, missing: .noLogin, broken: .loginNotUnicode)
    do { return try Login(text) } catch {
      switch error as? LoginError {
      case .empty: throw .emptyLogin
      case .tooLong: throw .longLogin
      case .unprintable, nil: throw unprintable(text)
      }
    }
  }

  private static func password(_ value: DumpRow.Value?) throws(UserManReason) -> Password {
    let text = try unicode(value, missing: .noPassword, broken: .passwordNotUnicode)
    do { return try Password(text) } catch {
      throw error as? PasswordError == .tooLong ? .longPassword : .emptyPassword
    }
  }

  private static func unicode(
    _ value: DumpRow.Value?, missing: UserManReason, broken: UserManReason
  ) throws(UserManReason) -> String {
    switch value {
    case nil, .null: throw missing
    case .number(let text): return text
    case .text(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else { throw broken }
      return text
    }
  }

  /// What it is that a login must not hold.
  private static func unprintable(_ text: String) -> UserManReason {
    if text.first == " " || text.last == " " { return .paddedLogin }
    let bad = text.unicodeScalars.first { (try? Login("a\($0)a")) == nil }
    return bad.map(UserManReason.unprintableLogin) ?? .paddedLogin
  }
}

extension UserManReason: Error {}
