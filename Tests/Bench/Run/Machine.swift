import Foundation
import Support

/// What it is measured on.
enum Machine {
  /// The day, the processor, how many of them, memory, kernel.
  static var words: String {
    let model = first(of: "/proc/cpuinfo", "model name") ?? "an unnamed processor"
    let memory = first(of: "/proc/meminfo", "MemTotal").flatMap { Double($0.split(separator: " ").first ?? "") } ?? 0
    let kernel = (try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8)) ?? ""
    let day = Date.now.formatted(.iso8601.year().month().day())
    return "\(day), \(model), \(ProcessInfo.processInfo.activeProcessorCount) processors, "
      + "\((memory / 1_048_576).rough) GiB, Linux \(kernel.trimmingCharacters(in: .newlines))"
  }

  private static func first(of file: String, _ name: String) -> String? {
    let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.first { $0.hasPrefix(name) }?.split(separator: ":", maxSplits: 1).last
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Of the programs that are compared, as they name themselves.
  static func versions(_ bin: String) -> [String: String] {
    let asked: [(String, String, [String])] = [
      ("rollcall", bin + "/rollcall", ["--version"]), ("sqlite3", "sqlite3", ["--version"]),
      ("python3", "python3", ["--version"]), ("perl", "perl", ["-e", "print $^V"]),
      ("php-cgi", "php-cgi", ["--version"]), ("visidata", "vd", ["--version"]), ("nginx", "nginx", ["-v"]),
      ("cc", "cc", ["-dumpfullversion"]),
    ]
    return asked.reduce(into: [:]) { versions, one in
      guard let result = try? ChildProgram.run(one.1, one.2) else { return }
      if let match = (result.output + result.errors).firstMatch(of: /\d+(\.\d+)+/) { versions[one.0] = String(match.0) }
    }
  }
}
