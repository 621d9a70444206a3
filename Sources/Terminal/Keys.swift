import Screen

/// Turns the bytes of a keyboard into keys.
///
/// curses could, but gives what it does not know letter by letter, and letters are acts here. Whatever begins like a
/// control sequence is taken whole and, when unknown, ignored (ECMA-48, section 5.4).
struct Keys {
  /// How long a lone Escape waits for more, in milliseconds.
  static let escapeDelay = 25

  private var bytes: [UInt8] = []
  /// What was pasted so far; nil when nothing is being pasted.
  private var paste: PastedText?
  private var reports: [TerminalReport] = []
  private let known: [[UInt8]: Key]

  /// - Parameter known: what this terminal sends for its keys, beyond the usual.
  init(known: [[UInt8]: Key] = [:]) { self.known = known.merging(KeySequences.usual) { own, _ in own } }

  /// Whether bytes wait for others to follow.
  var isWaiting: Bool { !bytes.isEmpty || paste != nil }

  /// How long they wait, in milliseconds. Nobody types the beginning of a control sequence: where a line has cut one in
  /// two, its end would be taken for letters, and letters are acts.
  var patience: Int {
    if paste != nil { return PastedText.patience }
    return bytes.count > 2 && bytes[0] == 0x1B && "[]".utf8.contains(bytes[1]) ? 1000 : Self.escapeDelay
  }

  /// The terminal's answers that have come since the last call.
  mutating func takeReports() -> [TerminalReport] {
    defer { reports = [] }
    return reports
  }

  mutating func add(_ more: some Sequence<UInt8>) { bytes += more }

  /// What a keyboard or a mouse sends.
  enum Input: Hashable {
    case key(Key)
    case paste(String)
    case mouse(MouseReport)
  }

  /// The next key that is complete; nil when more bytes are needed. What the mouse does is passed over.
  mutating func next(isFinal: Bool = false) -> Key? {
    while let input = nextInput(isFinal: isFinal) { if case .key(let key) = input { return key } }
    return nil
  }

  /// The next key or report of the mouse that is complete; nil when more bytes are needed.
  ///
  /// - Parameter isFinal: no more bytes have come in time: what is there is all there is.
  /// - Returns: what it is, of which no byte is kept.
  mutating func nextInput(isFinal: Bool = false) -> Input? {
    while true {
      if paste != nil {
        guard let text = paste?.take(&bytes, isFinal) else { return nil }
        paste = nil
        return .paste(text)
      }
      guard let first = bytes.first else { return nil }
      let count: Int
      let input: Input?
      switch first {
      case 0x1B: (count, input) = sequence(isFinal)
      case 0x80...:
        let (length, key) = character(first, isFinal)
        (count, input) = (length, key.map { .key($0) })
      default: (count, input) = (1, Self.plain(first).map { .key($0) })
      }
      guard count > 0 else { return nil }
      bytes.removeFirst(min(count, bytes.count))
      if let input { return input }
    }
  }

  /// What terminals begin a report of the mouse with that have no decimal numbers.
  private static let oldMouse = Array("\u{1B}[M".utf8)

  private static func plain(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }

  /// A character in UTF-8. Bytes that are none are skipped one by one.
  private func character(_ first: UInt8, _ isFinal: Bool) -> (Int, Key?) {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    let part = bytes.prefix(length)
    let following = part.dropFirst()
    guard length > 1, following.allSatisfy({ $0 & 0xC0 == 0x80 }) else { return (1, nil) }
    if part.count < length { return isFinal ? (part.count, nil) : (0, nil) }
    guard let text = String(validating: part, as: UTF8.self), let character = text.first else { return (1, nil) }
    // C1 controls in UTF-8 are not typed by anybody.
    return (length, text.unicodeScalars.allSatisfy { $0.value >= 0xA0 } ? .character(character) : nil)
  }

  private mutating func sequence(_ isFinal: Bool) -> (Int, Input?) {
    guard bytes.count > 1 else { return isFinal ? (1, .key(.escape)) : (0, nil) }
    if bytes.starts(with: Self.oldMouse), known[Self.oldMouse] == nil {
      // Three bytes follow, which would be letters.
      return bytes.count < 6 && !isFinal ? (0, nil) : (min(6, bytes.count), nil)
    }
    guard let length = KeySequences.length(bytes) else {
      // Cut off after `ESC [`: a lone Escape before a bracket cannot be told from it, and nobody types that so fast.
      return isFinal ? (bytes.count, bytes.count == 2 ? .key(.escape) : nil) : (0, nil)
    }
    guard length > 1 else { return (1, .key(.escape)) }
    let sequence = Array(bytes.prefix(length))
    if sequence == PastedText.start {
      paste = PastedText()
      return (length, nil)
    }
    if let report = TerminalReport(sequence) {
      reports.append(report)
      return (length, nil)
    }
    if let report = MouseReport(sequence) { return (length, .mouse(report)) }
    return (length, (known[sequence] ?? KeySequences.modified(sequence)).map { .key($0) })
  }
}
