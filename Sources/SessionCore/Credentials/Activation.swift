/// A one-time code with which a user chooses a password themselves: no administrator has to know one (OWASP ASVS 5.0,
/// 6.4.1 and 6.4.6).
public struct Activation: Hashable, Sendable {
  /// What the database keeps of the code.
  public var proof: [UInt8]
  /// When it was given out.
  public var createdAt: Timestamp
  /// When it stops working.
  public var expiresAt: Timestamp
  /// Who gave it out.
  public var createdBy: String

  /// Makes an activation from its parts.
  public init(proof: [UInt8], createdAt: Timestamp, expiresAt: Timestamp, createdBy: String) {
    self.proof = proof
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.createdBy = createdBy
  }

  /// How long a code works unless something else is asked for.
  public static let lifetime = Interval.hours(24)
  /// What a lifetime may be.
  public static let lifetimeRange = Interval.minutes(5)...Interval.days(7)
}

/// The code as it is handed over: 20 characters in groups of five, 100 bits. It never prints itself.
public struct ActivationCode: Sendable {
  /// The code's characters, without dashes.
  private let characters: String
  // Crockford's alphabet: nothing in it is mistaken for something else when it is read out.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 20

  /// A new code.
  public init(random: RandomSource) {
    characters = String(random.bytes(Self.length).map { Self.alphabet[Int($0 & 31)] })
  }

  /// Reads a code as people type it: dashes and spaces do not matter, nor does case; O is 0, I and L are 1. Returns nil
  /// for what cannot be a code.
  public init?(text: String) {
    let characters = text.uppercased().filter { $0 != "-" && $0 != " " }.map { character -> Character in
      switch character {
      case "O": "0"
      case "I", "L": "1"
      default: character
      }
    }
    guard characters.count == Self.length, characters.allSatisfy(Self.alphabet.contains) else { return nil }
    self.characters = String(characters)
  }

  /// The code as it is handed over. It goes to the user and nowhere else.
  public var text: String {
    stride(from: 0, to: Self.length, by: 5).map { characters.dropFirst($0).prefix(5) }.joined(separator: "-")
  }

  /// What the database keeps of a code for a user, 32 bytes.
  func proof(for user: User.ID, key: ServerKey) -> [UInt8] {
    key.derived(for: .activation).authenticate(Array("\(user.rawValue) \(characters)".utf8))
  }
}

extension ActivationCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Says that there is a code, not which.
  public var description: String { "ActivationCode(hidden)" }
  /// Says that there is a code, not which.
  public var debugDescription: String { description }
  /// Nothing to look into.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
