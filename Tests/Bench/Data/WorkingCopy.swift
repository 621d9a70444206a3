import Foundation
import Support

/// A copy of a database that may be changed, gone with its last reference.
final class WorkingCopy {
  let database: String
  private let directory: String

  /// Copies beside the original, where a file system may share the blocks.
  init(of original: String) throws {
    directory = URL(filePath: original).deletingLastPathComponent().path + "/work-\(UUID().uuidString)"
    database = directory + "/rollcall.db"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    for suffix in ["", "-wal", ".key"] where FileManager.default.fileExists(atPath: original + suffix) {
      let result = try ChildProgram.run(
        "cp", ["--reflink=auto", "--preserve=mode", original + suffix, database + suffix], timeout: 300)
      guard result.status == 0 else { throw ChildProgram.Failure(result.errors) }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }
}
