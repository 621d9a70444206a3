import Screen
import SessionCore

/// The console for those who hear it: the same state, told in lines.
extension State {
  /// What there is to be heard now: what was said, then the dialog that stands open, or the row under the cursor with the
  /// names of its columns, or the lines of the view.
  public var speech: [String] {
    let frame = render(self)
    let said = standing.map { [Self.plain($0.text)] } ?? said.map { [say($0.text)] } ?? []
    if let dialog = Self.dialog(frame) { return said + dialog }
    if case .detail? = overlay { return said + Self.lines(frame, Layout(size).body) }
    let title = say(Words.view(view)) + (shownFilter.isEmpty ? "" : ", " + say(Words.filter) + " " + shownFilter)
    guard Set<ViewID>.lists.contains(view) else {
      let lines = Self.lines(frame, Layout(size).body)
      // What is drawn in the overview is said in words beside it; the numbers at its edges say nothing alone.
      return said + [title] + (view == .overview ? lines.filter { $0.contains(where: \.isLetter) } : lines)
    }
    if case .filter? = overlay { return said + Self.lines(frame, layout.filter..<(layout.filter + 2)) }
    let row = layout.list.first { frame[$0, 1].text == "›" }
    let marks = hasMarks ? [markedText] : []
    return said + [title] + marks + (row.map { [spoken(frame, row: $0)] } ?? Self.lines(frame, layout.list))
  }

  /// Whether what is typed next is a password: it must not be seen.
  public var isPasswordAsked: Bool { view == .simulate && overlay == nil && simulation.focus == .password }

  /// The rows of the list that have room, each in a line.
  public var spokenRows: [String] {
    let frame = render(self)
    guard overlay == nil, Set<ViewID>.lists.contains(view) else { return speech }
    return layout.list.filter { !frame.line($0).isEmpty }.map { spoken(frame, row: $0) }
  }

  /// A row's cells after the names of their columns.
  private func spoken(_ frame: Frame, row: Int) -> String {
    let heading = layout.heading
    let starts = (2..<size.columns).filter { column in
      frame[heading, column].text != " " && frame[heading, column - 1].text == " "
        && frame[heading, column - 2].text == " "
    }
    let ends = starts.dropFirst() + [size.columns]
    let cells = zip(starts, ends).compactMap { start, end -> String? in
      let text = Self.text(frame, row, start..<end)
      return text.isEmpty || text == "–" ? nil : Self.text(frame, heading, start..<end).lowercased() + " " + text
    }
    let isMarked = (0...1).contains { frame[row, $0].text == "*" }
    return ((isMarked ? [say(Words.isMarked)] : []) + cells).joined(separator: ", ") + "."
  }

  /// The text on a dialog's ground; nil where there is no dialog.
  private static func dialog(_ frame: Frame) -> [String]? {
    let rows = (0..<frame.size.rows).compactMap { row -> String? in
      let columns = (0..<frame.size.columns).filter { frame[row, $0].style.ground == .dialog }
      guard let first = columns.first, let last = columns.last else { return nil }
      return text(frame, row, first..<(last + 1))
    }
    return rows.isEmpty ? nil : rows.filter { !$0.isEmpty }
  }

  private static func lines(_ frame: Frame, _ rows: Range<Int>) -> [String] {
    rows.map { plain(frame.line($0)) }.filter { !$0.isEmpty }
  }

  private static func text(_ frame: Frame, _ row: Int, _ columns: Range<Int>) -> String {
    plain(columns.map { frame[row, $0].text }.joined())
  }

  /// Without lines, boxes, bars and curves, which say nothing, and with one blank for many.
  private static func plain(_ text: String) -> String {
    let said = text.unicodeScalars.filter { scalar in
      !"›↑↓".unicodeScalars.contains(scalar) && !(0x2500...0x25FF).contains(scalar.value)
        && !(0x2800...0x28FF).contains(scalar.value)
    }
    return String(String.UnicodeScalarView(said)).split(separator: " ").joined(separator: " ")
  }
}
