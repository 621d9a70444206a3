/// Finds what makes a long text easy to guess: a name or an obvious word, one unit over and over, a walk over the
/// alphabet or the keyboard.
///
/// Each such stretch counts as two characters, as it is one thing to remember and to guess. When fewer than eight are
/// left, the text is no password; a sentence or a few words together are far above that.
struct GuessableText {
  /// What is left of a text must be at least this much.
  static let leastCharacters = 8
  /// As many equal parts make a text a repetition.
  static let leastRepetitions = 3
  /// As few different characters make it one too.
  static let leastDifferent = 5
  /// As many neighbours make a walk.
  static let leastWalk = 4

  /// Words that stand in this product and in every guesser's list; the shorter ones after those that contain them.
  static let words = [
    "administrator", "rollcall", "passwords", "passw0rd", "p@ssw0rd", "p@ssword", "password", "passphrase", "letmein",
    "changeme", "welcome", "default", "session", "secret", "login", "admin", "guest", "mima", "\u{5BC6}\u{7801}",
  ].map { Array($0.unicodeScalars) }

  /// Rows of keyboards, and columns one after the other.
  private static let rows = [
    "`1234567890-=", "!@#$%^&*()_+", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./", "qwertzuiop", "azertyuiop",
    "qsdfghjklm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "abcdefghijklmnopqrstuvwxyz", "0123456789",
  ].map { Array($0.unicodeScalars) }.flatMap { [$0, $0.reversed()] }

  private let text: [Unicode.Scalar]
  private let names: [[Unicode.Scalar]]

  /// Looks into `text` as a password of the user whose login's key is `login`; both are compared as logins are.
  init(_ text: String, login: String?) {
    self.text = Array((Login.key(for: text) ?? text).unicodeScalars)
    // Of an address the part before the @ is a name too.
    let name = login?.split(separator: "@", omittingEmptySubsequences: true).first.map(String.init)
    self.names = [login, name].compactMap { $0 }.map { Array($0.unicodeScalars) }.filter { $0.count >= 3 }
  }

  /// Why it cannot be a password; nil when it can.
  var error: PasswordError? {
    if isRepetition { return .repetitive }
    var covered: [(PasswordError, Int)] = []
    var left = 0
    var index = 0
    while index < text.count {
      guard let (reason, count) = stretch(at: index) else {
        left += 1
        index += 1
        continue
      }
      covered.append((reason, count))
      left += 2
      index += count
    }
    guard left < Self.leastCharacters else { return nil }
    return covered.max { $0.1 < $1.1 }?.0
  }

  /// Whether one unit makes up all of it, or a handful of characters does.
  private var isRepetition: Bool {
    let longest = text.count / Self.leastRepetitions
    return Set(text).count < Self.leastDifferent
      || longest > 0 && (1...longest).contains { unit in zip(text, text.dropFirst(unit)).allSatisfy(==) }
  }

  /// The longest guessable stretch that begins at `index`.
  private func stretch(at index: Int) -> (PasswordError, Int)? {
    let rest = text[index...]
    let name = names.filter(rest.starts).map(\.count).max() ?? 0
    let word = Self.words.filter(rest.starts).map(\.count).max() ?? 0
    let walk = walk(at: index)
    let longest = max(name, word, walk)
    guard longest > 0 else { return nil }
    return (longest == name ? .containsLogin : longest == word ? .obvious : .sequence, longest)
  }

  /// How many characters from `index` on repeat one character or go along a row; 0 for fewer than a walk needs.
  private func walk(at index: Int) -> Int {
    let rest = text[index...]
    let same = rest.prefix { $0 == text[index] }.count
    let along = Self.rows.compactMap { row in
      row.firstIndex(of: text[index]).map { start in zip(rest, row[start...]).prefix { $0 == $1 }.count }
    }
    let longest = max(same, along.max() ?? 0)
    return longest >= Self.leastWalk ? longest : 0
  }
}
