import Glibc

extension MariaDBAddress {
  /// The variable of the environment that may hold the password. It is in no configuration file.
  public static let passwordVariable = "ROLLCALL_DATABASE_PASSWORD"

  /// The account's password: the first line of ``passwordFile``, or else ``passwordVariable``; nil for an account that
  /// has none, such as one that the server knows by the socket's other end.
  ///
  /// - Parameter environment: a variable's value; nil when it is not set.
  /// - Returns: the password.
  /// - Throws: ``KeyFileError`` when the file is missing, cannot be read, may be read by everybody, or is empty.
  public func password(environment: (String) -> String?) throws(KeyFileError) -> String? {
    guard let passwordFile else { return environment(Self.passwordVariable).flatMap { $0.isEmpty ? nil : $0 } }
    let text = try SecretFile.text(passwordFile, name: "password", remedy: "write the account's password into it")
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    guard !line.isEmpty, !line.contains(0), let password = String(validating: line, as: UTF8.self) else {
      throw KeyFileError(
        description: "The password file \(passwordFile) has no password in its first line: write it there, in UTF-8.")
    }
    return password
  }
}
