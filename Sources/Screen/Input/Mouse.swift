/// What was done with the mouse.
public struct Mouse: Hashable, Sendable {
  /// The act.
  public enum Act: Hashable, Sendable {
    /// The first button was pressed: for the so many-th time in a row on this cell.
    case press(count: Int)
    /// The wheel was turned away from the hand.
    case wheelUp
    /// The wheel was turned towards the hand.
    case wheelDown
  }

  /// What was done.
  public var act: Act
  /// On which cell.
  public var place: Place

  /// Makes one from its parts.
  public init(_ act: Act, at place: Place) {
    self.act = act
    self.place = place
  }
}
