import Glibc
import SessionCore

/// Has a file that is written go to disk piece by piece.
///
/// Left to the kernel, hundreds of megabytes pile up and go out at once, and a login that waits for its own few pages to
/// be on disk waits for all of them.
final class SteadyWriting {
  private let file: Int32

  init(_ path: String) { file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }

  deinit { if file >= 0 { close(file) } }

  /// Waits for what was written so far to be on disk, and leaves that to others for twice as long.
  func pause() {
    guard file >= 0 else { return }
    let start = Monotonic.nanoseconds
    fdatasync(file)
    // A disk that takes long is one that others wait for too.
    usleep(UInt32(min((Monotonic.nanoseconds - start) / 500, 50_000)))
  }
}
