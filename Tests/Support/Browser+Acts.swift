import Foundation

extension Browser {
  /// Opens an address and waits until the page is loaded.
  public func go(_ url: String) throws { try command("POST", "/url", ["url": url]) }

  /// Presses the back button.
  public func back() throws { try command("POST", "/back") }

  /// Loads the page anew.
  public func refresh() throws { try command("POST", "/refresh") }

  /// The address that is shown.
  public func url() throws -> String { try text(command("GET", "/url")) }

  /// The page's title.
  public func title() throws -> String { try text(command("GET", "/title")) }

  /// The page as it stands now, as HTML.
  public func source() throws -> String { try text(command("GET", "/source")) }

  /// Whether there is an element, by its CSS selector.
  public func has(_ selector: String) throws -> Bool { try !elements(selector).isEmpty }

  /// The text that an element shows.
  public func text(of selector: String = "body") throws -> String {
    try text(command("GET", "/element/\(element(selector))/text"))
  }

  /// An element's attribute; nil for none.
  public func attribute(_ name: String, of selector: String) throws -> String? {
    try command("GET", "/element/\(element(selector))/attribute/\(name)") as? String
  }

  /// Types into an element, key by key, after what is in it.
  public func type(_ text: String, into selector: String) throws {
    try command("POST", "/element/\(element(selector))/value", ["text": text])
  }

  /// Clicks an element; a page that opens by it is loaded when this returns.
  public func click(_ selector: String) throws { try command("POST", "/element/\(element(selector))/click") }

  /// Presses keys where the focus is: `\u{E004}` is Tab, `\u{E007}` Enter (W3C WebDriver, section 17.4.2).
  public func press(_ keys: String) throws {
    let actions = keys.flatMap { key in
      [["type": "keyDown", "value": "\(key)"], ["type": "keyUp", "value": "\(key)"]]
    }
    try command("POST", "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
  }

  /// The cookies for the page, by name.
  public func cookies() throws -> [String: [String: Any]] {
    let all = try command("GET", "/cookie") as? [[String: Any]] ?? []
    return Dictionary(all.map { ($0["name"] as? String ?? "", $0) }) { $1 }
  }

  /// What a script of the test returns; pages themselves have none.
  @discardableResult
  public func run(_ script: String) throws -> Any {
    try command("POST", "/execute/sync", ["script": script, "args": [Any]()])
  }

  /// Resizes the window, in CSS pixels.
  public func resize(width: Int, height: Int) throws {
    try command("POST", "/window/rect", ["width": width, "height": height])
  }

  /// Writes a picture of the page to a PNG file.
  public func screenshot(_ path: String) throws {
    guard let data = Data(base64Encoded: try text(command("GET", "/screenshot"))) else {
      throw ChildProgram.Failure("the screenshot is not base64")
    }
    try data.write(to: URL(filePath: path))
  }

  /// Waits until the page is as wanted. Only a failing test takes `timeout` seconds.
  ///
  /// - Throws: ``ChildProgram/Failure`` with the page's address and text.
  public func wait(_ what: String, timeout: Double = 20, until condition: (Browser) throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: timeout)
    // While one page makes way for the next, there may be no element to look at.
    while (try? condition(self)) != true {
      guard Date() < deadline else {
        throw ChildProgram.Failure("\(what) did not come in \(timeout) s, at \(try url()): \(try text(of: "body"))")
      }
      usleep(20_000)
    }
  }

  private func elements(_ selector: String) throws -> [String] {
    let found = try command("POST", "/elements", ["using": "css selector", "value": selector]) as? [[String: String]]
    return (found ?? []).compactMap(\.values.first)
  }

  private func element(_ selector: String) throws -> String {
    guard let element = try elements(selector).first else {
      throw ChildProgram.Failure("there is no \(selector) at \(try url()): \(try source())")
    }
    return element
  }

  private func text(_ value: Any) throws -> String { value as? String ?? "" }
}
