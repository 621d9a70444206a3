import Glibc
import SessionCore

extension Examination {
  /// Whether a web server would hand the files out.
  func placeFindings() -> [Finding] {
    let check = "document-root"
    let paths = ([file, passwordFile].compactMap { $0 } + [key]).map(Self.resolved)
    for root in documentRoots.map(Self.resolved) {
      for path in paths where path.hasPrefix(root == "/" ? "/" : root + "/") {
        return [
          .warning(
            check, "\(path) lies below \(root), which a web server hands out.", "\(path) 位于网站目录 \(root) 之下，可能被网站提供下载。",
            mend: "mv \(path.inShell)* /var/lib/rollcall/")
        ]
      }
    }
    return [.ok(check, "The files lie outside the document root.", "文件位于网站目录之外。")]
  }

  /// The path without links, as far as it is there.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether there is room to write.
  func diskFindings() -> [Finding] {
    // A server's disk cannot be looked at from here.
    guard let file else { return [] }
    let directory = Files.directory(of: file)
    var disk = statvfs()
    guard statvfs(directory, &disk) == 0, disk.f_blocks > 0 else { return [] }
    let free = Int64(disk.f_bavail) * Int64(disk.f_frsize)
    let total = Int64(disk.f_blocks) * Int64(disk.f_frsize)
    return [Self.disk(free: free, total: total, directory)]
  }

  /// What so many free bytes of so many mean: without room no login can be written.
  static func disk(free: Int64, total: Int64, _ directory: String) -> Finding {
    let check = "disk"
    let mend = "du -xhd1 \(directory.inShell) | sort -h"
    let megabytes = free / 1_000_000
    let percent = free * 100 / max(1, total)
    if megabytes < 100 {
      return .problem(
        check, "Only \(megabytes) MB are free on the disk of \(directory).", "\(directory) 所在磁盘仅剩 \(megabytes) MB。",
        mend: mend)
    }
    if percent < 5 {
      return .warning(
        check, "Only \(percent) % are free on the disk of \(directory): \(megabytes) MB.",
        "\(directory) 所在磁盘仅剩 \(percent)%：\(megabytes) MB。", mend: mend)
    }
    return .ok(
      check, "\(megabytes) MB are free on the disk of \(directory).", "\(directory) 所在磁盘剩余 \(megabytes) MB。")
  }
}
