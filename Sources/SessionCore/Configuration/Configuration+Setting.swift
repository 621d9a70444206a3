extension Configuration {
  /// One thing that an operator can set.
  public struct Setting: Hashable, Sendable {
    /// What values may be.
    public enum Kind: Hashable, Sendable {
      /// A database's path, or its address. Somebody may have put a password into that, which is then withheld.
      case database
      /// The path of a file on this machine.
      case file
      /// A path on the site, as browsers see it.
      case sitePath
      /// The address of a page.
      case pageAddress
      /// Addresses and networks, with blanks between them.
      case networks
      /// Origins of other sites, with blanks between them.
      case origins
      /// Yes or no.
      case flag
      /// A whole number.
      case number(ClosedRange<Int>)
      /// One of a few words.
      case choice([String])
      /// `login:password`.
      case account
      /// Any text.
      case text
    }

    /// The name in the file.
    public let name: String
    /// What values may be.
    public let kind: Kind
    /// Which programs read it.
    public let readers: Phrase
    /// What it says.
    public let meaning: Phrase
    /// What holds when it is not set.
    public let otherwise: Phrase
    /// A value as it could be, for the documented file.
    public let example: String

    /// The variable of the environment that says the same: `ROLLCALL_LOGIN_CGI` for `login-cgi`.
    public var variable: String {
      // Byte by byte: login.cgi asks for several of them in each request.
      String(unsafeUninitializedCapacity: 9 + name.utf8.count) { bytes in
        var count = 0
        for byte in "ROLLCALL_".utf8 {
          bytes[count] = byte
          count += 1
        }
        for byte in name.utf8 {
          bytes[count] = byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte >= 0x61 ? byte & 0xDF : byte
          count += 1
        }
        return count
      }
    }

    /// Whether a value may hold a password.
    public var isSecret: Bool { kind == .database || kind == .account }
  }
}

extension Configuration.Setting {
  /// Stands for a password that is withheld.
  public static let withheld = "••••"

  /// A value as it may be shown: the passwords in it are withheld.
  public func redacted(_ value: String) -> String {
    switch kind {
    case .account:
      guard let colon = value.firstIndex(of: ":") else { return value }
      return value[...colon] + Self.withheld
    case .database: return Self.withoutPassword(value)
    default: return value
    }
  }

  /// Whether this value holds a password.
  public func holdsSecret(_ value: String) -> Bool { redacted(value) != value }

  /// An address without the password before its host, and without those among its parameters.
  private static func withoutPassword(_ address: String) -> String {
    guard let scheme = address.firstIndex(of: ":"), address[scheme...].hasPrefix("://") else { return address }
    let start = address.index(scheme, offsetBy: 3)
    var shown = String(address[..<start])
    var rest = address[start...]
    // The last @: a password that was not encoded may hold one, or a slash.
    if let at = rest.lastIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") {
      shown += rest[...colon] + withheld
      rest = rest[at...]
    }
    guard let question = rest.firstIndex(of: "?") else { return shown + rest }
    let items = rest[rest.index(after: question)...].split(separator: "&", omittingEmptySubsequences: false)
    let safe = items.map { item -> String in
      guard let equals = item.firstIndex(of: "="), item[..<equals].lowercased().hasPrefix("pass") else {
        return String(item)
      }
      return item[...equals] + withheld
    }
    return shown + rest[...question] + safe.joined(separator: "&")
  }
}
