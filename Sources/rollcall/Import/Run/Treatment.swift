import SessionCore

/// What an import does with what a file holds of a password.
enum Treatment: String, CaseIterable {
  /// A password in clear is hashed now.
  case hash
  /// A weak hash is put inside one of Argon2id now: nothing weak is stored.
  case wrap
  /// A strong hash of another scheme, or of lower cost, is stored, and replaced at the first login.
  case replaceAtLogin = "replace-at-login"
  /// A hash as good as our own is stored.
  case keep
  /// Nothing to check a password against is stored: the user needs a new one.
  case newPassword = "new-password"

  /// What it means, for a table of counts.
  var phrase: Phrase {
    switch self {
    case .hash: Phrase("hashed now", "现在计算散列")
    case .wrap: Phrase("weak: wrapped in Argon2id now", "弱散列：现在用 Argon2id 包裹")
    case .replaceAtLogin: Phrase("kept, replaced at the first login", "保留，首次登录时替换")
    case .keep: Phrase("kept", "保留")
    case .newPassword: Phrase("none is kept: needs an activation code", "不保留：需要激活码")
    }
  }
}

extension ImportSecret {
  /// The format, as a table of counts names it.
  var format: String {
    switch self {
    case .known(.clear): "plaintext"
    case .known(.hash(let hash, _)): hash.scheme
    case .absent(let absence): absence.name
    }
  }

  /// Whether what the file holds is as good as the password itself to whoever reads it, or nearly.
  var isWeak: Bool {
    switch self {
    case .known(let password): password.takesTime
    case .absent: false
    }
  }

  /// What is done with it.
  var treatment: Treatment {
    switch self {
    case .known(.clear): .hash
    case .known(.hash(let hash, _)) where hash.isWeak: .wrap
    case .known(.hash(let hash, _)): hash.scheme == "argon2id" ? .keep : .replaceAtLogin
    case .absent: .newPassword
    }
  }

  /// Whether taking it over takes a hash's time.
  var takesTime: Bool { isWeak }
}
