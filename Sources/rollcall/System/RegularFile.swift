import Glibc

/// Files that are read as they are, whoever may write them: a theme, say.
enum RegularFile {
  /// Opens a file for reading; nil when it cannot be read, or is a pipe, a directory or the like: nobody waits for those.
  static func open(_ path: String) -> UnsafeMutablePointer<FILE>? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let file = fdopen(descriptor, "r") else {
      close(descriptor)
      return nil
    }
    return file
  }
}
