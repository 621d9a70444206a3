import Foundation
import Screen
import Support
import Testing

@testable import Pictures

/// The manual's pictures show the console as it is: script/pictures draws them anew.
@Suite struct PicturesTests {
  @Test(arguments: ["sessions", "sessions-zh", "end", "users", "audit", "help", "palette"])
  func `a picture says what the console says now`(_ name: String) throws {
    let picture = try #require(Picture.all.first { $0.name == name })
    let url = URL(filePath: Products.repository + "/docs/pictures/\(name)-dark.svg")
    let kept = try Self.lines(String(contentsOf: url, encoding: .utf8))
    let now = Self.lines(Drawing(try picture.screen(theme: "rollcall-dark"), title: picture.title).svg)
    #expect(kept.count > 3)
    #expect(kept == now, "script/pictures \(name) draws it anew")
  }

  /// A picture's lines of text without those that tell a time or an id: they are others each time.
  private static func lines(_ svg: String) -> [String] {
    var lines: [(y: Substring, text: String)] = []
    for match in svg.matches(of: /<text x="[^"]*" y="([^"]*)"[^>]*>([^<]*)</) {
      let text = match.2.split(separator: " ").joined(separator: " ")
      if lines.last?.y == match.1 { lines[lines.count - 1].text += " " + text } else { lines.append((match.1, text)) }
    }
    return lines.map(\.text).filter { !$0.contains(/\d[smhd](\s|$)|\d\d:\d\d|\d\d-\d\d|…[0-9A-Z]{2}/) }
  }
}
