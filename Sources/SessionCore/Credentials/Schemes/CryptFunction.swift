import CCrypt
import Glibc

/// crypt(3), by libxcrypt.
enum CryptFunction {
  /// What crypt(3) writes for `password`, which holds no NUL; nil when it cannot take the password or the setting.
  ///
  /// - Throws: ``HashingError`` when the memory cannot be had.
  static func output(for password: [UInt8], setting: String) throws(HashingError) -> [UInt8]? {
    // 32 KiB: too much for the stack of a thread.
    guard let data = calloc(1, MemoryLayout<crypt_data>.size) else { throw HashingError() }
    defer { free(data) }
    errno = 0
    let output = crypt_rn(
      password.map { CChar(bitPattern: $0) } + [0], setting, data, Int32(MemoryLayout<crypt_data>.size))
    guard let output else {
      if errno == ENOMEM { throw HashingError() }
      return nil
    }
    return Array(String(cString: output).utf8)
  }
}
