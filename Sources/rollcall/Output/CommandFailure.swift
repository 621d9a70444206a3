import SessionCore
import SessionStore

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
  /// A check found something.
  case findings = 5
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
    case let error as ConfigurationError: self.init(.usage, error.phrase)
    case let error as OutputError: self.init(.refused, error.phrase)
    case let error as KeyFileError:
      self.init(.unavailable, Phrase(error.description, error.description))
    case let error as UserError: self.init(error)
    case let error as LoginError: self.init(.refused, error.phrase)
    case let error as PasswordError: self.init(.refused, error.phrase)
    case let error as BlocklistError: self.init(.refused, error.phrase)
    case let error as HashFormatError: self.init(.refused, error.phrase)
    case let error as FilterError: self.init(.usage, error.phrase)
    case HashGateError.full:
      self.init(
        .refused,
        Phrase("Too many passwords are being hashed at once: try again.", "正在计算的密码散列过多：请稍后重试。"))
    case HashGateError.unusable(let path):
      self.init(
        .unavailable,
        Phrase(
          "The file \(path) cannot be opened to lock: check owner and mode of it and of its directory.",
          "无法打开并锁定文件 \(path)：请检查该文件及其目录的所有者和权限。"))
    case let error as PepperError:
      self.init(
        .unavailable,
        Phrase(
          "A password was hashed with the pepper \(error.id), which is not in the pepper file: restore that from your backup.",
          "有密码用 pepper \(error.id) 计算，但 pepper 文件中没有它：请从备份恢复该文件。"))
    case is SettingsError:
      self.init(
        .unavailable,
        Phrase(
          "The database's settings are none that a command writes: set them again with 'rollcall policy set'.",
          "数据库中的设置不合法：请用“rollcall policy set”重新设置。"))
    case RestoreError.unknown:
      self.init(
        .nothingMatched,
        Phrase(
          "There is no such act: 'rollcall sessions restore' lists them.", "没有这一操作：请用“rollcall sessions restore”查看。"))
    case RestoreError.nothingLeft:
      self.init(
        .nothingMatched,
        Phrase("None of its sessions can live again.", "其中没有可恢复的会话。"))
    case RestoreError.tooLate:
      self.init(
        .refused,
        Phrase("It is longer than 5 minutes ago: it cannot be taken back.", "已超过 5 分钟，无法撤销。"))
    case is HashingError:
      self.init(
        .refused, Phrase("There is not enough memory to hash a password.", "内存不足，无法计算密码散列。"))
    case let error as MoveError:
      if case .differs = error { self.init(.findings, error.phrase) } else { self.init(.refused, error.phrase) }
    case let error as ImportError: self.init(error.isUsage ? .usage : .refused, error.phrase)
    case let error as ColumnProblem: self.init(.usage, error.phrase)
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
