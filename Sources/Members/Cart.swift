/// What a visitor has chosen, as the session keeps it: `tea=2 cake=1`.
struct Cart {
  /// The most of one ware.
  static let most = 99

  private var counts: [String: Int] = [:]

  /// Reads what the session keeps; what is no ware of ours is left out.
  init(text: String?) {
    for word in (text ?? "").split(separator: " ") {
      let parts = word.split(separator: "=")
      guard parts.count == 2, let ware = Ware.named(String(parts[0])), let count = Int(parts[1]) else { continue }
      counts[ware.id] = min(max(count, 0), Self.most)
    }
  }

  /// What the session keeps; nil for an empty cart.
  var text: String? {
    lines.isEmpty ? nil : lines.map { "\($0.ware.id)=\($0.count)" }.joined(separator: " ")
  }

  /// The wares in the cart, in the shop's order.
  var lines: [(ware: Ware, count: Int)] {
    Ware.all.compactMap { ware in counts[ware.id].flatMap { $0 > 0 ? (ware, $0) : nil } }
  }

  /// What they cost, in yuan.
  var total: Int { lines.reduce(0) { $0 + $1.ware.price * $1.count } }

  mutating func add(_ ware: Ware) { counts[ware.id] = min(counts[ware.id, default: 0] + 1, Self.most) }

  mutating func remove(_ ware: Ware) { counts[ware.id] = max(counts[ware.id, default: 0] - 1, 0) }
}
