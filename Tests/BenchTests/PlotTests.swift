import Foundation
import FoundationXML
import Testing

@testable import Bench

@Suite struct PlotTests {
  private let rows = [1000, 1_000_000].flatMap { size in
    [
      Row("check", "time <it>", size: size, size == 1000 ? 1 : 10, "ms", p99: 20, beside: ("static C", 2)),
      Row("check", "files", size: 1000, 1, "files"),
    ]
  }

  @Test("A thing that was measured at two sizes gets a panel, with a line for ours, its p99 and each peer")
  func panels() {
    let plot = Plot("check", rows)
    #expect(
      plot.panels == [
        Plot.Panel(
          title: "time <it>, ms",
          lines: [
            Plot.Line(name: "Rollcall", points: [.init(size: 1000, cost: 1), .init(size: 1e6, cost: 10)]),
            Plot.Line(name: "p99", points: [.init(size: 1000, cost: 20), .init(size: 1e6, cost: 20)]),
            Plot.Line(name: "static C", points: [.init(size: 1000, cost: 2), .init(size: 1e6, cost: 2)]),
          ])
      ])
  }

  @Test("The picture is well formed, and its points are where their powers of ten put them")
  func picture() throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(Plot("check", rows).svg.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    // From 1 at the bottom to 100 at the top, and from the first size at the left to the last at the right.
    #expect(reader.points.prefix(2) == [[40, 150], [258, 86]])
    #expect(reader.points.count == 6)
    #expect(reader.texts.contains("time <it>, ms"))
  }

  /// Takes points and texts.
  private final class Reader: NSObject, XMLParserDelegate {
    var points: [[Double]] = []
    var texts: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      text = ""
      if name == "circle" { points.append(["cx", "cy"].compactMap { attributes[$0].flatMap(Double.init) }) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      if name == "text" { texts.append(text) }
    }
  }
}
