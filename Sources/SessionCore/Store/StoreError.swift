/// A database that cannot answer: what is wrong and what mends it. It holds no value from a row.
public struct StoreError: Error, Hashable, Sendable {
  /// What is wrong. More kinds may come.
  public struct Kind: RawRepresentable, Hashable, Sendable {
    /// The kind's name.
    public let rawValue: String
    /// Takes a kind's name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// There is no database at the place named.
    public static let missing = Kind(rawValue: "missing")
    /// There is a database, but Rollcall was never set up in it.
    public static let notSetUp = Kind(rawValue: "not-set-up")
    /// The database was set up by an older Rollcall.
    public static let older = Kind(rawValue: "older")
    /// The database was set up by a newer Rollcall.
    public static let newer = Kind(rawValue: "newer")
    /// Somebody else holds the database locked.
    public static let locked = Kind(rawValue: "locked")
    /// The database may not be written.
    public static let readOnly = Kind(rawValue: "read-only")
    /// There is no room left to write.
    public static let full = Kind(rawValue: "full")
    /// The file is damaged, or is no database.
    public static let corrupt = Kind(rawValue: "corrupt")
    /// The file cannot be opened.
    public static let cannotOpen = Kind(rawValue: "cannot-open")
    /// The row is there already.
    public static let duplicate = Kind(rawValue: "duplicate")
    /// The database's file was removed or replaced while it was open.
    public static let replaced = Kind(rawValue: "replaced")
    /// A read was stopped because its answer is no longer wanted.
    public static let interrupted = Kind(rawValue: "interrupted")
    /// Somebody else changed the same rows at the same moment, again and again.
    public static let conflict = Kind(rawValue: "conflict")
    /// No host of the database answers, or none that is part of its cluster.
    public static let unreachable = Kind(rawValue: "unreachable")
    /// The server does not let this account in, or does not let it do this.
    public static let denied = Kind(rawValue: "denied")
    /// The address is none, or of a database that this program does not know.
    public static let address = Kind(rawValue: "address")
    /// The database is closed to changes while it is moved.
    public static let moving = Kind(rawValue: "moving")
    /// The database is a copy that a move has not finished.
    public static let filling = Kind(rawValue: "filling")
    /// The database's rows were moved to another.
    public static let moved = Kind(rawValue: "moved")
    /// The database is being filled with made-up people, or that was broken off.
    public static let populating = Kind(rawValue: "populating")
    /// Anything else.
    public static let other = Kind(rawValue: "other")
  }

  /// What is wrong.
  public var kind: Kind
  /// Which database, as its address without secrets.
  public var database: String
  /// What the database's library says, without values.
  public var detail: String

  /// Makes an error from its parts.
  public init(_ kind: Kind, database: String, detail: String = "") {
    self.kind = kind
    self.database = database
    self.detail = detail
  }
}

extension StoreError: CustomStringConvertible {
  /// What is wrong and what to do, for an administrator, in English: the text for logs.
  public var description: String { phrase(.english) }

  /// What is wrong and what to do, for an administrator.
  public var phrase: Phrase { serverPhrase ?? filePhrase }

  /// The same for a file, and what is said of any database.
  private var filePhrase: Phrase {
    switch kind {
    case .missing:
      Phrase(
        "There is no database at \(database): run 'rollcall setup --database \(database)'.",
        "\(database) 处没有数据库：请运行“rollcall setup --database \(database)”。")
    case .notSetUp:
      Phrase(
        "The database \(database) is not set up: run 'rollcall setup --database \(database)'.",
        "数据库 \(database) 尚未初始化：请运行“rollcall setup --database \(database)”。")
    case .older:
      Phrase(
        "The database \(database) is of an older version: run 'rollcall migrate --database \(database)'.",
        "数据库 \(database) 的版本较旧：请运行“rollcall migrate --database \(database)”。")
    case .newer:
      Phrase(
        "The database \(database) is of a newer version than this program: install the newer Rollcall.",
        "数据库 \(database) 的版本比本程序新：请安装新版 Rollcall。")
    case .locked:
      Phrase(
        "The database \(database) stays locked by another program: find it with 'fuser \(database)' and try again.",
        "数据库 \(database) 一直被其他程序锁定：请用“fuser \(database)”查找后重试。")
    case .readOnly:
      Phrase(
        "The database \(database) cannot be written: check owner and mode of the file and of its directory.",
        "数据库 \(database) 无法写入：请检查文件及其目录的所有者和权限。")
    case .full:
      Phrase(
        "There is no room left to write the database \(database): free space on its disk.",
        "没有空间写入数据库 \(database)：请释放磁盘空间。")
    case .corrupt:
      Phrase(
        "The file \(database) is damaged or is not a database: restore it from your backup.",
        "文件 \(database) 已损坏或不是数据库：请从备份恢复。")
    case .cannotOpen:
      Phrase(
        "The database \(database) cannot be opened: check owner and mode of the file and of its directory.",
        "无法打开数据库 \(database)：请检查文件及其目录的所有者和权限。")
    case .replaced:
      Phrase(
        "The database \(database) was removed or replaced: leave, and open it again.",
        "数据库 \(database) 已被删除或替换：请退出后重新打开。")
    case .address:
      Phrase(
        "The database's address \(database) cannot be used: \(detail).", "数据库地址 \(database) 无法使用：\(detail)。")
    case .moving:
      Phrase(
        "The database \(database) is being moved and takes no changes: wait, or give up with 'rollcall move --abandon'.",
        "数据库 \(database) 正在迁移，不接受更改：请等待，或用“rollcall move --abandon”放弃迁移。")
    case .filling:
      Phrase(
        "The database \(database) is a copy that is not finished: run 'rollcall move --finish'.",
        "数据库 \(database) 是尚未完成的副本：请运行“rollcall move --finish”。")
    case .moved:
      Phrase(
        "The database \(database) was moved: name the database that it was moved to in the configuration.",
        "数据库 \(database) 已迁移：请在配置中改用迁移后的数据库。")
    case .populating:
      Phrase(
        """
        The database \(database) is being filled with made-up people, or that was broken off: wait, or run \
        'rollcall simulate population' again.
        """,
        "数据库 \(database) 正在填充虚构用户，或填充被中断：请等待，或重新运行“rollcall simulate population”。")
    case .interrupted: Phrase("The read was stopped.", "读取已停止。")
    case .duplicate: Phrase("That is there already.", "已存在。")
    default:
      Phrase("The database \(database) answered: \(detail).", "数据库 \(database) 返回：\(detail)。")
    }
  }
}
