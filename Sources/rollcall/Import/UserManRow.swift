import SessionCore

/// A row of the legacy table `user_man(id, login_name, password, session)`: the account that it holds, or why it is not
/// taken over. What stands in its column `session` is not even kept.
enum UserManRow {
  /// An account to take over.
  case account(UserManAccount)
  /// A row with which nobody can log in.
  case refused(UserManRefusal)
}

/// An account of the legacy table.
struct UserManAccount: Sendable {
  /// The line of the dump on which it stands, from 1.
  let line: Int
  /// Its number in the legacy table.
  let id: String?
  /// The name to log in with.
  let login: Login
  /// The password, which the legacy table held in clear.
  let password: Password
}

/// A row of the legacy table that is not taken over.
struct UserManRefusal: Error, Hashable, Sendable {
  /// The line of the dump on which it stands, from 1.
  let line: Int
  /// Its number in the legacy table.
  let id: String?
  /// Its login, made safe to show; nil for none.
  let login: String?
  /// Why it is not taken over.
  let reason: UserManReason
}

extension UserManAccount {
  /// The refusal of this account, for a reason that is known only once it meets the others.
  func refused(_ reason: UserManReason) -> UserManRefusal {
    UserManRefusal(line: line, id: id, login: UserManRefusal.shown(login.text), reason: reason)
  }
}

extension UserManRefusal {
  /// The most of a login that is shown, in characters.
  private static let longestShown = 64

  /// `text` with escapes for characters that a terminal would act on, that are not seen, or that turn text around.
  static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.prefix(longestShown).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return text.count > longestShown ? shown + "…" : shown
  }
}
