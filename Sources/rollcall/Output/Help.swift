import ArgumentParser
import SessionCore

/// Parts of the help that come from elsewhere.
enum Help {
  /// The words of a filter language, one a line, with what each means.
  static func words(_ words: [FilterExample]) -> String {
    let width = words.map(\.example.count).max() ?? 0
    return words.map { word in
      "  " + word.example + String(repeating: " ", count: width - word.example.count + 2) + word.meaning.english
    }.joined(separator: "\n")
  }
}
