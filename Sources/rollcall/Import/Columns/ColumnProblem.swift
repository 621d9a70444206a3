import SessionCore

/// Why it is not clear which column is for what.
enum ColumnProblem: Error, Hashable {
  /// No column of this name, and the ones that there are.
  case unknownName(String, for: AccountColumn, there: [String])
  /// No column of this number.
  case unknownNumber(Int, for: AccountColumn, count: Int)
  /// None of the columns' names says that it is for this.
  case missing(AccountColumn, there: [String])
  /// No column is for the password, nor for its hash.
  case noSecret(there: [String])
  /// One column for the password and another for its hash.
  case twoSecrets(String, String)
  /// A name that `--map` does not have, or a part of it without `=`.
  case unreadable(String)
  /// A column without a number, where columns have no names.
  case nameWithoutHeader(String)

  /// What is wrong and what mends it.
  var phrase: Phrase {
    switch self {
    case .unknownName(let name, let column, let there):
      Phrase(
        "There is no column \(name) for the \(column.rawValue); there are: \(Self.list(there)).",
        "没有用于 \(column.rawValue) 的列 \(name)；现有的列：\(Self.list(there))。")
    case .unknownNumber(let number, let column, let count):
      Phrase(
        "There is no column \(number) for the \(column.rawValue): the first row has \(count).",
        "没有用于 \(column.rawValue) 的第 \(number) 列：首行有 \(count) 列。")
    case .missing(let column, let there):
      Phrase(
        "Which column is the \(column.rawValue)? Say --map \(column.rawValue)=COLUMN; there are: \(Self.list(there)).",
        "哪一列是 \(column.rawValue)？请使用 --map \(column.rawValue)=COLUMN；现有的列：\(Self.list(there))。")
    case .noSecret(let there):
      Phrase(
        "Which column holds the password, or its hash? Say --map password=COLUMN, or hash=COLUMN; there are: "
          + "\(Self.list(there)).",
        "哪一列是密码或其散列？请使用 --map password=COLUMN 或 hash=COLUMN；现有的列：\(Self.list(there))。")
    case .twoSecrets(let password, let hash):
      Phrase(
        "Which of the columns is to be checked against, \(password) in clear or the hash \(hash)? "
          + "Say --map password=COLUMN, or hash=COLUMN.",
        "应使用哪一列：明文 \(password) 还是散列 \(hash)？请使用 --map password=COLUMN 或 hash=COLUMN。")
    case .unreadable(let part):
      Phrase(
        "--map \(part) cannot be read. It is NAME=COLUMN, NAME being one of "
          + AccountColumn.allCases.map(\.rawValue).joined(separator: ", ") + ".",
        "无法识别 --map \(part)。格式为 NAME=COLUMN，NAME 为以下之一："
          + AccountColumn.allCases.map(\.rawValue).joined(separator: "、") + "。")
    case .nameWithoutHeader(let name):
      Phrase(
        "With --no-header the columns have numbers, from 1: \(name) is none.",
        "使用 --no-header 时，列以数字表示（从 1 开始）：\(name) 不是数字。")
    }
  }

  /// Words that are headings and no password. A first row that is no heading holds passwords: whatever else stands there is
  /// shown by its number alone.
  private static let headings: Set<String> = [
    "id", "uid", "user_id", "login", "login_name", "user", "username", "user_name", "name", "email", "mail", "password",
    "passwd", "pass", "pwd", "hash", "password_hash", "digest", "salt", "created", "created_at", "date_joined",
    "last_login",
    "state", "status", "active", "is_active", "role", "session", "first_name", "last_name", "is_staff", "is_superuser",
  ]

  private static func list(_ names: [String]) -> String {
    names.prefix(24).enumerated().map { index, name in
      headings.contains(name.lowercased()) ? RowRefusal.shown(name) : "column \(index + 1)"
    }.joined(separator: ", ") + (names.count > 24 ? ", …" : "") + " (--no-header if the first row is an account)"
  }
}
