import Glibc
import SessionCore

extension HashGate {
  /// Makes the gate's file, when it is missing, one of the database's owner: root, who hashes the first password, must
  /// not leave a file that login.cgi cannot open.
  func makeFile(forOwnerOf database: String) {
    guard geteuid() == 0, !Files.exists(path), let owner = Files.status(of: database) else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    fchown(file, owner.st_uid, owner.st_gid)
    close(file)
  }
}
