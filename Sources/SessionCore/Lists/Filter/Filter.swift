/// Which rows of a list: every clause must hold, and a clause holds where one of its literals does. No clause means all.
///
/// The one home of what people type (``SessionFilter``, ``UserFilter``), what code asks for, and what the store turns
/// into SQL; so what is shown before an act is what the act is about.
public struct Filter<Term: Hashable & Sendable>: Hashable, Sendable {
  /// A term, or that it does not hold.
  public struct Literal: Hashable, Sendable {
    /// The term.
    public var term: Term
    /// Whether it must not hold.
    public var isNegated: Bool

    /// Makes a literal from its parts.
    public init(_ term: Term, isNegated: Bool = false) {
      self.term = term
      self.isNegated = isNegated
    }
  }

  /// The clauses, none of them empty.
  public private(set) var clauses: [[Literal]]

  /// A filter of `terms`, which must all hold.
  public init(terms: [Term] = []) { self.clauses = terms.map { [Literal($0)] } }

  /// A filter of `clauses`; one without literals says nothing and is left out.
  public init(clauses: [[Literal]]) { self.clauses = clauses.filter { !$0.isEmpty } }

  /// The filter with one more term that must hold.
  public func and(_ term: Term) -> Filter { Filter(clauses: clauses + [[Literal(term)]]) }

  /// The filter with one more term that must not hold.
  public func and(not term: Term) -> Filter { Filter(clauses: clauses + [[Literal(term, isNegated: true)]]) }
}

/// Which sessions a list shows or an act is about.
public typealias SessionFilter = Filter<SessionTerm>

/// Which users a list shows.
public typealias UserFilter = Filter<UserTerm>

/// How a length of time compares with another. Exactly as long is neither.
public enum LengthTest: Hashable, Sendable {
  /// Shorter than this.
  case below(Interval)
  /// Longer than this.
  case above(Interval)
}

/// A word of the filter language, for help and manual.
public struct FilterExample: Hashable, Sendable {
  /// The word as people type it.
  public let example: String
  /// Which rows it asks for.
  public let meaning: Phrase

  init(_ example: String, _ english: String, _ chinese: String) {
    self.example = example
    self.meaning = Phrase(english, chinese)
  }

  /// How words are joined, the same in every list.
  static func joining(not negated: String) -> [FilterExample] {
    [
      FilterExample(negated, "not that; a - goes before any word", "不符合该词；- 可放在任何词前"),
      FilterExample("ali|bob", "one or the other; words with a space between must all hold", "二者之一；以空格分隔的词须全部符合"),
      FilterExample("user:\"ana maría\"", "a value with spaces or signs in it", "含空格或符号的值"),
    ]
  }
}
