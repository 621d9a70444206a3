import SessionCore

/// What a file holds of an account's password.
enum ImportSecret: Sendable {
  /// The password itself, or a hash that can be checked.
  case known(ImportedPassword)
  /// Nothing that a password could be checked against: the account is made, and its user needs a new one.
  case absent(Absence)

  /// Why there is nothing to check a password against.
  enum Absence: Hashable, Sendable {
    /// The other system has none: its users come by another way.
    case noPassword
    /// A hash in a format that is not known.
    case unknownFormat
    /// A hash of a known format that is damaged, as when a column was too short for it.
    case damaged
    /// A hash that costs more to check than is allowed: which parameter.
    case tooCostly(String)
  }
}

extension ImportSecret {
  /// Reads a hash as another system stored it. What cannot be checked is not kept.
  init(hash text: String) { self.init { () throws(HashFormatError) in try StoredHash(reading: text) } }

  /// Takes the hash that `read` reads.
  init(_ read: () throws(HashFormatError) -> StoredHash) {
    do throws(HashFormatError) { self = .known(.hash(try read())) } catch {
      self =
        switch error {
        case .unknown: .absent(.unknownFormat)
        case .malformed: .absent(.damaged)
        case .tooCostly(let parameter): .absent(.tooCostly(parameter))
        }
    }
  }
}

extension ImportSecret.Absence {
  /// What it is, for a table of counts.
  var name: String {
    switch self {
    case .noPassword: "none"
    case .unknownFormat: "unknown"
    case .damaged: "damaged"
    case .tooCostly: "too costly"
    }
  }

  /// The reason, as a sentence about the row.
  var phrase: Phrase {
    switch self {
    case .noPassword: Phrase("It has no password.", "没有密码。")
    case .unknownFormat: Phrase("The format of its hash is not known.", "散列格式未知。")
    case .damaged: Phrase("Its hash is damaged or cut off.", "散列已损坏或被截断。")
    case .tooCostly(let parameter):
      Phrase("Its hash costs too much to check: \(parameter).", "校验其散列的开销过大：\(parameter)。")
    }
  }
}
