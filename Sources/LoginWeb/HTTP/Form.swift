/// The fields of a form, or of a query (application/x-www-form-urlencoded).
public struct Form: Sendable {
  private let fields: [String: String]

  /// Reads the fields of `text`. Returns nil when a percent sign stands alone, when a name or a value is not UTF-8, or
  /// when a name comes twice: whoever reads it next might take the other one.
  public init?(_ text: some Collection<UInt8>) {
    var fields: [String: String] = [:]
    for pair in text.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decode(parts[0]), let value = Self.decode(parts.count > 1 ? parts[1] : parts[0].prefix(0)),
        fields.updateValue(value, forKey: name) == nil
      else { return nil }
    }
    self.fields = fields
  }

  /// The value of the field `name`; nil when it was not sent.
  public subscript(name: String) -> String? { fields[name] }

  private static func decode(_ text: some Collection<UInt8>) -> String? {
    Percent.decode(text, plusIsSpace: true).flatMap { String(validating: $0, as: UTF8.self) }
  }
}
