import SessionCore

/// Something that the shop has.
struct Ware {
  /// Its name in forms and in the cart.
  let id: String
  /// One character for its seal.
  let seal: String
  /// What it is called.
  let name: Phrase
  /// Its price in yuan.
  let price: Int

  static let all = [
    Ware(id: "tea", seal: "茶", name: Phrase("Longjing tea, 50 g", "明前龙井 50 克"), price: 68),
    Ware(id: "umbrella", seal: "伞", name: Phrase("Oil-paper umbrella", "手绘油纸伞"), price: 120),
    Ware(id: "brush", seal: "笔", name: Phrase("Fine writing brush", "小楷毛笔"), price: 36),
    Ware(id: "paper", seal: "纸", name: Phrase("Rice paper, 20 sheets", "手工宣纸 20 张"), price: 45),
    Ware(id: "cake", seal: "糕", name: Phrase("Osmanthus cake", "桂花糕"), price: 22),
    Ware(id: "lantern", seal: "灯", name: Phrase("Bamboo lantern", "竹编灯笼"), price: 88),
  ]

  static func named(_ id: String) -> Ware? { all.first { $0.id == id } }
}
