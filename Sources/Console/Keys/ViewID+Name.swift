extension ViewID {
  /// The name of the action that opens it, for programs.
  public var name: String { "\(self)" }
}
