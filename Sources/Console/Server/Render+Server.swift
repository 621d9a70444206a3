import Screen
import SessionCore

extension State {
  /// Columns that a host's name has in the top line.
  private static let nameWidth = 20

  /// Which server it is, in the top line: as long as may be, or short where other things want the room. What is wrong is
  /// never cut away.
  var serverMark: (long: String, short: String, ink: Ink)? {
    guard let server else { return nil }
    if isEveryHostLost, trouble != nil {
      let text = say(Words.noHostMark)
      return (text, text, .danger)
    }
    let name = server.reach.name
    let host = SafeText.width(name) > Self.nameWidth ? SafeText.fit(name, Self.nameWidth) : name
    func mark(_ phrase: Phrase) -> String { host + " · " + say(phrase) }
    guard let concern = server.concern else {
      let size = server.cluster.map { mark($0.sizeWords(of: server.reach.hosts.count)) }
      return (size ?? host, host, .dim)
    }
    let text =
      switch concern {
      case .outOfStep: mark(Words.outOfStepMark)
      case .smaller: mark(server.cluster?.sizeWords(of: server.reach.hosts.count) ?? Words.behindMark)
      case .behind: mark(Words.behindMark)
      }
    return (text, text, .warning)
  }

  /// How the server stands, in the overview: nothing for a file.
  var serverLines: [(text: String, ink: Ink)] {
    guard let server else { return [] }
    let lag = server.lagWords.map { " · " + say($0) } ?? ""
    let isLost = server.reach.current == nil
    let node = isLost ? say(Words.noHostMark) : say(server.words) + lag
    let isWell = server.reach.hosts.allSatisfy { if case .lost = $0.condition { false } else { true } }
    let hosts = server.reach.hosts.map { say(Words.host($0)) }.joined(separator: " · ")
    let failOver = server.reach.failOver.map { (say(Words.at($0)), Ink.warning) } ?? (say(Words.noFailOver), .dim)
    let hostLines = Prose.lines(hosts, max(10, size.columns - serverIndent)).map { ($0, isWell ? Ink.dim : .warning) }
    // The node and the last fail-over have a line each, and the hosts what is left.
    let most = size.rows < 24 ? 1 : size.rows < 30 ? 3 : 6
    let lines = [(node, isLost ? Ink.danger : server.concern == nil ? .text : .warning)]
    return Array((lines + hostLines.prefix(max(0, most - 2)) + [failOver]).prefix(most))
  }

  /// Where the block's texts begin.
  private var serverIndent: Int { SafeText.width(say(Words.database)) + 5 }

  /// Draws the overview's block about the server, between what it is of and its panels.
  func drawServer(_ frame: inout Frame) {
    for (index, line) in serverLines.enumerated() {
      let row = Layout(size).filter + 1 + index
      if index == 0 { frame.put(say(Words.database), row: row, column: 3, Style(.dim, bold: true)) }
      let room = size.columns - serverIndent
      let text = SafeText.width(line.text) > room ? SafeText.fit(line.text, room) : line.text
      frame.put(text, row: row, column: serverIndent, Style(line.ink))
    }
  }
}
