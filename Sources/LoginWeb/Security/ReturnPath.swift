/// A place on this site, and never on another: where a login goes on to (OWASP ASVS 5.0, 3.7.2).
public struct ReturnPath: Hashable, Sendable {
  /// The most that a path may take, in bytes.
  public static let maximumBytes = 2048

  /// The path, and a query if it has one, as it is sent.
  public let text: String

  /// Takes `text` when it is a path that every browser reads as one on this site; nil otherwise.
  ///
  /// It begins with one slash. A second slash, or a backslash, which browsers take for a slash, would begin another
  /// host's name; so would either after what they leave out (tab, CR, LF) or after a server has decoded the path once. A
  /// step of one dot or two, which no browser sends, could bring a second slash to the front.
  public init?(_ text: String) {
    guard text.utf8.count <= Self.maximumBytes, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      Self.isLocal(Array(text.utf8)), let decoded = Percent.decode(text.utf8, plusIsSpace: false),
      Self.isLocal(decoded)
    else { return nil }
    self.text = text
  }

  /// A path that is written in the source.
  init(known text: StaticString) { self.text = text.description }

  /// This path with more steps after it, and a place to return to after those.
  func appending(_ steps: StaticString, returningTo target: ReturnTarget? = nil) -> ReturnPath {
    ReturnPath(joined: text + steps.description + (target.map { "?return=" + Percent.query($0.text) } ?? ""))
  }

  private init(joined text: String) { self.text = text }

  private static func isLocal(_ path: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    let backslash = UInt8(ascii: "\\")
    return path.first == slash && path.dropFirst().first != slash
      && path.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != backslash }
      && !path.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }.split(separator: slash).contains(
        where: isDots)
  }

  private static func isDots(_ step: ArraySlice<UInt8>) -> Bool {
    step.count <= 2 && step.allSatisfy { $0 == UInt8(ascii: ".") }
  }
}

extension Exchange {
  /// The place that the request's query asks to return to; nil when it names none that may be returned to.
  var targetInQuery: ReturnTarget? {
    guard !request.query.isEmpty else { return nil }
    return Form(Array(request.query.utf8))?["return"].flatMap { ReturnTarget($0, origins: site.returnOrigins) }
  }
}
