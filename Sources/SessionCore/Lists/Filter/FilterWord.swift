/// One word of a filter: `name:value`, `name<value`, `name>value`, or a bare value; each perhaps after a `-`.
struct FilterWord {
  /// What stands between name and value.
  enum Sign {
    case colon
    case below
    case above

    /// The sign that a character is. A Chinese keyboard types the wide ones.
    init?(_ character: Character) {
      switch character {
      case ":", "：": self = .colon
      case "<", "＜": self = .below
      case ">", "＞": self = .above
      default: return nil
      }
    }
  }

  var isNegated = false
  /// Nil for a bare value.
  var name: String?
  var sign: Sign?
  var value = ""
  /// The word as typed.
  var text = ""
  /// Where it stands in the filter, in characters from the start.
  var range = 0..<0
}

extension FilterWord {
  /// The value as the key of a login or of a part of one.
  func loginKey(like example: String) throws(FilterError) -> String {
    guard let key = Login.key(for: try text(like: example)), !key.isEmpty else {
      throw FilterError(self, .missingValue(example))
    }
    return key
  }

  /// The value after a colon, which must be there.
  func text(like example: String) throws(FilterError) -> String {
    guard sign == nil || sign == .colon else { throw FilterError(self, .wrongForm([example])) }
    guard !value.isEmpty else { throw FilterError(self, .missingValue(example)) }
    return value
  }

  /// The value as one of `all`.
  func choice<Value>(_ all: [Value], _ name: (Value) -> String) throws(FilterError) -> Value {
    let names = all.map(name)
    guard let first = names.first, let word = self.name else { throw FilterError(self, .unknownValue(names)) }
    let value = try text(like: "\(word):\(first)")
    guard let index = names.firstIndex(of: value) else { throw FilterError(self, .unknownValue(names)) }
    return all[index]
  }

  /// The value after a `<` or a `>` as a length of time.
  func length(like example: String) throws(FilterError) -> LengthTest {
    guard let sign, sign != .colon else { throw FilterError(self, .wrongForm([example])) }
    guard let length = Interval(text: value) else { throw FilterError(self, .notALength(example)) }
    return sign == .below ? .below(length) : .above(length)
  }
}
