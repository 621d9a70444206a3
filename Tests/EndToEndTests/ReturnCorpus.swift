import Foundation
import Support

/// Places to return to that attackers have tried, in Tests/EndToEndTests/return-paths.json.
enum ReturnCorpus {
  static let evil: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "return-paths.json")
    let read = try? JSONDecoder().decode([String].self, from: Data(contentsOf: file))
    // 10 KB of each kind are too long to write down.
    let long = ["/", "//", "/\\", "/%2f", "/\t", "https://"].map { $0 + String(repeating: "evil.example/", count: 800) }
    return (read ?? []) + long
  }()
}
