import SessionCore

/// The request that a web server asks about: a visitor's, for a page that it protects.
struct OriginalRequest {
  /// The request's method.
  let method: Method
  /// Where to return to after a login; nil when that was not said, or cannot be relied on.
  let target: ReturnTarget?

  /// Reads what the web server says in variables of its own, which a client cannot set (RFC 3875, section 4.1.18); else
  /// what a proxy says in its headers, if it is trusted. Nobody else is listened to.
  init(_ exchange: Exchange) {
    let request = exchange.request
    func word(_ variable: String, _ headers: [String]) -> String? {
      if let own = request[variable] { return own }
      guard exchange.connection.isFromTrustedProxy else { return nil }
      return headers.lazy.compactMap { request[$0] }.first
    }
    let method = word("ROLLCALL_ORIGINAL_METHOD", ["HTTP_X_FORWARDED_METHOD", "HTTP_X_ORIGINAL_METHOD"])
    let address = word("ROLLCALL_ORIGINAL_URI", ["HTTP_X_FORWARDED_URI", "HTTP_X_ORIGINAL_URL"])
    self.init(
      method: method.map(Method.init) ?? request.method,
      target: address.flatMap { ReturnTarget($0, origins: exchange.site.returnOrigins) })
  }

  /// Takes what a server says of a request that it hands over whole.
  init(handedOver exchange: Exchange) {
    let said = OriginalRequest(exchange)
    // Nothing can be sent again after a login, so only what was asked for with GET is returned to as it was.
    let isRead = said.method == .get || said.method == .head
    self.init(
      method: said.method,
      target: said.target
        ?? exchange.request[isRead ? "REQUEST_URI" : "SCRIPT_NAME"].flatMap {
          ReturnTarget($0, origins: [])
        })
  }

  private init(method: Method, target: ReturnTarget?) {
    self.method = method
    self.target = method == .get || method == .head ? target : target?.withoutQuery
  }

  /// Whether somebody sees the answer as a page: what a script asks for must not be answered with one (Fetch, section
  /// 2.2.5). A browser that does not say so asks for HTML.
  func isNavigation(_ request: Request) -> Bool {
    guard method == .get || method == .head else { return false }
    if let mode = request["HTTP_SEC_FETCH_MODE"] { return mode == "navigate" }
    return request["HTTP_ACCEPT"]?.lowercased().holds("text/html") ?? false
  }
}
