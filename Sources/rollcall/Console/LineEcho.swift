import Glibc

/// Whether the terminal shows what is typed on it: a password must not stand there.
final class LineEcho {
  /// How the terminal was; nil where there is none.
  private let before: termios?
  private var isShown = true

  init() {
    var settings = termios()
    before = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &settings) == 0 ? settings : nil
  }

  /// Shows what is typed from now on, or the end of each line alone.
  func show(_ shown: Bool) {
    guard var settings = before, shown != isShown else { return }
    if !shown {
      settings.c_lflag &= ~tcflag_t(ECHO)
      settings.c_lflag |= tcflag_t(ECHONL)
    }
    // What is typed ahead stays: lines may come faster than they are read.
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    isShown = shown
  }
}
