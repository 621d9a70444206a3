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
    self.init(notice: exchange, returningTo: OriginalRequest(handedOver: exchange).target)
  }
}
