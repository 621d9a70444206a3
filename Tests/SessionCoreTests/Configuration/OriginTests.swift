import SessionCore
import Testing

@Suite struct OriginTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org"), ("https://EXAMPLE.org:443", "https://example.org"),
    ("https://a-b.example.org:8443", "https://a-b.example.org:8443"), ("http://localhost", "http://localhost"),
    ("http://localhost:80", "http://localhost"), ("http://app.localhost:8080", "http://app.localhost:8080"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://[::1]:8080", "http://[::1]:8080"),
    ("https://[2001:db8::1]", "https://[2001:db8::1]"), ("https://xn--fiqs8s.example", "https://xn--fiqs8s.example"),
    ("https://intranet", "https://intranet"),
  ]) func `scheme, host and port are an origin, in one spelling`(_ text: String, _ origin: String) {
    #expect(Origin(text: text)?.text == origin)
  }

  @Test(arguments: [
    "", "https", "https:", "https://", "https://:443", "https://example.org/", "https://example.org/x",
    "https://example.org?x", "https://example.org#x", "https://user@example.org", "https://example.org:",
    "https://example.org:0", "https://example.org:65536", "https://example.org:08", "https://example.org:8443x",
    "https://.example.org", "https://example..org", "https://example.org.", "https://exa mple.org",
    "https://*.example.org",
    "https://example.org,https://b.example", "http://example.org", "http://localhost.example.org",
    "http://127.0.0.1.example.org", "https://127.1", "https://0x7f.0.0.1", "https://0177.0.0.1", "https://1.2.3.4.5",
    "https://[::1", "https://::1]", "https://[::0:1]", "https://[::ffff:127.0.0.1]", "https://[::1]x", "https://[]",
    "https://中国.example", "https://example.org\u{0}", "ws://example.org", "HTTPS://example.org", "//example.org",
    "https://" + String(repeating: "a.", count: 200) + "org",
  ]) func `anything else is none`(_ text: String) {
    #expect(Origin(text: text) == nil)
  }

  @Test func `a list is all of its origins or none`() {
    #expect(Origin.list("https://a.example\t https://b.example ")?.count == 2)
    for text in ["", " ", "https://a.example http://b.example", "https://a.example,https://b.example"] {
      #expect(Origin.list(text) == nil)
    }
  }
}
