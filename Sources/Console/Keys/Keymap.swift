import Screen
import SessionCore

/// Which key does what: as the table of actions says, but for what the configuration has changed.
public struct Keymap: Equatable, Sendable {
  var changed: [Action.ID: [Key]] = [:]

  /// The keys of the table.
  public static let standard = Keymap()

  /// The keys that do an action, the first to be named first.
  public func keys(of action: Action) -> [Key] { changed[action.id] ?? action.keys }

  /// Whether the configuration has changed them.
  public func isChanged(_ action: Action) -> Bool { changed[action.id] != nil }

  /// The action of a key in a view.
  func action(of key: Key, in view: ViewID) -> Action? {
    Action.all.first { $0.works(in: view) && keys(of: $0).contains(key) }
  }

  /// What to press for an action; where no key does it, what to type.
  func name(of id: Action.ID) -> String {
    Action.of(id).flatMap { keys(of: $0).first?.name } ?? ":" + id.rawValue
  }

  /// A text with the keys put in that ``Words/key(_:)`` has left room for.
  public func fill(_ text: String) -> String {
    guard text.unicodeScalars.contains(Words.keyStart) else { return text }
    var filled = String.UnicodeScalarView()
    var name: String.UnicodeScalarView?
    for scalar in text.unicodeScalars {
      switch (scalar, name) {
      case (Words.keyStart, _): name = String.UnicodeScalarView()
      case (Words.keyEnd, let known?):
        filled += (Action.ID(rawValue: String(known)).map(self.name) ?? String(known)).unicodeScalars
        name = nil
      case (_, nil): filled.append(scalar)
      case (_, _?): name?.append(scalar)
      }
    }
    return String(filled)
  }
}

extension Words {
  // No text of ours has these characters, and no stranger's text gets them onto the screen.
  static let keyStart: Unicode.Scalar = "\u{E000}"
  static let keyEnd: Unicode.Scalar = "\u{E001}"

  /// Room in a phrase for the key of an action, whatever that is: `Phrase("\(key(.undo)) takes it back.", …)`.
  static func key(_ id: Action.ID) -> String { String(keyStart) + id.rawValue + String(keyEnd) }
}
