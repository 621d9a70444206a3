import Console
import SessionCore

extension ConfigurationFile {
  /// The console's keys with those that the file changes.
  ///
  /// - Throws: ``SessionCore/ConfigurationError`` with the line, for a change that cannot be made.
  func keymap() throws(ConfigurationError) -> Keymap {
    do throws(KeymapError) {
      return try Keymap(keys.map { KeyChange(action: $0.action, keys: $0.keys) })
    } catch {
      throw ConfigurationError(path, line: keys[error.change].line, error.phrase)
    }
  }
}

extension Configuration {
  /// The console's keys.
  ///
  /// - Throws: ``SessionCore/ConfigurationError`` with the line, for a change that cannot be made.
  func keymap() throws(ConfigurationError) -> Keymap { try file?.keymap() ?? .standard }
}
