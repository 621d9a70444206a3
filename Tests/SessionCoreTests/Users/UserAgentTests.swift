import SessionCore
import Testing

@Suite struct UserAgentTests {
  @Test(arguments: [
    ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Windows"),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari · iPhone"
    ),
    ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome · Android"),
    ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows"),
    ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36", "Chrome · Linux"),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15", "Safari · macOS"),
    ("curl/8.14.1", "curl"), ("Something (Windows)", "Windows"), ("", "–"),
  ]) func `a client is named in words`(_ header: String, _ summary: String) {
    #expect(UserAgent.summary(header) == summary)
  }

  @Test func `what is not known is shown as sent, shortened`() {
    #expect(UserAgent.summary("tick") == "tick")
    #expect(UserAgent.summary(String(repeating: "é", count: 300)).count == 24)
  }

  @Test func `only so much of a header is kept`() {
    let source = LoginSource(address: nil, userAgent: String(repeating: "x", count: 10_000))
    #expect(source.userAgent.utf8.count <= UserAgent.maximumBytes)
  }
}
