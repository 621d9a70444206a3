import Screen
import SessionCore

/// One session or one user over the whole screen.
public struct Detail: Equatable, Sendable {
  /// Whose detail it is.
  public enum Subject: Equatable, Sendable {
    /// A session's, as the list knew it.
    case session(Session)
    /// A user's.
    case user(User.ID)
  }

  /// What was read.
  public enum Content: Equatable, Sendable {
    /// Of a session.
    case session(SessionDetail)
    /// Of a user.
    case user(UserDetail)

    func isOf(_ subject: Subject) -> Bool {
      switch (self, subject) {
      case (.session(let content), .session(let session)): content.session.id == session.id
      case (.user(let content), .user(let user)): content.listing.user.id == user
      default: false
      }
    }
  }

  var subject: Subject
  var content: Content?
  var scroll = 0
}
