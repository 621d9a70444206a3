import Screen
import SessionCore

/// Other keys for an action, as a configuration says it.
public struct KeyChange: Equatable, Sendable {
  /// The action's name.
  public var action: String
  /// The keys, with blanks between them; `none` for no key.
  public var keys: String

  /// Makes a change from its parts.
  public init(action: String, keys: String) {
    self.action = action
    self.keys = keys
  }
}

/// Why keys cannot be changed so.
public struct KeymapError: Error, Equatable, Sendable {
  /// Which of the changes is wrong, from 0.
  public let change: Int
  /// What is wrong and what to do.
  public let phrase: Phrase
}

extension Keymap {
  /// The keys of the table with some changed.
  ///
  /// - Throws: ``KeymapError`` for a name that no action has, a key that there is none of, a key that moves the cursor, and
  ///   a key that would do two things in one view.
  public init(_ changes: [KeyChange]) throws(KeymapError) {
    for (index, change) in changes.enumerated() {
      let action = try Self.action(change, index)
      let words = change.keys.split(whereSeparator: \.isWhitespace).map(String.init)
      var keys: [Key] = []
      for word in words where words != ["none"] {
        guard let key = Key(word) else { throw KeymapError(change: index, phrase: Words.noSuchKey(word)) }
        if let phrase = Self.objection(to: key, for: action) { throw KeymapError(change: index, phrase: phrase) }
        if !keys.contains(key) { keys.append(key) }
      }
      guard !keys.isEmpty || !Self.needed.contains(action.id) else {
        throw KeymapError(change: index, phrase: Words.needsKey(action.id))
      }
      // What is always a key of an action stays one, whatever comes to it.
      changed[action.id] = keys + Self.fixed.filter { $0.value == action.id && !keys.contains($0.key) }.map(\.key)
    }
    for (index, change) in changes.enumerated() {
      if let phrase = clash(try Self.action(change, index)) { throw KeymapError(change: index, phrase: phrase) }
    }
  }

  /// Keys that move the cursor in every list and never do anything else.
  static let moving: Set<Key> = Set(
    "hjklgG".map { .character($0) } + "fbdu".map { .control($0) }
      + [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown])

  /// Keys that do the same thing wherever one is.
  private static let fixed: [Key: Action.ID] = [
    .control("c"): .quit, .control("z"): .suspend, .control("l"): .redraw, .escape: .back,
  ]

  /// What must always have a key.
  private static let needed: Set<Action.ID> = [.quit, .back, .help]

  private static func action(_ change: KeyChange, _ index: Int) throws(KeymapError) -> Action {
    guard let action = Action.ID(rawValue: change.action).flatMap(Action.of) else {
      let near = nearest(to: change.action, in: Action.all.map(\.id.rawValue))
      throw KeymapError(change: index, phrase: Words.noSuchAction(change.action, near))
    }
    return action
  }

  /// Why this key cannot do this action; nil when it can.
  private static func objection(to key: Key, for action: Action) -> Phrase? {
    if moving.contains(key), !Action.moving.contains(where: { $0.id == action.id }) {
      return Words.movesOnly(key, action.id)
    }
    if let owner = fixed[key], owner != action.id { return Words.isFixed(key, owner) }
    // The key that asks must never be the one that confirms.
    return action.isDangerous && key == .character(Confirm.key) ? Words.confirmsOnly(key, action.id) : nil
  }

  /// Which other action has one of these keys in the same view; nil for none.
  private func clash(_ action: Action) -> Phrase? {
    for other in Action.all where other.id != action.id {
      guard let view = ViewID.allCases.first(where: { action.works(in: $0) && other.works(in: $0) }),
        let key = keys(of: action).first(where: keys(of: other).contains)
      else { continue }
      return Words.keysClash(key, action.id, other.id, in: view)
    }
    return nil
  }
}
