/// What the operator has set: on the command line, in the environment, in a file. Looked up in this order, setting by
/// setting.
public struct Configuration: Sendable {
  /// Where a value comes from.
  public enum Source: Hashable, Sendable {
    /// The command line.
    case option
    /// The environment.
    case environment
    /// The file, at a line.
    case file(String, line: Int)
  }

  /// A value and where it comes from.
  public struct Value: Hashable, Sendable {
    /// The value.
    public let text: String
    /// Where it comes from.
    public let source: Source
  }

  /// The file; nil when there is none.
  public let file: ConfigurationFile?
  private let variables: [String: String]

  /// Reads what is set.
  ///
  /// - Parameters:
  ///   - path: the file named on the command line; nil for the one that ``ConfigurationFile/find(named:environment:)``
  ///     says.
  ///   - environment: a variable's value; nil when it is not set.
  /// - Throws: ``ConfigurationError`` when the file cannot be used.
  public init(file path: String? = nil, environment: (String) -> String?) throws(ConfigurationError) {
    file = try ConfigurationFile.find(named: path, environment: environment)
    var variables: [String: String] = [:]
    for setting in Setting.all {
      if let value = environment(setting.variable), !value.isEmpty { variables[setting.variable] = value }
    }
    self.variables = variables
  }

  /// What is set for a setting, and where; `option` is what the command line says of it, nil for nothing.
  public func value(of setting: Setting, option: String? = nil) -> Value? {
    if let option { return Value(text: option, source: .option) }
    if let text = variables[setting.variable] { return Value(text: text, source: .environment) }
    guard let file, let entry = file[setting] else { return nil }
    return Value(text: entry.value, source: .file(file.path, line: entry.line))
  }

  /// What is set for a setting in the environment or in the file.
  public subscript(setting: Setting) -> String? { value(of: setting)?.text }

  /// All that is set, as variables for a program that is started from here and is to see the same.
  public var environment: [String: String] {
    var environment = [ConfigurationFile.variable: "/dev/null"]
    for setting in Setting.all { environment[setting.variable] = self[setting] }
    return environment
  }
}
