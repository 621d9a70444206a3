import LoginWeb
import SessionCore

/// The shop: what there is, and what is in the cart.
struct ShopPage {
  let visitor: Visitor
  let cart: Cart

  private static let title = Phrase("The shop for members", "会员小店")
  private static let lead = Phrase(
    "Choose something nice. The cart stays with your session.", "挑点喜欢的吧。购物车会随会话保存。")
  private static let add = Phrase("Add to cart", "加入购物车")
  private static let remove = Phrase("Take one out", "减一件")
  private static let yours = Phrase("Cart", "购物车")
  private static let empty = Phrase("Nothing in it yet.", "还没有商品。")
  private static let total = Phrase("Total", "合计")

  private static func count(_ cart: Cart) -> Phrase {
    let count = cart.lines.reduce(0) { $0 + $1.count }
    return Phrase("Cart: \(count)", "购物车：\(count)")
  }

  private var language: Language { visitor.language }

  var page: Page {
    get throws {
      let field = try visitor.formField()
      return Page(
        title: Self.title(language), language: language, width: .wide,
        bar: """
          <div class="who"><a href="#cart">\(Self.count(cart), language)</a>\
          <strong><bdi>\(visitor.login)</bdi></strong>\(try visitor.logoutForm())</div>
          """,
        content: """
          <h1>\(Self.title, language)</h1>
          <p class="lead">\(Self.lead, language)</p>
          <ul class="goods">
          \(Ware.all.map { item($0, field) })</ul>
          <section class="cart" aria-labelledby="cart"><h2 id="cart">\(Self.yours, language)</h2>
          \(contents(field))
          </section>
          """)
    }
  }

  private func item(_ ware: Ware, _ field: HTML) -> HTML {
    """
    <li><span class="seal" lang="zh-Hans" aria-hidden="true">\(ware.seal)</span><h2>\(ware.name, language)</h2>
    <p class="price">¥\(ware.price)</p>
    \(button("add", Self.add, ware, field))</li>

    """
  }

  private func contents(_ field: HTML) -> HTML {
    guard !cart.lines.isEmpty else { return "<p class=\"empty\">\(Self.empty, language)</p>" }
    return """
      <ul>\(cart.lines.map { line($0.ware, $0.count, field) })</ul>
      <p class="sum"><span>\(Self.total, language)</span><span>¥\(cart.total)</span></p>
      """
  }

  private func line(_ ware: Ware, _ count: Int, _ field: HTML) -> HTML {
    """
    <li class="line"><span class="name">\(ware.name, language)</span>\
    <span class="price">\(count) × ¥\(ware.price)</span>\(button("remove", Self.remove, ware, field))</li>

    """
  }

  /// What a button does, told apart from the others for those who do not see beside what it stands.
  private static func name(of act: Phrase, _ ware: Ware) -> Phrase {
    Phrase("\(act(.english)): \(ware.name(.english))", "\(act(.chinese))：\(ware.name(.chinese))")
  }

  private func button(_ act: String, _ text: Phrase, _ ware: Ware, _ field: HTML) -> HTML {
    """
    <form method="post" action="\(visitor.path.text)">\(field)<button name="\(act)" value="\(ware.id)" class="quiet" \
    aria-label="\(Self.name(of: text, ware), language)">\(text, language)</button></form>
    """
  }
}
