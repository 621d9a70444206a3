import LoginWeb

/// A page for members only, with a cart that the session keeps. This file is all that it takes to ask "who is this?", to
/// keep something for a session and to protect a form; the others are what the shop sells and how it looks.
public enum Shop {
  /// Answers a request to the shop.
  public static func answer(_ request: Request, by responder: Responder) -> Response {
    // Who is this? Whoever is not logged in gets the notice instead, then the form to log in, and then comes back here.
    responder.gate(request) { visitor in
      guard ["", "/"].contains(request.path) else { throw Refusal.notFound }
      switch request.method {
      case .get, .head: return try show(to: visitor)
      case .post: return try change(for: visitor)
      default: throw Refusal.methodNotAllowed([.get, .head, .post])
      }
    }
  }

  private static func show(to visitor: Visitor) throws -> Response {
    // What was kept for the session goes with it: at the latest when it ends, nobody has it any more.
    let cart = Cart(text: try visitor.data("cart"))
    return Response(.ok, page: try ShopPage(visitor: visitor, cart: cart).page)
  }

  private static func change(for visitor: Visitor) throws -> Response {
    // Throws unless it was sent from a page that was made for this session: the shop's forms carry visitor.formField().
    let form = try visitor.form()
    // Two clicks at once change the cart one after the other.
    try visitor.update("cart") { kept in
      var cart = Cart(text: kept)
      if let ware = form["add"].flatMap(Ware.named) { cart.add(ware) }
      if let ware = form["remove"].flatMap(Ware.named) { cart.remove(ware) }
      return cart.text
    }
    // The browser asks for the page again, so that reloading it does not add a second time.
    return Response(seeOther: visitor.path)
  }
}
