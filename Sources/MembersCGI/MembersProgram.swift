import CGI
import LoginWeb
import SQLiteEngine
import SessionStore

/// members.cgi: a page for members only, with a cart kept in the session. The gate is the one line that it takes to
/// protect a page of your own.
@main
enum MembersProgram {
  static func main() {
    CGIProgram.run("members.cgi") { path in
      SQLStore(try SQLiteConnection(path: path))
    } answer: { responder, request in
      responder.gate(request) { visitor in try answer(visitor) }
    }
  }

  private static func answer(_ visitor: Visitor) throws -> Response {
    guard ["", "/"].contains(visitor.request.path) else { throw Refusal.notFound }
    switch visitor.request.method {
    case .get, .head:
      let cart = Cart(text: try visitor.data("cart"))
      return Response(.ok, page: try ShopPage(visitor: visitor, cart: cart).page)
    case .post:
      let form = try visitor.form()
      try visitor.update("cart") { text in
        var cart = Cart(text: text)
        if let ware = form["add"].flatMap(Ware.named) { cart.add(ware) }
        if let ware = form["remove"].flatMap(Ware.named) { cart.remove(ware) }
        return cart.text
      }
      // The browser asks for the page again, so that reloading it does not add a second time.
      return Response(seeOther: visitor.path)
    default: throw Refusal.methodNotAllowed([.get, .head, .post])
    }
  }
}
