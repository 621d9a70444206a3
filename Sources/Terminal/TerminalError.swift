/// Why there is nothing to draw on, in one sentence that says what to do instead.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// `TERM` is not set.
  case unset
  /// `TERM` says that the terminal can do nothing: `dumb`, `unknown` and their like, or an entry without a cursor.
  case incapable(String)
  /// The terminfo database does not know this `TERM`.
  case unknown(String)
  /// The system refused what a terminal program needs.
  case refused

  /// The sentence in English.
  public var english: String {
    let instead = "or use the commands, for example 'rollcall sessions list'."
    return switch self {
    case .notATerminal: "This is not a terminal: start the console without redirecting it, \(instead)"
    case .unset: "TERM is not set: set it to what your terminal is, for example TERM=xterm-256color, \(instead)"
    case .incapable(let name): "TERM is '\(name)', which cannot show a full screen: use another terminal, \(instead)"
    case .unknown(let name):
      "The terminal '\(name)' is not known here: install ncurses-term or try TERM=xterm-256color, \(instead)"
    case .refused: "The system has no memory or files left for the screen: close other programs, \(instead)"
    }
  }

  /// The sentence in Simplified Chinese.
  public var chinese: String {
    let instead = "或使用命令，例如“rollcall sessions list”。"
    return switch self {
    case .notATerminal: "这里不是终端：请不要重定向控制台的输入输出，\(instead)"
    case .unset: "未设置 TERM：请按您的终端设置，例如 TERM=xterm-256color，\(instead)"
    case .incapable(let name): "TERM 为“\(name)”，无法显示整屏内容：请换用其他终端，\(instead)"
    case .unknown(let name): "此处不认识终端“\(name)”：请安装 ncurses-term 或改用 TERM=xterm-256color，\(instead)"
    case .refused: "系统已没有足够的内存或文件供屏幕使用：请关闭其他程序，\(instead)"
    }
  }

  /// The English sentence.
  public var description: String { english }
}
