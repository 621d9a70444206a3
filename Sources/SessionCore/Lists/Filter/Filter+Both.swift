extension Filter {
  /// The rows that this filter and another select.
  public func and(_ other: Filter) -> Filter { Filter(clauses: clauses + other.clauses) }
}
