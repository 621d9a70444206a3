import CNcurses
import Glibc

/// What is done for the terminal when the program crashes.
enum Rescue {
  /// Prepares for a crash.
  ///
  /// - Parameters:
  ///   - text: what to write, most needed first.
  ///   - settings: the line settings to put back.
  static func install(_ text: [UInt8], settings: termios) {
    var settings = settings
    text.withUnsafeBytes { bytes in
      rollcall_rescue_install(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &settings)
    }
  }

  /// Whether the terminal is ours just now.
  static func arm(_ isArmed: Bool) { rollcall_rescue_arm(isArmed ? 1 : 0) }

  /// Leaves crashes to whoever had them before.
  static func remove() { rollcall_rescue_remove() }
}
