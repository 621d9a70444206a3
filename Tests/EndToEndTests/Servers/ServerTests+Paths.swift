import Foundation
import Support
import Testing

extension ServerTests {
  /// Other ways to write the path of a protected page, that a server might take for the page and its gate for another.
  private static let tricks = [
    "/private", "/private/", "/private/.", "//private/hours.cgi", "/private//hours.cgi",
    "///private///files///minutes.txt",
    "/./private/files/minutes.txt", "/private/./files/minutes.txt", "/x/../private/files/minutes.txt",
    "/private/../private/hours.cgi", "/../private/hours.cgi", "/%2e%2e/private/hours.cgi", "/%2e/private/hours.cgi",
    "/x/%2e%2e/private/files/minutes.txt", "/x%2f..%2fprivate/files/minutes.txt", "/x/..%2fprivate/files/minutes.txt",
    "/private%2fhours.cgi", "/private%2Ffiles/minutes.txt", "/private%5cfiles%5cminutes.txt",
    "/private\\files\\minutes.txt",
    "/%70rivate/hours.cgi", "/%70%72%69%76%61%74%65/files/minutes.txt", "/private%252ffiles/minutes.txt",
    "/PRIVATE/hours.cgi", "/Private/files/minutes.txt", "/private;x/files/minutes.txt", "/private;/files/minutes.txt",
    "/private/hours.cgi;x", "/private/hours.cgi/", "/private/hours.cgi/more/path", "/private/notes.php/more",
    "/private/notes.php/", "/private/hours.cgi%00", "/private/files/minutes.txt%00.png", "/private/files/minutes.txt/",
    "/private/files/minutes.txt%20", "/private/files/minutes.txt.", "/private./files/minutes.txt", "/private /files/x",
    "/private%20/files/minutes.txt", "/private?/files/minutes.txt", "/private%3f/files/minutes.txt",
    "/private%23/files/",
    "/login.cgi/../private/files/minutes.txt", "/login.cgi/%2e%2e/private/files/minutes.txt",
    "/login.cgi%2f..%2fprivate/files/minutes.txt", "/login.cgi/../../private/files/minutes.txt",
    "/login.cgi/private/files/minutes.txt", "/index.html/../private/files/minutes.txt", "/rollcall-check",
    "/index.html/private/files/minutes.txt", "/php-cgi/private/notes.php", "/files/minutes.txt", "/private/files",
    "https://localhost/private/files/minutes.txt",
  ].map { $0.replacing(" ", with: "%20") }

  @Test("No other way to write a path leads around the gate", arguments: ServerKind.allCases, ["--http1.1", "--http2"])
  func tricks(kind: ServerKind, version: String) throws {
    let site = try ServedSite(kind)
    let (alice, stranger) = (try site.visitor(version), try site.visitor(version))
    try alice.logInAtServer()
    for path in Self.tricks {
      let (place, options) = path.hasPrefix("/") ? (path, []) : ("/", ["--request-target", path])
      let answer = try stranger.send("GET", place, headers: ["Accept": "text/html"], options: options)
      #expect(!OldPage.isLeak(answer), "\(path) \(answer.status)")
      // Nor does any show somebody who is logged in how a page is made.
      guard path.contains(".cgi") || path.contains(".php") else { continue }
      #expect(!OldPage.isSource(try alice.send("GET", place, options: options)), "\(path)")
    }
    for host in ["evil.example", "127.0.0.1", "LOCALHOST"] {
      #expect(!OldPage.isLeak(try stranger.get(OldPage.minutes, headers: ["Host": host])), "\(host)")
    }
    for path in OldPage.paths { #expect(OldPage.isShown(try alice.get(path)), "\(path)") }
  }

  @Test("Every entry of the table stands for something in a shipped file")
  func table() throws {
    let names = ServerKind.allCases.map(\.rawValue) + ["lighttpd/rollcall.lua"]
    let texts = try names.map { try String(contentsOfFile: "\(Products.repository)/servers/\($0)", encoding: .utf8) }
    for entry in ServerTable(root: "", ports: try ServerPorts()).entries {
      #expect(texts.contains { $0.contains(entry.shipped) }, "\(entry.shipped)")
    }
  }
}
