/// What a terminal can do beyond what ECMA-48 terminals all can.
public struct DrawingAbilities: Hashable, Sendable {
  /// What is erased takes the ground of the pen (terminfo's `bce`).
  public var erasesInColour: Bool
  /// Some characters of a line can be erased (terminfo's `ech`).
  public var erasesCharacters: Bool
  /// Some lines can be scrolled (terminfo's `csr`).
  public var scrolls: Bool
  /// Bold, underline and reverse can be turned off one by one.
  public var turnsOff: Bool
  /// What is written in the last cell of all scrolls the screen: that cell is never written. Terminals that wait with
  /// that for another character have terminfo's `xenl`.
  public var wrapsAtOnce: Bool

  /// Makes abilities from their parts; without any, the plainest terminal.
  public init(
    erasesInColour: Bool = false, erasesCharacters: Bool = false, scrolls: Bool = false, turnsOff: Bool = false,
    wrapsAtOnce: Bool = false
  ) {
    self.erasesInColour = erasesInColour
    self.erasesCharacters = erasesCharacters
    self.scrolls = scrolls
    self.turnsOff = turnsOff
    self.wrapsAtOnce = wrapsAtOnce
  }

  /// Whether erased cells are as blanks of this look.
  func canErase(_ look: Look) -> Bool {
    !look.isUnderlined && !look.isReversed && (erasesInColour || look.background == .terminal)
  }
}
