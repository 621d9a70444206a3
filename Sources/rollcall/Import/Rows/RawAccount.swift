/// A row as a file holds it: bytes that nobody has looked into yet. What is missing or NULL is nil.
struct RawAccount {
  /// What stands for the password.
  enum Secret {
    /// The password in clear, unless it is said to be a hash, whose salt may stand in a column of its own.
    case password([UInt8]?, salt: [UInt8]? = nil)
    /// A hash, and the salt that stands in a column of its own.
    case hash([UInt8]?, salt: [UInt8]?)
    /// A hash of our own, and the id of the pepper that went into it.
    case own([UInt8]?, pepper: String?)
  }

  /// The line on which the row begins, from 1.
  var line: Int
  var login: [UInt8]?
  var secret: Secret
  var id: [UInt8]?
  var created: [UInt8]?
  var changed: [UInt8]?
  var lastLogin: [UInt8]?
  var lastLoginFrom: [UInt8]?
  /// `active` or `locked`, or whether the account is active as other systems write yes and no.
  var state: [UInt8]?
  /// Whether the password lets nobody in until a new one is chosen.
  var mustChange = false
  /// How many sessions the user may have at once; nil for what the policy says.
  var maximumSessions: Int?
}
