import Glibc
import SessionCore

/// A question before an act that reaches far, on the terminal.
enum Confirmation {
  /// - Throws: ``CommandFailure`` where there is no terminal to ask on.
  static func requireTerminal() throws {
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure(
        .usage, Phrase("There is no terminal to ask on: give --yes.", "没有可供确认的终端：请使用 --yes。"))
    }
  }

  /// Asks, and goes on for `yes` alone.
  ///
  /// - Throws: ``CommandFailure`` for any other answer, and where there is no terminal to ask on.
  static func ask(_ question: Phrase, otherwise: Phrase = Phrase("Nothing was changed.", "未做任何更改。")) throws {
    try requireTerminal()
    Narration.prompt(Phrase(question.english + " (yes or no)", question.chinese + "（yes 或 no）"))
    let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
    guard answer == "yes" || answer == "y" else {
      throw CommandFailure(.refused, otherwise)
    }
  }
}
