import ColourSchemes

/// What a terminal answers when it is asked, among the keys.
enum TerminalReport: Equatable {
  /// The colour of its ground.
  case ground(RGB)
  /// What it is: every terminal answers that.
  case attributes

  /// Reads an answer; nil when it is none.
  init?(_ sequence: [UInt8]) {
    let text = String(decoding: sequence, as: UTF8.self)
    if text.hasPrefix("\u{1B}[?"), text.hasSuffix("c") {
      self = .attributes
      return
    }
    guard text.hasPrefix("\u{1B}]11;") else { return nil }
    let colour = text.dropFirst(5).prefix { $0 != "\u{7}" && $0 != "\u{1B}" }
    guard let ground = Self.colour(colour) else { return nil }
    self = .ground(ground)
  }

  /// A colour as X11 writes it: `rgb:1515/1b1b/2626` with one to four digits each, or `#151b26`.
  private static func colour(_ text: Substring) -> RGB? {
    guard let colon = text.firstIndex(of: ":") else { return RGB(hex: text) }
    let parts = text[text.index(after: colon)...].split(separator: "/")
    let channels = parts.prefix(3).compactMap { part -> UInt8? in
      guard (1...4).contains(part.utf8.count), let value = Int(part, radix: 16) else { return nil }
      return UInt8(value * 255 / ((1 << (4 * part.utf8.count)) - 1))
    }
    return channels.count == 3 ? RGB(channels[0], channels[1], channels[2]) : nil
  }
}
