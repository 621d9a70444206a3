/// The answer to a request.
public struct Response: Sendable {
  /// What became of the request.
  public let status: Status
  /// The header's fields, in order.
  public private(set) var headers: [HeaderField] = []
  /// The body.
  public private(set) var body: [UInt8] = []
  /// The page to show; the body holds it once it is in what the site wears.
  private(set) var page: Page?
  /// Whether the web server alone reads it, and takes its fields for its own: what is meant for a browser would then stand
  /// with the page behind it, and change that.
  var isForServerAlone = false

  /// An answer with an empty body.
  public init(_ status: Status) { self.status = status }

  /// An answer that shows `page`.
  public init(_ status: Status, page: Page) {
    self.status = status
    self.page = page
    add("Content-Type", "text/html; charset=utf-8")
    // What the page says depends on these, should anything keep it in spite of no-store.
    add("Vary", "Accept-Language, Cookie, Origin, Sec-Fetch-Site")
  }

  /// The result stands at `path`; the browser asks for it with GET (RFC 9110, section 15.4.4).
  public init(seeOther path: ReturnPath) { self.init(seeOther: ReturnTarget(path)) }

  /// The result stands at `target`.
  public init(seeOther target: ReturnTarget) {
    self.init(.seeOther)
    add("Location", HeaderValue(target.text))
    add("Vary", "Accept-Language, Cookie, Origin, Sec-Fetch-Site")
  }

  /// Puts the page into the body, in what the site wears.
  mutating func show(in dress: Dress) {
    guard let page else { return }
    body = Array(page.html(in: dress).text.utf8)
    self.page = nil
  }

  /// Adds a field to the header.
  public mutating func add(_ name: StaticString, _ value: HeaderValue) {
    headers.append(HeaderField(name: name, value: value))
  }

  /// The value of the first field called `name`, for reading an answer.
  public func value(of name: String) -> String? {
    headers.first { $0.name.description.lowercased() == name.lowercased() }?.value.text
  }
}

extension Response {
  /// The answer as a CGI program writes it (RFC 3875, section 6), in one piece. `Status` always comes first: a `Location`
  /// without it would be followed by the server itself.
  ///
  /// An answer to HEAD is written without its body, yet with the body's length.
  public func serialized(withBody: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024 + (withBody ? body.count : 0))
    bytes.append("Status: ")
    bytes.append(status.code.description)
    bytes.append(" ")
    bytes.append(status.reason)
    for field in headers {
      bytes.append("\r\n")
      field.name.withUTF8Buffer { bytes.append(contentsOf: $0) }
      bytes.append(": ")
      bytes.append(field.value.text)
    }
    bytes.append("\r\nContent-Length: ")
    bytes.append(body.count.description)
    bytes.append("\r\n\r\n")
    if withBody { bytes += body }
    return bytes
  }
}

extension [UInt8] {
  /// Adds a text's UTF-8, in one copy.
  fileprivate mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
