import Foundation
import Support
import Testing

/// Where the real program sends a browser, judged by a real browser: never to another host (OWASP ASVS 5.0, 3.7.2).
@Suite struct ReturnTests {
  @Test
  func `after a login, on the form, on the notice and for who is logged in: whatever is asked for, it is this host`()
    throws
  {
    let site = try RealLogin()
    let cookie = try site.cookie()
    let token = try site.formToken()
    // Every place that an answer names, with the text that was asked for.
    var places: [(asked: String, place: String)] = []
    #expect(ReturnCorpus.evil.count > 300)
    for evil in ReturnCorpus.evil {
      let encoded = HTTPClient.encode(evil)
      // As a browser encodes it, once and twice; and as it is, where a variable can hold it.
      var requests: [(path: String, query: String, cookie: String?)] = [
        ("", encoded, nil), ("", encoded, cookie), ("/notice", encoded, nil), ("", HTTPClient.encode(encoded), nil),
      ]
      if !evil.contains("\0") { requests.append(("/notice", evil, nil)) }
      for (path, query, cookie) in requests {
        let outcome = try site.send(["PATH_INFO": path, "QUERY_STRING": "return=\(query)", "HTTP_COOKIE": cookie])
        #expect(outcome.exit == 0 && outcome.log.isEmpty)
        places += try Self.places(in: outcome.answer).map { (evil, $0) }
      }
    }
    // Only now: a hundred of these end the session above.
    for evil in ReturnCorpus.evil {
      let login = try site.post("", ["token": token, "login": "alice", "password": RealLogin.password, "return": evil])
      let answer = try login.answer
      #expect(answer.status == (HTTPClient.encode(evil).utf8.count < 7000 ? 303 : 413), "\(evil)")
      places += answer.all("Location").map { (evil, $0) }
    }
    let asked = Set(places.map(\.asked))
    #expect(asked.count > 300)
    try judge(places.map { ($0.asked, unescaped($0.place)) })
  }

  /// What a browser may be led to by an answer.
  private static func places(in answer: CGIAnswer) throws -> [String] {
    var places = answer.all("Location")
    for tag in try Markup(answer.body).tags {
      places += ["href", "src", "action", "formaction"].compactMap { tag.attributes[$0] }
      if tag.attributes["name"] == "return" { places.append(tag.attributes["value"] ?? "") }
      if tag.attributes["http-equiv"] == "refresh", let content = tag.attributes["content"] {
        places += content.split(separator: "url=", maxSplits: 1).dropFirst().map(String.init)
      }
    }
    return places
  }

  private func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  /// Asks the browser which host each place is on, seen from a page of ours.
  private func judge(_ places: [(asked: String, place: String)]) throws {
    let list = Array(Set(places.map(\.place))).sorted()
    let json = String(decoding: try JSONSerialization.data(withJSONObject: list), as: UTF8.self)
    let browser = try Browser()
    defer { browser.quit() }
    let script = """
      return \(json).map(place => {
        try {
          const url = new URL(place, "https://example.org/login.cgi/notice?x=y#z");
          return url.protocol + "//" + url.host + " " + url.username;
        } catch (error) { return "no URL"; }
      })
      """
    let hosts = try #require(try browser.run(script) as? [String])
    #expect(hosts.count == list.count)
    for (place, host) in zip(list, hosts) {
      #expect(
        host == "https://example.org ", "\(places.filter { $0.place == place }.map(\.asked)) led to \(place): \(host)")
    }
    // It can tell: what was asked for is on another host often enough.
    let asked = String(decoding: try JSONSerialization.data(withJSONObject: ReturnCorpus.evil), as: UTF8.self)
    let away = try browser.run(
      "return \(asked).filter(p => { try { return new URL(p, 'https://example.org').host != 'example.org' } catch (e) { return true } }).length"
    )
    #expect((away as? Int ?? 0) > 100)
  }
}
