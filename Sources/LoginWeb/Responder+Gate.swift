extension Responder {
  /// Answers a request to a page of your own: a visitor who is logged in gets `page`, anybody else the notice that leads
  /// to the login page and back. What makes the page may throw ``Refusal``.
  public func gate(_ request: Request, _ page: (Visitor) throws -> Response) -> Response {
    respond(to: request) { exchange in
      guard let visitor = try exchange.visitor() else { return Response(noticeFor: exchange) }
      return try page(visitor)
    }
  }
}

extension Response {
  /// Tells that nobody is logged in, in place of the page that was asked for.
  init(noticeFor exchange: Exchange) {
    // Nothing can be sent again after a login, so only what was asked for with GET is returned to as it was.
    let isRead = exchange.request.method == .get || exchange.request.method == .head
    let target = exchange.request[isRead ? "REQUEST_URI" : "SCRIPT_NAME"].flatMap(ReturnPath.init)
    self.init(notice: exchange, returningTo: target)
  }
}
