/// A session's public name: 16 bytes, the first six of them the time of its making, the rest random.
///
/// It orders sessions by age and may be shown, logged and typed; it authenticates nobody. Its text is 26 characters of
/// Crockford's base 32, without the letters that are easily mistaken for others.
public struct SessionID: Hashable, Comparable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// Makes an id for a session created at `time`, unique by ten bytes from `random`.
  public init(time: Timestamp, random: RandomSource) {
    let noise = random.bytes(10)
    self.high = UInt64(bitPattern: time.milliseconds) << 16 | UInt64(noise[0]) << 8 | UInt64(noise[1])
    self.low = noise[2...].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The smallest id of a session created at `time`: where a search by time begins or ends.
  public static func first(at time: Timestamp) -> SessionID {
    SessionID(high: UInt64(bitPattern: time.milliseconds) << 16, low: 0)
  }

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads the 16 bytes of an id; nil for any other number of bytes.
  ///
  /// Here and in ``Token`` an array rather than any collection: a check per request should not pay for looking up, while
  /// it runs, how another type does it.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    for index in 0..<8 {
      halves.0 = halves.0 << 8 | UInt64(bytes[index])
      halves.1 = halves.1 << 8 | UInt64(bytes[index + 8])
    }
    (self.high, self.low) = halves
  }

  /// The id's 16 bytes, the oldest part first, so that bytes compare as ids do.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    for index in 0..<16 {
      bytes.append(UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - index % 8 * 8)))
    }
    return bytes
  }

  /// Older ids are smaller.
  public static func < (left: SessionID, right: SessionID) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

extension SessionID: CustomStringConvertible {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The id in 26 characters.
  public var description: String { String(unsafeUninitializedCapacity: 26, initializingUTF8With: write) }

  private func write(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    for index in 0..<26 {
      let shift = 125 - index * 5
      let bits: UInt64
      if shift >= 64 {
        bits = high >> UInt64(shift - 64)
      } else if shift > 59 {
        bits = high << UInt64(64 - shift) | low >> UInt64(shift)
      } else {
        bits = low >> UInt64(shift)
      }
      text[index] = Self.alphabet[Int(bits & 31)]
    }
    return 26
  }

  /// The id in nine characters, enough for a person to tell two apart: `01JD3K…7Q`.
  public var short: String { "\(description.prefix(6))…\(description.suffix(2))" }

  /// Reads an id's 26 characters, in either case; nil for anything else.
  public init?(text: String) {
    let upper = Array(text.uppercased().utf8)
    guard upper.count == 26, let first = Self.alphabet.firstIndex(of: upper[0]), first < 8 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for character in upper {
      guard let digit = Self.alphabet.firstIndex(of: character) else { return nil }
      high = high << 5 | low >> 59
      low = low << 5 | UInt64(digit)
    }
    self.high = high
    self.low = low
  }
}
