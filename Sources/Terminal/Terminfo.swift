/// A compiled terminfo entry (term(5)), read so that it can be changed.
struct Terminfo {
  /// Names for `numbers`, by their place (term(5), <term.h>).
  enum Number: Int { case colors = 13, pairs = 14 }
  /// Names for `strings`.
  enum Text: Int { case initializeColor = 299, setForeground = 359, setBackground = 360 }
  /// Names for `flags`.
  enum Flag: Int { case canChangeColor = 27 }

  /// The terminal's names as they stand in the entry, `|` between them.
  var names: [UInt8]
  var flags: [UInt8]
  /// -1 is absent, -2 cancelled.
  var numbers: [Int32]
  /// nil is absent.
  var strings: [[UInt8]?]
  var extended = Extended()

  /// What the entry knows beyond the standard's names, each sorted by name as ncurses keeps them.
  struct Extended {
    var flags: [(name: [UInt8], value: UInt8)] = []
    var numbers: [(name: [UInt8], value: Int32)] = []
    var strings: [(name: [UInt8], value: [UInt8]?)] = []
  }

  subscript(number: Number) -> Int? {
    guard number.rawValue < numbers.count, numbers[number.rawValue] >= 0 else { return nil }
    return Int(numbers[number.rawValue])
  }

  mutating func set(_ number: Number, _ value: Int32) {
    while numbers.count <= number.rawValue { numbers.append(-1) }
    numbers[number.rawValue] = value
  }

  mutating func set(_ text: Text, _ value: String?) {
    while strings.count <= text.rawValue { strings.append(nil) }
    strings[text.rawValue] = value.map { Array($0.utf8) }
  }
}
