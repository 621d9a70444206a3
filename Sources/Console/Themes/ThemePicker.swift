import Screen

/// A theme that can be worn.
public struct ThemeChoice: Equatable, Sendable {
  /// The name that it is called by.
  public var name: String
  /// Whether it is for bright rooms.
  public var isLight: Bool

  /// Makes a choice from its parts.
  public init(name: String, isLight: Bool) {
    self.name = name
    self.isLight = isLight
  }
}

/// A list of themes. The one under the cursor is worn, so that it is seen on what the console shows.
public struct ThemePicker: Equatable, Sendable {
  /// Which themes are listed.
  enum Kind: CaseIterable {
    case all, dark, light
  }

  let all: [ThemeChoice]
  /// What was worn before: Escape goes back to it.
  let before: String
  private(set) var kind = Kind.all
  private(set) var search = LineEditor()
  private(set) var isSearching = false
  private(set) var cursor: Int
  private(set) var top = 0

  /// What came of a key.
  enum Step: Equatable {
    case stay, wear(String), keep(String), leave
  }

  init(_ all: [ThemeChoice], wearing name: String) {
    self.all = all
    before = name
    cursor = all.firstIndex { $0.name == name } ?? 0
  }

  /// The themes that match.
  var matches: [ThemeChoice] {
    let text = search.text.lowercased()
    return all.filter { theme in
      (kind == .all || theme.isLight == (kind == .light)) && (text.isEmpty || theme.name.lowercased().contains(text))
    }
  }

  /// The theme under the cursor.
  var current: ThemeChoice? { matches.indices.contains(cursor) ? matches[cursor] : nil }

  mutating func take(_ key: Key, height: Int) -> Step {
    let height = max(1, height)
    if isSearching, let step = takeSearch(key, height) { return step }
    let old = current?.name
    switch key {
    case .escape, .character("q"), .character("t"): return .leave
    case .enter: return current.map { .keep($0.name) } ?? .leave
    case .down, .character("j"), .control("n"): move(to: cursor + 1, height)
    case .up, .character("k"), .control("p"): move(to: cursor - 1, height)
    case .pageDown, .control("f"): move(to: cursor + height, height)
    case .pageUp, .control("b"): move(to: cursor - height, height)
    case .control("d"): move(to: cursor + height / 2, height)
    case .control("u"): move(to: cursor - height / 2, height)
    case .home, .character("g"): move(to: 0, height)
    case .end, .character("G"): move(to: .max, height)
    case .character("/"), .character("f"): isSearching = true
    case .tab:
      let kinds = Kind.allCases
      kind = kinds[((kinds.firstIndex(of: kind) ?? 0) + 1) % kinds.count]
      find(old, height)
    default: break
    }
    return current.map { $0.name == old ? .stay : .wear($0.name) } ?? .stay
  }

  /// A key for the field; nil when it is for the list.
  private mutating func takeSearch(_ key: Key, _ height: Int) -> Step? {
    switch key {
    case .enter: isSearching = false
    case .escape:
      isSearching = false
      let old = current?.name
      search = LineEditor()
      find(old, height)
    case .down, .up, .pageDown, .pageUp: return nil
    default:
      let old = current?.name
      _ = search.take(key)
      find(old, height)
      return current.map { $0.name == old ? .stay : .wear($0.name) } ?? .stay
    }
    return .stay
  }

  /// Keeps the cursor on a theme where that still matches.
  private mutating func find(_ name: String?, _ height: Int) {
    top = 0
    move(to: matches.firstIndex { $0.name == name } ?? 0, height)
  }

  private mutating func move(to index: Int, _ height: Int) {
    cursor = max(0, min(matches.count - 1, index))
    show(height)
  }

  /// Keeps the cursor among the lines that are shown.
  mutating func show(_ height: Int) {
    top = max(0, min(top, matches.count - height))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
  }
}
