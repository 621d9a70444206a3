import Console
import SessionCore

/// A walkthrough to show in the console.
struct Show: Sendable {
  /// What is shown.
  let script: Walkthrough
  /// The file that it was read from.
  let file: String
  /// How it goes.
  let pace: Walk.Pace
  /// Whether a recording says when things would happen if the console answered at once, the same each time.
  let hasFixedTimes: Bool
  /// Makes a fresh copy of what it is shown on.
  let renew: @Sendable () throws -> ConsoleStage

  /// The largest script that is read, in bytes: more than a day's worth of captions.
  private static let largest = 256 * 1024

  /// Reads a script.
  ///
  /// - Throws: ``CommandFailure`` with the file and the line.
  static func read(_ file: String) throws -> Walkthrough {
    let bytes: [UInt8]
    do throws(PlainFileError) { bytes = try PlainFile.read(file, atMost: largest) } catch {
      throw CommandFailure(.usage, Phrase("The walkthrough cannot be read. \(error)", "无法读取演示脚本。\(error)"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.usage, Phrase("\(file): it is not in UTF-8: convert it.", "\(file)：不是 UTF-8 编码：请先转换。"))
    }
    do throws(WalkthroughError) { return try Walkthrough(text: text, logins: SamplePeople.all.map(\.login)) } catch {
      throw failure(error, in: file, .usage)
    }
  }

  /// What to say of a step that did not go as the script says.
  func failure(_ error: WalkthroughError) -> CommandFailure { Self.failure(error, in: file, .findings) }

  private static func failure(_ error: WalkthroughError, in file: String, _ status: ExitStatus) -> CommandFailure {
    CommandFailure(
      status,
      Phrase("\(file):\(error.line): \(error.phrase.english)", "\(file):\(error.line)：\(error.phrase.chinese)"))
  }
}
