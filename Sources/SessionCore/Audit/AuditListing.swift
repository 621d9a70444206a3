/// A line of the audit log as a list shows it.
public struct AuditListing: Hashable, Sendable {
  /// The entry.
  public var entry: AuditEntry
  /// The login of the user that it is about; nil when it is about none, or they were removed since.
  public var login: String?

  /// Makes a listing from its parts.
  public init(entry: AuditEntry, login: String?) {
    self.entry = entry
    self.login = login
  }
}

/// Which entries of the audit log a list shows, and in which order.
public struct AuditQuery: Hashable, Sendable {
  /// Which entries.
  public var filter: AuditFilter
  /// Newest first.
  public var descending: Bool

  /// Makes a query from its parts.
  public init(filter: AuditFilter = AuditFilter(), descending: Bool = true) {
    self.filter = filter
    self.descending = descending
  }
}

/// A part of the audit log, with how its end stands, all of one moment.
public struct AuditAnswer: Equatable, Sendable {
  /// The entries.
  public var list: ListAnswer<AuditListing>
  /// Whether the newest entry is the one that the key vouches for.
  public var end: AuditEndState

  /// Makes an answer from its parts.
  public init(list: ListAnswer<AuditListing>, end: AuditEndState) {
    self.list = list
    self.end = end
  }
}

/// How the end of the audit log stands. Only walking the whole chain says more.
public enum AuditEndState: Hashable, Sendable {
  /// The newest entry is the one that was sealed with the key; its number.
  case sealed(Int64)
  /// The newest entry is another than the one that was sealed: its number.
  case moved(Int64)
  /// The note of where the log ends was not made with this key, or there is none.
  case unsealed
}
