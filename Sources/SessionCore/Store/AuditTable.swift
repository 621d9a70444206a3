/// What the core asks about the audit log.
public protocol AuditTable: AnyObject {
  /// Appends to the audit log and returns the new link.
  func append(_ record: AuditRecord) throws -> AuditLink
  /// Up to `limit` entries with numbers above `number`, oldest first.
  func audit(after number: Int64, limit: Int) throws -> [AuditEntry]
  /// Up to `limit` entries with numbers below `number`, newest first; nil begins with the newest.
  func audit(before number: Int64?, limit: Int) throws -> [AuditEntry]
  /// Entries in the query's order: those that come after or before the one of `number`. Nil begins at the list's start, or
  /// at its end.
  func audit(
    _ query: AuditQuery, from number: Int64?, _ direction: PageDirection, limit: Int, at now: Timestamp
  ) throws -> [AuditListing]
  /// How many entries match.
  func countAudit(_ filter: AuditFilter, at now: Timestamp) throws -> CappedCount
  /// Hands out up to `limit` rows with numbers above `number`, oldest first, with the links that they hold. A row that
  /// no program of this version wrote has no record.
  func links(after number: Int64, limit: Int) throws -> [AuditRow]
  /// The newest entry's number; 0 when there is none.
  func lastAuditNumber() throws -> Int64
  /// One of the chain's two ends; nil when it was never noted.
  func auditEnd(_ end: AuditEnd.Name) throws -> AuditEnd?
  /// Notes one of the chain's two ends.
  func setAuditEnd(_ end: AuditEnd) throws
  /// Removes up to `limit` entries with numbers up to `number`, oldest first, and returns how many there were.
  func pruneAudit(upTo number: Int64, limit: Int) throws -> Int
  /// The newest entry's link, or that of the newest that was pruned when there is none; nil for a log that never had any.
  func lastAuditLink() throws -> AuditLink?
}
