import Foundation

/// Chromium, driven as a visitor uses it, by the WebDriver protocol (W3C WebDriver, level 2). Each has a profile of its
/// own, which is gone afterwards.
public final class Browser {
  private let files: TemporaryDirectory
  private let driver: ChildProgram
  private let client: HTTPClient
  private let session: String

  /// Starts a browser without a window.
  ///
  /// - Parameters:
  ///   - languages: what it asks pages for, as in Accept-Language.
  ///   - width: the window's, in CSS pixels.
  ///   - height: the window's, in CSS pixels.
  ///   - dark: whether it asks pages for dark colours.
  /// - Throws: ``ChildProgram/Failure`` with the driver's log.
  public init(languages: String = "en", width: Int = 1024, height: Int = 768, dark: Bool = false) throws {
    let files = try TemporaryDirectory()
    let log = files.file("driver.log")
    let driver = try ChildProgram(
      "chromedriver", ["--port=0"], environment: ["HOME": files.path, "TMPDIR": files.path], output: log, errors: log)
    self.files = files
    self.driver = driver
    client = try HTTPClient("http://127.0.0.1:\(Self.port(driver, log: log))")

    var arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--user-data-dir=\(files.file("profile"))", "--window-size=\(width),\(height)",
    ]
    if dark { arguments.append("--force-dark-mode") }
    let options: [String: Any] = ["args": arguments, "prefs": ["intl.accept_languages": languages]]
    let wanted = ["capabilities": ["alwaysMatch": ["browserName": "chrome", "goog:chromeOptions": options]]]
    let answer = try Self.value(client, "POST", "/session", wanted) as? [String: Any]
    guard let session = answer?["sessionId"] as? String else { throw ChildProgram.Failure("no browser session") }
    self.session = session
  }

  deinit { quit() }

  /// Ends the browser and its driver.
  public func quit() {
    guard driver.isRunning else { return }
    _ = try? command("DELETE", "")
    driver.stop()
  }

  /// Sends a command to the session.
  ///
  /// - Throws: ``ChildProgram/Failure`` with the driver's message.
  @discardableResult
  func command(_ method: String, _ path: String, _ body: [String: Any] = [:]) throws -> Any {
    try Self.value(client, method, "/session/\(session)\(path)", body)
  }

  private static func value(_ client: HTTPClient, _ method: String, _ path: String, _ body: [String: Any]) throws -> Any
  {
    let content = method == "POST" ? Array(try JSONSerialization.data(withJSONObject: body)) : nil
    let answer = try client.send(method, path, headers: ["Content-Type": "application/json"], body: content)
    let object = try JSONSerialization.jsonObject(with: Data(answer.body), options: .fragmentsAllowed) as? [String: Any]
    let value = object?["value"] ?? NSNull()
    guard answer.status == 200 else {
      let details = value as? [String: Any]
      throw ChildProgram.Failure("\(method) \(path): \(details?["message"] ?? answer.text)")
    }
    return value
  }

  /// The port that the driver has chosen, by what it writes.
  private static func port(_ driver: ChildProgram, log: String) throws -> Int {
    while true {
      let isRunning = driver.isRunning
      let text = String(decoding: (try? Data(contentsOf: URL(filePath: log))) ?? Data(), as: UTF8.self)
      if let match = text.firstMatch(of: /started successfully on port (\d+)/), let port = Int(match.1) { return port }
      guard isRunning else { throw ChildProgram.Failure("chromedriver did not start: \(text)") }
      usleep(10_000)
    }
  }
}
