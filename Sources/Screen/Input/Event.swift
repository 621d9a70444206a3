/// A key, by what is printed on it.
public enum Key: Hashable, Sendable {
  /// A character, with shift already in it.
  case character(Character)
  /// A letter with Control, in lower case.
  case control(Character)
  /// Return.
  case enter
  /// Escape alone.
  case escape
  /// Tab.
  case tab
  /// Tab with Shift.
  case backTab
  /// Backspace.
  case backspace
  /// Delete forward.
  case delete
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, from 1.
  case function(Int)
}

/// What a terminal says.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A text was pasted: never keys, whatever it says.
  case paste(String)
  /// Something was done with the mouse, which a frame has asked for.
  case mouse(Mouse)
  /// The terminal has another size now.
  case resize(Size)
  /// The program was suspended and goes on: everything must be drawn anew.
  case resumed
  /// What colour the terminal's ground has, as far as it says so: once, after it was asked.
  case ground(isLight: Bool)
  /// The terminal is gone, or the system asks the program to stop: leave at once.
  case hangUp
}
