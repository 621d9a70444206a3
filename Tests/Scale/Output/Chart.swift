/// A picture for the page (SVG 1.1): how long visitors waited, second by second, while something dies.
struct Chart {
  /// One story: its name and, for each second, the longest wait of those who were answered in it.
  struct Line {
    let name: String
    let colour: String
    let waits: [(second: Double, wait: Double)]
  }

  let title: String
  let lines: [Line]
  /// Seconds, from left to right.
  let span: ClosedRange<Double>
  /// The longest wait that it shows.
  let height: Double

  private static let size = (width: 640.0, height: 250.0)
  private static let plot = (left: 44.0, right: 22.0, top: 14.0, bottom: 28.0)

  private func x(_ second: Double) -> Double {
    let width = Self.size.width - Self.plot.left - Self.plot.right
    return Self.plot.left + (second - span.lowerBound) / (span.upperBound - span.lowerBound) * width
  }

  private func y(_ wait: Double) -> Double {
    let height = Self.size.height - Self.plot.top - Self.plot.bottom
    return Self.size.height - Self.plot.bottom - min(wait, self.height) / self.height * height
  }

  /// The picture. Its colours are readable on a light ground and on a dark one.
  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(Self.size.width)) \(Self.number(Self.size.height))" \
    role="img">
    <title>\(title)</title>
    <style>text{font:12px sans-serif;fill:#777}path{fill:none}.g{stroke:#8884}.l{stroke-width:2}</style>
    \((grid + lines.enumerated().flatMap { curve($1, $0) }).joined(separator: "\n"))
    </svg>

    """
  }

  private var grid: [String] {
    let left = Self.number(x(span.lowerBound))
    let right = Self.number(x(span.upperBound))
    var parts: [String] = []
    for wait in stride(from: 0, through: height, by: 2) {
      parts.append("<path class=\"g\" d=\"M\(left) \(Self.number(y(wait)))H\(right)\"/>")
      parts.append(Self.text("\(Int(wait)) s", x(span.lowerBound) - 8, y(wait) + 4, anchor: "end"))
    }
    for second in stride(from: span.lowerBound, through: span.upperBound, by: 5) {
      let label = second == 0 ? "it dies" : "\(second > 0 ? "+" : "−")\(Int(abs(second))) s"
      parts.append(Self.text(label, x(second), Self.size.height - Self.plot.bottom + 18, anchor: "middle"))
    }
    return parts
  }

  private func curve(_ line: Line, _ index: Int) -> [String] {
    let points = line.waits.filter { span.contains($0.second) }
      .map { "\(Self.number(x($0.second))) \(Self.number(y($0.wait)))" }
    let height = Self.plot.top + 14 + Double(index) * 18
    return [
      "<path class=\"l\" stroke=\"\(line.colour)\" d=\"M\(points.joined(separator: "L"))\"/>",
      "<path class=\"l\" stroke=\"\(line.colour)\" d=\"M\(Self.number(x(12))) \(Self.number(height - 4))h18\"/>",
      Self.text(line.name, x(12) + 24, height, anchor: "start"),
    ]
  }

  private static func text(_ text: String, _ x: Double, _ y: Double, anchor: String) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(text)</text>"
  }

  private static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
  }
}
