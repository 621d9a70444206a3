import SessionCore

/// What a script can tell from the exit status.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// There was nothing to do it to.
  case nothingMatched = 1
  /// The command line is wrong.
  case usage = 2
  /// Refused: the input or the state of things does not allow it.
  case refused = 3
  /// The database or its key cannot be used.
  case unavailable = 4
}

/// Why a command did not do what it was asked to: a sentence that says what to do, and an exit status.
struct CommandFailure: Error {
  let status: ExitStatus
  let phrase: Phrase

  init(_ status: ExitStatus, _ phrase: Phrase) {
    self.status = status
    self.phrase = phrase
  }

  /// What an error of the core means here; nil for an error of the command line.
  init?(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as StoreError:
      self.init(error.kind == .duplicate ? .refused : .unavailable, error.phrase)
    case let error as KeyFileError:
      self.init(.unavailable, Phrase(error.description, error.description))
    case let error as UserError: self.init(error)
    case let error as LoginError: self.init(.refused, error.phrase)
    case let error as PasswordError: self.init(.refused, error.phrase)
    case let error as FilterError: self.init(.usage, error.phrase)
    case is HashingError:
      self.init(
        .refused, Phrase("There is not enough memory to hash a password.", "内存不足，无法计算密码散列。"))
    case let error as DumpError: self.init(.refused, error.phrase)
    default: return nil
    }
  }

  private init(_ error: UserError) {
    switch error {
    case .exists(let login):
      self.init(.refused, Phrase("There is a user \(login.text) already.", "用户 \(login.text) 已存在。"))
    case .unknown(let login):
      self.init(.nothingMatched, Phrase("There is no user \(login).", "没有用户 \(login)。"))
    }
  }
}

extension LoginError {
  var phrase: Phrase {
    switch self {
    case .empty: Phrase("A login needs at least one character.", "登录名至少需要一个字符。")
    case .tooLong:
      Phrase("A login takes at most \(Login.maximumBytes) bytes.", "登录名最多 \(Login.maximumBytes) 字节。")
    case .unprintable:
      Phrase(
        "A login may not begin or end with a space, nor hold characters that cannot be seen.",
        "登录名不能以空格开头或结尾，也不能含有不可见字符。")
    }
  }
}

extension PasswordError {
  var phrase: Phrase {
    switch self {
    case .empty: Phrase("No password was given.", "未提供密码。")
    case .tooLong:
      Phrase("A password takes at most \(Password.maximumBytes) bytes.", "密码最多 \(Password.maximumBytes) 字节。")
    case .tooShort:
      Phrase(
        "A password needs at least \(Password.minimumCharacters) characters: a few words are easy to remember.",
        "密码至少需要 \(Password.minimumCharacters) 个字符：几个词的短语容易记住。")
    }
  }
}
