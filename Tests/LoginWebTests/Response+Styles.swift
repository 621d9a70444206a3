import SessionCore

@testable import LoginWeb

extension Response {
  /// The hashes of the stylesheets in the page, in order.
  var styleHashes: [String] {
    html.split(separator: "<style>").dropFirst().map { part in
      Dress.source(of: String(part[..<(part.firstRange(of: "</style>")?.lowerBound ?? part.endIndex)]))
    }
  }

  /// The hashes that the policy lets style the page.
  var styleSources: [String] {
    let policy = (value(of: "Content-Security-Policy") ?? "").split(separator: "; ")
    let sources = policy.first { $0.hasPrefix("style-src ") }?.split(separator: " ").dropFirst() ?? []
    return sources.map { String($0.dropFirst().dropLast()) }
  }
}
