import Console
import Foundation
import Screen
import SessionCore
import Support
import Testing

/// Plays a walkthrough in the real program, on a terminal of its own: what it tells people to look at must be there.
struct WalkthroughPlayer {
  let terminal: PseudoTerminal
  let script: Walkthrough
  let language: Language
  /// Where the program keeps its database.
  let files: TemporaryDirectory

  /// The walkthroughs that come with Rollcall, by name.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return files.filter { $0.hasSuffix(".walk") }.map { String($0.dropLast(5)) }.sorted()
  }()
  private static let directory = Products.repository + "/sample-data/walkthroughs"

  /// The path of one.
  static func path(_ name: String) -> String { "\(directory)/\(name).walk" }

  /// Starts one by its file.
  init(_ file: String, _ language: Language, _ options: [String] = [], size: Size? = nil) throws {
    script = try Walkthrough(text: try String(contentsOf: URL(filePath: file), encoding: .utf8))
    self.language = language
    files = try TemporaryDirectory()
    terminal = try PseudoTerminal(
      program: Products.release("rollcall"),
      arguments: ["demo", "--walkthrough", file, "--language", language == .chinese ? "zh" : "en"] + options,
      environment: ["LC_ALL": "C.UTF-8", "TMPDIR": files.path], size: size ?? script.size)
  }

  /// Waits until a step's caption is shown, to be read.
  func wait(forStep number: Int) throws {
    let head = "\(script.title(language)) \(number + 1)/\(script.steps.count) "
    // As much of it as stands in the first line of any terminal.
    let caption = String(script.steps[number].caption(language).prefix(14))
    try terminal.wait("step \(number + 1)") { screen in
      screen.contains(head) && screen.contains(caption)
        && screen.lines.contains { $0.contains(head) && $0.contains("Space") }
    }
  }

  /// Goes on by the Space bar, from a caption to the next one.
  func goOn(from number: Int) throws {
    try terminal.press(.character(" "))
    try wait(forStep: number + 1)
    try check(number)
  }

  /// What a step found last must be on the screen when the next caption speaks of it: by another terminal's word, and not
  /// only by the program's own.
  private func check(_ number: Int) throws {
    for deed in script.steps[number].deeds.reversed() {
      switch deed.kind {
      case .waitFor(let text), .expect(let text, isThere: true):
        #expect(terminal.screen.contains(text(language)), "line \(deed.line)\n\(terminal.screen.picture)")
      case .expect(let text, isThere: false):
        #expect(!terminal.screen.contains(text(language)), "line \(deed.line)\n\(terminal.screen.picture)")
      case .pause: continue
      case .press, .type, .arrange: return
      }
    }
  }
}
