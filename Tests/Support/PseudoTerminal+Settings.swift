import Foundation

extension PseudoTerminal {
  /// A line's settings, to compare before and after.
  public struct Settings: Hashable, Sendable, CustomStringConvertible {
    /// Input, output, control and local modes, then the control characters.
    public let modes: [UInt32]
    /// The control characters, by their number.
    public let characters: [UInt8]

    init(_ settings: termios) {
      modes = [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
      characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
    }

    /// Whether typed keys come one by one and are not shown: what full-screen programs set.
    public var isRaw: Bool { modes[3] & UInt32(ICANON | ECHO) == 0 }

    /// The modes in hexadecimal.
    public var description: String { modes.map { String($0, radix: 16) }.joined(separator: ":") }
  }
}
