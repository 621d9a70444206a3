/// What an act on sessions or users did.
public struct ActResult: Hashable, Sendable {
  /// The act; nil when nothing was done.
  public var act: DoneAct.ID?
  /// To how many sessions or users it was done.
  public var count = 0
  /// How many sessions ended with it.
  public var ended = 0
  /// Who had changed since they were looked at, and was left; or whose session had.
  public var changed: [String] = []
  /// How many were there no more.
  public var gone = 0
  /// How many sessions were left because they are the operator's own.
  public var own = 0
  /// How many were already as they would have become.
  public var unchanged = 0
  /// Whether a user's state is another now.
  public var hasChangedState = false
  /// Whether it was stopped before it had gone through all.
  public var isStopped = false

  /// Nothing done.
  public init() {}
}
