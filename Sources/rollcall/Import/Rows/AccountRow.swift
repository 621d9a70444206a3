import SessionCore

/// A row of a file of accounts: the account that it holds, or why it is not taken over.
enum AccountRow {
  /// An account to take over.
  case account(ImportAccount)
  /// A row with which nobody can log in.
  case refused(RowRefusal)
  /// A row that is no account of a person: a system's account without a password.
  case passedOver
}

/// An account of another system.
struct ImportAccount: Sendable {
  /// The line on which it stands, from 1.
  let line: Int
  /// Its number in the other system.
  var id: String?
  /// The name to log in with.
  let login: Login
  /// What the file holds of its password.
  let secret: ImportSecret
  /// Whether it may log in.
  var state = User.State.active
  /// When it was made there, when its password was changed, and when it last logged in; nil where nobody knows.
  var createdAt: Timestamp?
  var changedAt: Timestamp?
  var lastLoginAt: Timestamp?
  /// From where it last logged in.
  var lastLoginFrom: IPAddress?
  /// Whether the password lets nobody in until a new one is chosen.
  var mustChange = false
  /// How many sessions the user may have at once; nil for what the policy says.
  var maximumSessions: Int?
}

/// A row that is not taken over.
struct RowRefusal: Error, Hashable, Sendable {
  /// The line on which it stands, from 1.
  let line: Int
  /// Its number in the other system.
  let id: String?
  /// Its login, made safe to show; nil for none.
  let login: String?
  /// Why it is not taken over.
  let reason: RowReason
}

extension ImportAccount {
  /// The refusal of this account, for a reason that is known only once it meets the others.
  func refused(_ reason: RowReason) -> RowRefusal {
    RowRefusal(line: line, id: id, login: RowRefusal.shown(login.text), reason: reason)
  }
}

extension RowRefusal {
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
