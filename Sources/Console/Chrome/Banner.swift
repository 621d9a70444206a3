import Screen

/// A mark that tells a database from others that look like it, in a colour that no theme changes.
public struct Banner: Equatable, Sendable {
  /// What it says: a word, such as PROD.
  public var text: String
  /// Its colour.
  public var colour: BannerColour

  /// Makes a banner; nil of a text without anything to read.
  public init?(text: String, colour: BannerColour = .red) {
    let safe = SafeText.safe(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    guard !safe.isEmpty else { return nil }
    self.text = SafeText.width(safe) > 20 ? SafeText.fit(safe, 20) : safe
    self.colour = colour
  }
}

extension State {
  /// Draws the banner, if there is one, and returns the column after it.
  @discardableResult
  func drawBanner(_ frame: inout Frame, row: Int = 0, column: Int = 0) -> Int {
    guard let banner = setting.banner else { return column }
    return frame.put(" \(banner.text) ", row: row, column: column, Style(on: .banner, bold: true))
  }
}
