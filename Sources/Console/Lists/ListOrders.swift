/// How the lists beside the sessions' are sorted.
struct ListOrders: Equatable, Sendable {
  /// Whether the newest entries of the audit log come first.
  var isAuditDescending = true
}
