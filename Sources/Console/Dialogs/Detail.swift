import Screen
import SessionCore

/// A session, a user, an attempt or an audit entry over the whole screen.
public struct Detail: Equatable, Sendable {
  /// Whose detail it is.
  public enum Subject: Equatable, Sendable {
    /// A session's, as the list knew it.
    case session(Session)
    /// A user's.
    case user(User.ID)
    /// An attempt's to log in.
    case attempt(AttemptEntry)
    /// An audit entry's.
    case audit(AuditListing)

    /// The user whose detail Enter opens from here; nil for none.
    var user: User.ID? {
      switch self {
      case .session, .user: nil
      case .attempt(let entry): entry.attempt.userID
      case .audit(let listing): listing.login == nil ? nil : listing.entry.record.user
      }
    }
  }

  /// What was read.
  public enum Content: Equatable, Sendable {
    /// Of a session.
    case session(SessionDetail)
    /// Of a user.
    case user(UserDetail)
    /// Of an attempt.
    case attempt(AttemptDetail)
    /// Of an audit entry.
    case audit(AuditDetail)

    func isOf(_ subject: Subject) -> Bool {
      switch (self, subject) {
      case (.session(let content), .session(let session)): content.session.id == session.id
      case (.user(let content), .user(let user)): content.listing.user.id == user
      case (.attempt(let content), .attempt(let entry)): content.entry.number == entry.number
      case (.audit(let content), .audit(let listing)): content.listing.entry.number == listing.entry.number
      default: false
      }
    }
  }

  var subject: Subject
  /// The detail that it was opened from: the way back.
  var origin: Subject?
  var content: Content?
  var scroll = 0
}
