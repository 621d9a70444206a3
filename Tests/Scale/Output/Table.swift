import Foundation

/// A table of the page.
struct Table: Codable {
  /// What the page calls it: there stands `<!-- scale: NAME -->` before it, and an empty line after it.
  let name: String
  let columns: [String]
  private(set) var rows: [[String]] = []

  init(_ name: String, _ columns: [String]) {
    self.name = name
    self.columns = columns
  }

  mutating func add(_ cells: String...) { rows.append(cells) }

  /// As Markdown: the first column is words, the others are numbers unless a cell says otherwise.
  var markdown: String {
    let marks = columns.indices.map { column in
      let isNumber = column > 0 && rows.allSatisfy { $0[column].first.map { "0123456789–<≥".contains($0) } ?? true }
      return isNumber ? "--:" : "---"
    }
    return ([columns, marks] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}

extension Double {
  /// As a person says it: two digits that mean something, thousands apart.
  var rough: String {
    guard self > 0 else { return "0" }
    let step = pow(10, floor(log10(self)) - 1)
    let value = (self / step).rounded() * step
    return value >= 10 ? Int(value.rounded()).grouped : String(format: value < 1 ? "%.2f" : "%.1f", value)
  }

  /// A share of one, in percent.
  var percent: String { self > 0 && self < 0.01 ? "< 1 %" : "\(Int((self * 100).rounded())) %" }

  /// A time in seconds.
  var time: String { self < 1 ? "\((self * 1000).rough) ms" : "\(rough) s" }
}

extension Int {
  /// With commas between thousands.
  var grouped: String {
    var digits = Array(String(self))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
