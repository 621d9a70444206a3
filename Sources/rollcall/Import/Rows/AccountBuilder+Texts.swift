import SessionCore

extension AccountBuilder {
  static func login(_ bytes: [UInt8]?) throws(RowReason) -> Login {
    let text = try unicode(bytes, missing: .noLogin, broken: .loginNotUnicode)
    do { return try Login(text) } catch {
      switch error as? LoginError {
      case .empty: throw .emptyLogin
      case .tooLong: throw .longLogin
      case .unprintable, nil: throw unprintable(text)
      }
    }
  }

  static func password(_ bytes: [UInt8]?, isChecked: Bool) throws(RowReason) -> Password {
    let text = try unicode(bytes, missing: .noPassword, broken: .passwordNotUnicode)
    // The hash of a password must not become a password that whoever reads the old table can log in with.
    if isChecked {
      if let scheme = HashLook.scheme(of: text) { throw .passwordIsHash(scheme) }
      if DigestFormat.isBare(text) { throw .passwordMayBeDigest }
    }
    do { return try Password(text) } catch {
      throw error as? PasswordError == .tooLong ? .longPassword : .emptyPassword
    }
  }

  private static func unicode(
    _ bytes: [UInt8]?, missing: RowReason, broken: RowReason
  ) throws(RowReason) -> String {
    guard let bytes else { throw missing }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw broken }
    return text
  }

  /// What it is that a login must not hold.
  private static func unprintable(_ text: String) -> RowReason {
    if text.first == " " || text.last == " " { return .paddedLogin }
    let bad = text.unicodeScalars.first { (try? Login("a\($0)a")) == nil }
    return bad.map(RowReason.unprintableLogin) ?? .paddedLogin
  }
}

/// Whether a text that should be a password looks like the hash of one.
enum HashLook {
  /// The fewest bytes of a hash that says itself what it is; a password that is as long and looks like one is nobody's.
  private static let least = 30

  /// The scheme of a hash such as `$2y$10$…` or `{SSHA}…`, or the beginning of one that is damaged; nil for any other
  /// text.
  static func scheme(of text: String) -> String? {
    guard text.utf8.count >= least, text.hasPrefix("{") || text.prefix(24).contains("$") else { return nil }
    do throws(HashFormatError) { return try StoredHash(reading: text).scheme } catch {
      return error == .unknown ? nil : String(text.prefix(4))
    }
  }
}
