/// How a moment of the past compares with another.
public enum MomentTest: Hashable, Sendable {
  /// It was longer or less long ago than this.
  case age(LengthTest)
  /// It was then or later.
  case since(Timestamp)
  /// It was before then.
  case until(Timestamp)
}

extension FilterWord {
  /// The names of the words that ask for a moment, for what is said of other words.
  static let momentNames = ["when<", "since:", "until:"]

  /// Examples of them.
  static let momentExamples = [
    FilterExample("when<2h", "less than 2 hours ago; when> for longer", "不到 2 小时前；when> 表示更早"),
    FilterExample("since:2026-11-22T14:00", "then or later, in UTC; a date alone will do", "此时刻或之后（UTC）；可只写日期"),
    FilterExample("until:2026-11-22T15:00", "before then, in UTC", "此时刻之前（UTC）"),
  ]

  /// The moment that a word asks for; nil for a word that asks for something else.
  func moment() throws(FilterError) -> MomentTest? {
    switch name {
    case "when": return .age(try length(like: "when<2h"))
    case "since": return .since(try time(like: "since:2026-11-22T14:00"))
    case "until": return .until(try time(like: "until:2026-11-22T15:00"))
    default: return nil
    }
  }

  private func time(like example: String) throws(FilterError) -> Timestamp {
    guard let time = Timestamp(text: try text(like: example)) else { throw FilterError(self, .notAMoment(example)) }
    return time
  }
}
