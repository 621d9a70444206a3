import SessionCore

/// Why a row of the legacy table is not taken over.
enum UserManReason: Hashable, Sendable {
  /// Its login is NULL.
  case noLogin
  /// Its login has no characters.
  case emptyLogin
  /// Its login, or its password, is not UTF-8.
  case loginNotUnicode, passwordNotUnicode
  /// Its login begins or ends with a space.
  case paddedLogin
  /// Its login holds a control character or one that is not seen: the first of these.
  case unprintableLogin(Unicode.Scalar)
  /// Its login takes more bytes than a login may.
  case longLogin
  /// Its password is NULL.
  case noPassword
  /// Its password has no characters.
  case emptyPassword
  /// Its password takes more bytes than a password may.
  case longPassword
  /// Its login is the same account as that of an earlier row, once case and form are folded.
  case sameAccount(as: String, line: Int)
  /// There is an account whose login compares equal.
  case exists(String)

  /// The reason, as a sentence about the row.
  var phrase: Phrase {
    switch self {
    case .noLogin: Phrase("It has no login: NULL.", "没有登录名（NULL）。")
    case .emptyLogin: Phrase("Its login is empty.", "登录名为空。")
    case .loginNotUnicode: Phrase("Its login is not UTF-8.", "登录名不是 UTF-8 编码。")
    case .passwordNotUnicode: Phrase("Its password is not UTF-8.", "密码不是 UTF-8 编码。")
    case .paddedLogin: Phrase("Its login begins or ends with a space.", "登录名以空格开头或结尾。")
    case .unprintableLogin(let scalar):
      Phrase(
        "Its login holds a character that cannot be seen: \(Self.number(scalar)).",
        "登录名含有不可见字符：\(Self.number(scalar))。")
    case .longLogin:
      Phrase(
        "Its login takes more than \(Login.maximumBytes) bytes.", "登录名超过 \(Login.maximumBytes) 字节。")
    case .noPassword: Phrase("It has no password: NULL.", "没有密码（NULL）。")
    case .emptyPassword: Phrase("Its password is empty.", "密码为空。")
    case .longPassword:
      Phrase(
        "Its password takes more than \(Password.maximumBytes) bytes.", "密码超过 \(Password.maximumBytes) 字节。")
    case .sameAccount(let login, let line):
      Phrase(
        "Its login is the same account as \(login) in line \(line).", "与第 \(line) 行的 \(login) 是同一个账户。")
    case .exists(let login):
      Phrase("Its login is the same account as \(login), which exists.", "与已有账户 \(login) 是同一个账户。")
    }
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
