import LoginWeb
import SessionCore

/// The operator's settings: the environment's, else the configuration file's.
///
/// A file that cannot be used does not stop the program: each thing that needs a setting says then what is wrong, and
/// nobody is let in.
struct Settings {
  private let file: Result<ConfigurationFile?, ConfigurationError>

  /// Looks for the file. Where there is none that costs one open() that fails.
  init() {
    do throws(ConfigurationError) {
      file = .success(try ConfigurationFile.find { Environment.setting($0) })
    } catch {
      file = .failure(error)
    }
  }

  /// A setting by its variable's name; nil when it is not set, or the file cannot be used.
  subscript(name: String) -> String? {
    if let value = Environment.setting(name) { return value }
    guard case .success(let file?) = file else { return nil }
    return file[variable: name]
  }

  /// A number that is set; nil when none is, or none that it may be.
  func number(_ setting: Configuration.Setting) -> Int? {
    guard case .number(let range) = setting.kind, let number = self[setting.variable].flatMap({ Int($0) }) else {
      return nil
    }
    return range.contains(number) ? number : nil
  }

  /// Which file is read, if it is there; nil when none is asked for.
  static var path: String? {
    let path = Environment.setting(ConfigurationFile.variable) ?? ConfigurationFile.standardPath
    return path == "/dev/null" ? nil : path
  }

  /// Where the database is, from `ROLLCALL_DATABASE` or `database`.
  ///
  /// - Throws: ``SiteError`` for a file that cannot be used, and when it is not set; ``SessionCore/StoreError`` when it
  ///   cannot be an address.
  func database() throws -> DatabaseAddress {
    if case .failure(let error) = file { throw SiteError(error.description) }
    guard let address = self["ROLLCALL_DATABASE"] else {
      throw SiteError(
        """
        ROLLCALL_DATABASE is not set: have the web server pass the database's path, such as \
        /var/lib/rollcall/rollcall.db, or its mariadb:// address, or set it in \(ConfigurationFile.standardPath).
        """)
    }
    return try DatabaseAddress(address)
  }
}
