import Foundation

/// What must not be exceeded: bench/bounds.json.
struct Bounds: Codable {
  /// Most of each figure, by its name.
  let most: [String: Double]

  init(most: [String: Double]) { self.most = most }

  /// - Throws: what reading a file and JSON throw.
  init(file: String) throws {
    self = try JSONDecoder().decode(Bounds.self, from: Data(contentsOf: URL(filePath: file)))
  }

  /// What is wrong with figures: each in words, nothing when all are within their bounds. A figure without a bound and a bound
  /// without a figure are wrong as well: nothing falls out of sight.
  func faults(_ figures: [(name: String, figure: Double)]) -> [String] {
    let measured = Dictionary(figures.map { ($0.name, $0.figure) }) { $1 }
    let exceeded = figures.compactMap { name, figure -> String? in
      guard let bound = most[name] else { return "\(name) is \(figure.rough) and has no bound" }
      guard figure > bound else { return nil }
      let share = bound > 0 ? ", \(((figure / bound - 1) * 100).rough) % over it" : ""
      return "\(name) is \(figure.rough), its bound is \(bound.rough)\(share)"
    }
    return exceeded + most.keys.sorted().filter { measured[$0] == nil }.map { "\($0) has a bound and was not measured" }
  }

  /// The figures as they are now with a little room, for whoever raises bounds.
  static func above(_ figures: [(name: String, figure: Double)]) -> Bounds {
    Bounds(
      most: Dictionary(figures.map { ($0.name, ($0.figure * room($0.name)).rounded(digits: 4)) }) { $1 })
  }

  private static func room(_ name: String) -> Double { name.contains("MiB") || name.contains("faults") ? 1.1 : 1.04 }
}
