import Screen

extension Terminal {
  /// Whether the terminal says what its mouse does, once a frame asks for it.
  public var hasMouse: Bool { mouse.isKnown }

  /// Puts a text on the clipboard of the machine that the terminal runs on. Whether the terminal took it is not known: it
  /// never says.
  ///
  /// - Returns: false where no terminal is known to, or the text is longer than 1024 bytes; nothing was sent then.
  @discardableResult
  public func copy(_ text: String) -> Bool {
    guard isOpen, !isGone, let bytes = clipboard.bytes(text) else { return false }
    output.send(bytes)
    return true
  }
}
