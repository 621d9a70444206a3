import SessionCore

/// Where a login goes on to: a path on this site, or an address at an origin that the operator has listed (OWASP ASVS
/// 5.0, 3.7.2). There is no way to make one that leads anywhere else.
public struct ReturnTarget: Hashable, Sendable {
  /// The path on this site, or the whole address, put together from what was read.
  public let text: String

  /// A path on this site.
  public init(_ path: ReturnPath) { text = path.text }

  /// Takes `text` when it is a path on this site, or an absolute address at one of `origins`; nil otherwise.
  public init?(_ text: String, origins: [Origin]) {
    if let path = ReturnPath(text) {
      self.init(path)
    } else if !origins.isEmpty, text.utf8.count <= ReturnPath.maximumBytes, let (origin, rest) = Origin.split(text),
      origins.contains(origin), let path = ReturnPath(rest.isEmpty ? "/" : rest)
    {
      self.init(known: origin.text + path.text)
    } else {
      return nil
    }
  }

  private init(known text: String) { self.text = text }

  /// The same place without the query.
  var withoutQuery: ReturnTarget {
    ReturnTarget(known: String(text.prefix { $0 != "?" && $0 != "#" }))
  }
}
