import Foundation

/// What a visitor's system asks pages for, and how much room their screen has.
extension Browser {
  /// Asks pages for dark or light colours.
  ///
  /// - Parameters:
  ///   - dark: whether dark ones.
  ///   - more: other media features, such as `prefers-reduced-motion: reduce`.
  /// - Throws: ``ChildProgram/Failure`` with the driver's message.
  public func emulate(dark: Bool, _ more: [String: String] = [:]) throws {
    let features = ["prefers-color-scheme": dark ? "dark" : "light"].merging(more) { $1 }
    try chrome("Emulation.setEmulatedMedia", ["features": features.map { ["name": $0.key, "value": $0.value] }])
  }

  /// Gives pages a window of so many CSS pixels. A browser at 400 % on a screen of 1280 pixels has 320 of them.
  public func show(width: Int, height: Int, scale: Double = 1) throws {
    let size: [String: Any] = ["width": width, "height": height, "deviceScaleFactor": scale, "mobile": false]
    try chrome("Emulation.setDeviceMetricsOverride", size)
  }

  /// Sends a command of Chromium's own.
  private func chrome(_ name: String, _ parameters: [String: Any]) throws {
    try command("POST", "/goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  /// What a script of the test gives to the function that it gets as its last argument.
  public func runAsync(_ script: String) throws -> Any {
    try command("POST", "/execute/async", ["script": script, "args": [Any]()])
  }
}
