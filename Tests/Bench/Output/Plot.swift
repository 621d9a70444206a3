import Foundation

/// A picture (SVG 1.1) of how cost grows: one panel for each thing of a group, cost against size, both by powers of ten.
struct Plot {
  let group: String
  let panels: [Panel]

  /// One thing, at all sizes.
  struct Panel: Equatable {
    let title: String
    let lines: [Line]
  }

  /// Rollcall's, or a peer's.
  struct Line: Equatable {
    let name: String
    let points: [Point]
  }

  /// What it took at a size.
  struct Point: Equatable {
    let size: Double
    let cost: Double
  }

  /// Of all things of a group that were measured at two sizes or more.
  init(_ group: String, _ rows: [Row]) {
    self.group = group
    let sized = rows.filter { $0.group == group && $0.size != nil && $0.figure > 0 }
    var titles: [String] = []
    for row in sized where !titles.contains(Self.title(row)) { titles.append(Self.title(row)) }
    panels = titles.compactMap { title in
      let same = sized.filter { Self.title($0) == title }
      guard Set(same.map(\.size)).count > 1 else { return nil }
      var lines = [Line(name: "Rollcall", points: Self.points(same) { $0.figure })]
      if same.contains(where: { $0.p99 != nil }) {
        lines.append(Line(name: "p99", points: Self.points(same) { $0.p99 }))
      }
      var peers: [String] = []
      for peer in same.compactMap(\.peer) where !peers.contains(peer) && !peer.hasPrefix("itself") {
        peers.append(peer)
      }
      lines += peers.map { peer in
        Line(name: peer, points: Self.points(same.filter { $0.peer == peer }) { $0.peerFigure })
      }
      return Panel(title: title, lines: lines)
    }
  }

  private static func title(_ row: Row) -> String { "\(row.what.replacing(/\ of\ [0-9,]+/, with: " of")), \(row.unit)" }

  private static func points(_ rows: [Row], _ cost: (Row) -> Double?) -> [Point] {
    var points: [Double: Double] = [:]
    for row in rows { if let size = row.size, let cost = cost(row), cost > 0 { points[Double(size)] = cost } }
    return points.sorted { $0.key < $1.key }.map { Point(size: $0.key, cost: $0.value) }
  }

  private static let panel = (width: 270.0, height: 190.0)
  private static let columns = 3
  private static let colours = ["#2f7de1", "#7fb0ee", "#c98500", "#d0454c", "#5a9e3c", "#9255c2"]

  /// The picture. Its colours are readable on a light ground and on a dark one.
  var svg: String {
    let rows = (panels.count + Self.columns - 1) / Self.columns
    let (width, height) = (Self.panel.width * Double(Self.columns), Self.panel.height * Double(rows))
    let parts = panels.enumerated().map { index, panel in
      let (x, y) = (Double(index % Self.columns) * Self.panel.width, Double(index / Self.columns) * Self.panel.height)
      return "<g transform=\"translate(\(number(x)) \(number(y)))\">\n" + draw(panel) + "\n</g>"
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(width)) \(number(height))" role="img">
      <title>\(escaped("What \(group) costs as sessions grow"))</title>
      <style>text{font:10px sans-serif;fill:#777}.t{font-weight:bold}path{fill:none}.g{stroke:#8884}.l{stroke-width:1.6}</style>
      \(parts.joined(separator: "\n"))
      </svg>

      """
  }

  /// Where things are within a panel.
  private struct Frame {
    let sizes: ClosedRange<Double>
    let costs: ClosedRange<Double>
    let left = 40.0
    let right = 258.0
    let top = 22.0
    let bottom = 150.0

    init(_ panel: Panel) {
      let points = panel.lines.flatMap(\.points)
      let (sizes, costs) = (points.map { log10($0.size) }, points.map { log10($0.cost) })
      self.sizes = (sizes.min() ?? 0)...max(sizes.max() ?? 1, (sizes.min() ?? 0) + 0.1)
      let low = floor(costs.min() ?? 0)
      self.costs = low...max(ceil(costs.max() ?? 1), low + 1)
    }

    func x(_ size: Double) -> Double {
      left + (log10(size) - sizes.lowerBound) / (sizes.upperBound - sizes.lowerBound) * (right - left)
    }

    func y(_ cost: Double) -> Double {
      bottom - (log10(cost) - costs.lowerBound) / (costs.upperBound - costs.lowerBound) * (bottom - top)
    }
  }

  private func draw(_ panel: Panel) -> String {
    let frame = Frame(panel)
    var parts = [text(panel.title, 6, 13, "start", style: " class=\"t\"")]
    let step = frame.costs.upperBound - frame.costs.lowerBound > 4 ? 2.0 : 1.0
    for power in stride(from: frame.costs.lowerBound, through: frame.costs.upperBound, by: step) {
      let y = frame.y(pow(10, power))
      parts.append("<path class=\"g\" d=\"M\(number(frame.left)) \(number(y))H\(number(frame.right))\"/>")
      parts.append(text(short(pow(10, power)), frame.left - 4, y + 3, "end"))
    }
    for size in Set(panel.lines.flatMap { $0.points.map(\.size) }).sorted() {
      parts.append(
        text(short(size), frame.x(size), frame.bottom + 13, size == pow(10, frame.sizes.upperBound) ? "end" : "middle"))
    }
    var legend = 6.0
    for (index, line) in panel.lines.enumerated() where !line.points.isEmpty {
      let colour = Self.colours[index % Self.colours.count]
      let dash = line.name == "p99" ? " stroke-dasharray=\"3 2\"" : ""
      let path = line.points.map { "\(number(frame.x($0.size))) \(number(frame.y($0.cost)))" }.joined(separator: "L")
      parts.append("<path class=\"l\" stroke=\"\(colour)\"\(dash) d=\"M\(path)\"/>")
      for point in line.points {
        parts.append(
          "<circle cx=\"\(number(frame.x(point.size)))\" cy=\"\(number(frame.y(point.cost)))\" r=\"2.2\" fill=\"\(colour)\"/>"
        )
      }
      let row = frame.bottom + 27 + (legend > 190 ? 11 : 0)
      if legend > 190 { legend = 6 }
      parts.append(text(line.name, legend, row, "start", style: " style=\"fill:\(colour)\""))
      legend += Double(line.name.count) * 5.4 + 12
    }
    return parts.joined(separator: "\n")
  }

  private func text(_ text: String, _ x: Double, _ y: Double, _ anchor: String, style: String = "") -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(style)>\(escaped(text))</text>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// `1,000` as `1k`, ten million as `10M`.
  private func short(_ value: Double) -> String {
    value >= 1e9
      ? "\((value / 1e9).rough)G"
      : value >= 1e6
        ? "\((value / 1e6).rough)M"
        : value >= 1e3 ? "\((value / 1e3).rough)k" : value.rough
  }

  private func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
  }
}
