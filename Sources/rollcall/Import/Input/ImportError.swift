import SessionCore

/// Why a file of accounts cannot be read, or not any further. Lines count from 1.
enum ImportError: Error, Hashable {
  /// The system did not give the file; what it said.
  case cannotRead(String)
  /// The file has no rows.
  case empty
  /// The file is compressed by gzip or xz.
  case compressed
  /// The file is in UTF-16, as PowerShell's `>` writes it.
  case utf16
  /// Somebody asked to stop while the file was being read.
  case stopped

  /// The file holds no SQL.
  case notADump
  /// The dump is in a character set that is not Unicode's.
  case characterSet(String, line: Int)
  /// The file ends before what it holds does.
  case cutShort(line: Int)
  /// The dump is whole and has no such table.
  case noTable(String)
  /// Rows come without the names of their columns.
  case noColumnNames(line: Int)
  /// The table has no such column.
  case noColumn(String, line: Int)
  /// Something that a dump does not have there.
  case unexpected(line: Int)

  /// A quoted field that begins in this line never ends.
  case openQuote(line: Int)
  /// The file is not a list of JSON objects; the line where that shows.
  case notJSON(line: Int)
  /// The columns do not say what is asked for.
  case columns(ColumnProblem)

  /// Whether another command line would mend it.
  var isUsage: Bool { if case .columns = self { true } else { false } }

  /// What is wrong and what mends it.
  var phrase: Phrase {
    switch self {
    case .cannotRead(let reason):
      Phrase("The file cannot be read: \(reason).", "无法读取文件：\(reason)。")
    case .empty:
      Phrase("The file is empty.", "文件为空。")
    case .compressed:
      Phrase(
        "The file is compressed. Unpack it first, for example: gunzip -c FILE | rollcall users import --from KIND -",
        "文件已压缩。请先解压，例如：gunzip -c FILE | rollcall users import --from KIND -")
    case .utf16:
      Phrase(
        "The file is in UTF-16, as PowerShell's > writes it. Convert it: iconv -f UTF-16 -t UTF-8",
        "文件是 UTF-16 编码（PowerShell 的 > 会这样写）。请转换：iconv -f UTF-16 -t UTF-8")
    case .stopped:
      Phrase("Stopped.", "已停止。")
    case .openQuote(let line):
      Phrase(
        "Line \(line): a field that begins with a quote there never ends.", "第 \(line) 行：以引号开头的字段没有结束。")
    case .notJSON(let line):
      Phrase(
        "Line \(line): this is not a list of JSON objects, as 'rollcall users export --format json' writes it.",
        "第 \(line) 行：不是 JSON 对象列表（“rollcall users export --format json”的格式）。")
    case .columns(let problem): problem.phrase
    default: dumpPhrase
    }
  }

  private var dumpPhrase: Phrase {
    switch self {
    case .notADump:
      Phrase(
        "This is not an SQL dump. Make one with: mysqldump --result-file=FILE DATABASE user_man",
        "这不是 SQL 转储文件。请这样生成：mysqldump --result-file=FILE DATABASE user_man")
    case .characterSet(let name, let line):
      Phrase(
        "Line \(line): the dump is in \(name). Make it again with --default-character-set=utf8mb4.",
        "第 \(line) 行：转储文件的字符集是 \(name)。请用 --default-character-set=utf8mb4 重新生成。")
    case .cutShort(let line):
      Phrase(
        "The file is cut short: it ends in line \(line). The rows before that were read.",
        "文件不完整：在第 \(line) 行中断。此前的行已读取。")
    case .noTable(let name):
      Phrase("The dump has no table \(name).", "转储文件中没有表 \(name)。")
    case .noColumnNames(let line):
      Phrase(
        "Line \(line): the rows' columns have no names. Make the dump again with --complete-insert.",
        "第 \(line) 行：没有列名。请用 --complete-insert 重新生成转储文件。")
    case .noColumn(let name, let line):
      Phrase("Line \(line): the table has no column \(name).", "第 \(line) 行：表中没有列 \(name)。")
    case .unexpected(let line):
      Phrase("Line \(line) is not as mysqldump writes it.", "第 \(line) 行不符合 mysqldump 的格式。")
    default: Phrase("", "")
    }
  }
}
