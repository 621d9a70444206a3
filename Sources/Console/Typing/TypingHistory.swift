import SessionCore

/// What was typed as filters and to be found, for each view, the newest at the end. It is the user's own business: whoever
/// keeps it keeps it from others.
public struct TypingHistory: Equatable, Sendable {
  private var texts: [String: [String]] = [:]

  /// How many texts are kept for a view.
  public static let limit = 100
  private static let longest = 400

  /// Nothing was typed yet.
  public init() {}

  /// Reads what was kept: a line for each text, its view's name and a blank before it. What is none of ours is passed over.
  public init(lines: some Sequence<String>) {
    for line in lines {
      guard let blank = line.firstIndex(of: " "), line.count <= Self.longest,
        let view = ViewID.allCases.first(where: { $0.name == line[..<blank] }),
        line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
      else { continue }
      _ = add(String(line[line.index(after: blank)...]), in: view)
    }
  }

  /// All lines to keep, the oldest of each view first.
  public var lines: [String] {
    texts.sorted { $0.key < $1.key }.flatMap { view, texts in texts.map { "\(view) \($0)" } }
  }

  /// The texts of a view, the newest at the end.
  func of(_ view: ViewID) -> [String] { texts[view.name] ?? [] }

  /// Adds a text, and returns the line to keep; nil when it is the newest already, or empty.
  mutating func add(_ text: String, in view: ViewID) -> String? {
    var all = of(view)
    guard !text.isEmpty, all.last != text else { return nil }
    all.removeAll { $0 == text }
    all.append(text)
    texts[view.name] = all.suffix(Self.limit)
    return "\(view.name) \(text)"
  }
}

/// Where one is in the history while typing.
struct HistoryWalk: Equatable, Sendable {
  /// How many texts back; 0 for what is being typed.
  var back = 0
  /// What was being typed before.
  var draft = ""

  /// The text that many steps further back; nil when there is none.
  mutating func step(_ step: Int, _ texts: [String], typed: String) -> String? {
    if back == 0 { draft = typed }
    let next = back + step
    guard next >= 0, next <= texts.count else { return nil }
    back = next
    return next == 0 ? draft : texts[texts.count - next]
  }
}
