import Glibc
import SessionCore

/// Where passwords come from: standard input or a prompt, never the command line, which everybody on the machine can
/// read.
enum PasswordInput {
  /// One line of standard input, without its end.
  static func fromStandardInput() throws -> String {
    guard let line = readLine(strippingNewline: true), !line.isEmpty else { throw PasswordError.empty }
    // Bytes that are no UTF-8 were replaced: the user's own would not be the password.
    guard !line.unicodeScalars.contains("\u{FFFD}") else {
      throw CommandFailure(
        .refused,
        Phrase(
          "The password is not in UTF-8: convert it, with 'iconv -f GBK -t UTF-8' for example.",
          "密码不是 UTF-8 编码：请先转换，例如使用“iconv -f GBK -t UTF-8”。"))
    }
    return line
  }

  /// Asks on the terminal, twice for a new password, and shows nothing of what is typed.
  static func ask(_ prompt: Phrase, twice: Phrase?) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure(
        .usage,
        Phrase(
          "There is no terminal to ask for the password on: give --password-stdin.",
          "没有可供输入密码的终端：请使用 --password-stdin。"))
    }
    let first = try hidden(prompt)
    guard let twice else { return first }
    guard try hidden(twice) == first else {
      throw CommandFailure(
        .refused, Phrase("The two passwords differ. Nothing was changed.", "两次输入的密码不同。未做任何更改。"))
    }
    return first
  }

  private static func hidden(_ prompt: Phrase) throws -> String {
    Narration.prompt(prompt)
    var shown = termios()
    tcgetattr(STDIN_FILENO, &shown)
    var silent = shown
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
      Narration.write("")
    }
    return try fromStandardInput()
  }
}
