/// One path of the login program and what it does for each method.
struct Route {
  /// The path after the program's own.
  let path: String
  /// What it does for GET, and for HEAD without the body; nil when it changes something.
  var get: ((Exchange) throws -> Response)?
  /// What it does for POST.
  var post: ((Exchange) throws -> Response)?
  /// Whether a web server shows it in place of a page that somebody asked for, by whatever method.
  var standsIn = false
  /// What it does whatever the method: a web server may ask with that of the visitor's request, which is none of its own.
  var any: ((Exchange) throws -> Response)?

  /// Every path there is.
  static var all: [Route] {
    [
      Route(path: "/auth/request", any: answerAuthRequest),
      Route(path: "/auth/forward", any: answerAuthForward),
      Route(path: "/", get: showLoginForm, post: logIn),
      Route(path: "/notice", get: showNotice, standsIn: true),
      Route(path: "/activate", get: showActivation, post: activate),
      Route(path: "/logout", post: logOut),
      Route(path: "/account", get: showAccount),
      Route(path: "/account/confirm", post: confirmAccount),
      Route(path: "/account/end", post: endSession),
      Route(path: "/account/end-others", post: endOtherSessions),
      Route(path: "/account/password", post: changePassword),
    ]
  }

  /// What answers `request`.
  ///
  /// - Throws: ``Refusal/methodNotAllowed(_:)``.
  func handler(for request: Request) throws -> (Exchange) throws -> Response {
    if let any { return any }
    if standsIn, request["ROLLCALL_ORIGINAL_URI"] != nil, let get { return get }
    switch request.method {
    case .get, .head: if let get { return get }
    case .post: if let post { return post }
    default: break
    }
    throw Refusal.methodNotAllowed((get == nil ? [] : [.get, .head]) + (post == nil ? [] : [.post]))
  }
}

extension Responder {
  /// Answers a request to the login program.
  public func login(_ request: Request) -> Response {
    respond(to: request) { exchange in
      let path = request.path.isEmpty ? "/" : request.path
      guard let route = Route.all.first(where: { $0.path == path }) else { throw Refusal.notFound }
      return try route.handler(for: request)(exchange)
    }
  }
}
