/// What a client calls itself, in words: "Firefox · Windows". A guess for people to read, never used to decide.
public enum UserAgent {
  /// The most of the header that is kept, in bytes: browsers send some 150.
  public static let maximumBytes = 512

  /// As much of the header as is kept, whole characters alone.
  static func kept(_ header: String) -> String {
    var count = 0
    return String(
      header.prefix { character in
        count += character.utf8.count
        return count <= maximumBytes
      })
  }

  // Order matters: nearly every browser also claims to be the ones below it.
  package static let clients = [
    ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("Chromium", "Chromium"), ("HeadlessChrome", "Chrome"),
    ("Chrome", "Chrome"), ("Safari", "Safari"), ("curl", "curl"), ("Wget", "Wget"), ("w3m", "w3m"), ("Lynx", "Lynx"),
    ("python", "Python"),
  ]
  package static let systems = [
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
  ]

  /// The client and its system; what was sent, shortened, when neither is known; "–" for nothing.
  public static func summary(_ header: String) -> String {
    let client = clients.first { contains(header, $0.0) }?.1
    let system = systems.first { contains(header, $0.0) }?.1
    switch (client, system) {
    case (let client?, let system?): return "\(client) · \(system)"
    case (let one?, nil), (nil, let one?): return one
    case (nil, nil): return header.isEmpty ? "–" : header.count > 24 ? header.prefix(23) + "…" : header
    }
  }

  /// What to look for in a header, in small letters, when people ask for `text`: a client or a system by the name that
  /// ``summary(_:)`` gives it is asked for by what it calls itself, `edge` by `edg`.
  static func sought(_ text: String) -> String {
    let text = text.asciiLowercased
    let all = (clients + systems).map { (part: $0.0.asciiLowercased, name: $0.1.asciiLowercased) }
    if all.contains(where: { contains($0.part, text) }) { return text }
    return all.first { $0.name == text }?.part ?? text
  }

  static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}

extension String {
  /// The text with the 26 large letters of ASCII made small, and no other character touched.
  var asciiLowercased: String {
    String(
      decoding: utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
