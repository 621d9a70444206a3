import Glibc
import SessionCore

extension HashGate {
  /// Makes the gate's file, when it is missing, one of the owner of what stands beside it: root, who hashes the first
  /// password, must not leave a file that login.cgi cannot open.
  ///
  /// - Parameters:
  ///   - file: what stands beside it, the database or its key.
  ///   - isForGroup: whether a group that reads that file has the gate as well.
  func makeFile(forOwnerOf file: String, isForGroup: Bool = false) {
    guard geteuid() == 0, !Files.exists(path), let owner = Files.status(of: file) else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    fchown(file, owner.st_uid, owner.st_gid)
    if isForGroup, owner.st_mode & 0o040 != 0 { fchmod(file, 0o660) }
    close(file)
  }
}
