import Foundation

/// axe-core, a checker of accessibility that runs in the page. `script/setup --tests` fetches it.
public struct Axe {
  private let source: String

  /// Reads the checker.
  ///
  /// - Throws: ``ChildProgram/Failure`` when it is not there.
  public init() throws {
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/root") + "/.cache"
    let path = cache + "/rollcall/axe.min.js"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw ChildProgram.Failure("there is no \(path): run script/setup --tests")
    }
    source = text
  }

  /// What is wrong with the page in a browser by WCAG 2.2 AA and by good practice: a line for each element.
  ///
  /// - Parameters:
  ///   - browser: shows the page.
  ///   - rules: the names of rules that are not asked.
  /// - Returns: the lines; none for a good page.
  /// - Throws: ``ChildProgram/Failure`` with the driver's message.
  public func violations(in browser: Browser, except rules: [String] = []) throws -> [String] {
    let off = rules.map { "\"\($0)\":{enabled:false}" }.joined(separator: ",")
    let found = try browser.runAsync(
      """
      \(source)
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ["violations"], rules: {\(off)}, runOnly: ["wcag2a", "wcag2aa", "wcag21a",
        "wcag21aa", "wcag22aa", "best-practice"]}).then(
        result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
          `${rule.id}: ${node.target} ${node.failureSummary}`))),
        error => done([`${error}`]));
      """)
    return found as? [String] ?? ["axe gave no list"]
  }
}
