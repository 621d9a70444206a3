import Glibc
import SessionCore

/// Where the walkthroughs are that come with Rollcall.
enum WalkthroughPlaces {
  private static let ending = ".walk"

  /// The file of a walkthrough: what is named by a path, or one that came with the program.
  ///
  /// - Throws: ``CommandFailure`` that says which names there are.
  static func find(_ name: String) throws -> String {
    if name.contains("/") || name.hasSuffix(ending) { return name }
    for directory in directories where access("\(directory)/\(name)\(ending)", R_OK) == 0 {
      return "\(directory)/\(name)\(ending)"
    }
    let names = directories.flatMap(names(in:)).sorted().joined(separator: ", ")
    throw CommandFailure(
      .usage,
      names.isEmpty
        ? Phrase("There is no walkthrough \(name) here: name a file.", "此处没有演示 \(name)：请指定文件。")
        : Phrase("There is no walkthrough \(name). There are: \(names).", "没有演示 \(name)。可用演示：\(names)。"))
  }

  /// Beside the installed program, and in the checkout that it was built in.
  private static var directories: [String] {
    let own = Executable.directory
    var found = ["\(own)/../share/rollcall/walkthroughs", "/usr/local/share/rollcall/walkthroughs"]
    found.append("/usr/share/rollcall/walkthroughs")
    if let build = own.firstRange(of: "/.build/") {
      found.append(own[..<build.lowerBound] + "/sample-data/walkthroughs")
    }
    return found
  }

  private static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(ending) { names.append(String(name.dropLast(ending.count))) }
    }
    return names
  }
}
