import SessionCore

/// Why a row is not taken over.
enum RowReason: Error, Hashable, Sendable {
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
  /// Where its password should be stands the hash of one, of this scheme.
  case passwordIsHash(String)
  /// Where its password should be stands what may be the digest of one.
  case passwordMayBeDigest
  /// Its hash is hexadecimal digits that do not say what made them.
  case bareDigest
  /// Its login is the same account as that of an earlier row, once case and form are folded.
  case sameAccount(line: Int)
  /// There is an account whose login compares equal.
  case exists(String)

  /// It has more bytes than a row may have.
  case longRow
  /// It has another number of fields than the first row.
  case fieldCount(Int, wanted: Int)
  /// Something follows a quoted field, which ends in this line, before the next one begins.
  case afterQuote(line: Int)
  /// It is not as files of its kind are.
  case malformed
  /// A column holds no moment that can be read.
  case unreadableTime(AccountColumn)
  /// Its state is neither active nor locked.
  case unreadableState
}

extension RowReason {
  /// The reason, as a sentence about the row.
  var phrase: Phrase {
    switch self {
    case .noLogin: Phrase("It has no login: NULL.", "没有登录名（NULL）。")
    case .emptyLogin: Phrase("Its login is empty.", "登录名为空。")
    case .loginNotUnicode:
      Phrase(
        "Its login is not UTF-8; if the file is in GBK, convert it: iconv -f GBK -t UTF-8.",
        "登录名不是 UTF-8 编码；如果文件是 GBK 编码，请转换：iconv -f GBK -t UTF-8。")
    case .passwordNotUnicode:
      Phrase(
        "Its password is not UTF-8; if the file is in GBK, convert it: iconv -f GBK -t UTF-8.",
        "密码不是 UTF-8 编码；如果文件是 GBK 编码，请转换：iconv -f GBK -t UTF-8。")
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
    case .passwordIsHash(let scheme):
      Phrase(
        "Its password is a hash (\(scheme)): name its column with --map hash=COLUMN.",
        "密码列中是散列（\(scheme)）：请用 --map hash=COLUMN 指定该列。")
    case .passwordMayBeDigest:
      Phrase(
        "Its password looks like a digest: say what made it with --hash-format, or that it is none: plain.",
        "密码看起来像摘要：请用 --hash-format 说明其算法；如果是明文，请用 plain。")
    case .bareDigest:
      Phrase(
        "Its hash is bare hexadecimal: say what made it with --hash-format.", "散列只是十六进制数字：请用 --hash-format 说明其算法。")
    case .sameAccount(let line):
      Phrase("Its login is the same account as the one in line \(line).", "与第 \(line) 行是同一个账户。")
    case .exists(let login):
      Phrase("Its login is the same account as \(login), which exists.", "与已有账户 \(login) 是同一个账户。")
    default: formPhrase
    }
  }

  private var formPhrase: Phrase {
    switch self {
    case .longRow: Phrase("It is longer than any account.", "该行过长，不可能是账户。")
    case .fieldCount(let count, let wanted):
      Phrase("It has \(count) fields instead of \(wanted).", "有 \(count) 个字段，应为 \(wanted) 个。")
    case .afterQuote(let line):
      Phrase(
        "Something follows the quote that ends a field in line \(line); a quote in a field is doubled.",
        "第 \(line) 行字段的右引号后有多余内容；字段中的引号应写两次。")
    case .unreadableTime(let column):
      Phrase("Its column for \(column.rawValue) holds no time.", "\(column.rawValue) 列不是时间。")
    case .unreadableState:
      Phrase("Its state is neither active nor locked.", "状态既不是 active 也不是 locked。")
    default: Phrase("It is not as files of this kind are.", "不符合此类文件的格式。")
    }
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
