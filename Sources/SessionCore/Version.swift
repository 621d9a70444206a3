/// The version of every program of this package: `rollcall --version`, login.cgi, `rollcall doctor` and CHANGELOG.md
/// say the same.
public enum Version {
  /// The number, by semantic versioning.
  public static let number = "0.2.0"
}
