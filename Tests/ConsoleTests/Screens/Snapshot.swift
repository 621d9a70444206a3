import Foundation
import Screen
import Testing

/// Compares what the console shows with what it showed when somebody last looked at it and found it good.
///
/// A snapshot that is missing is written when the environment says ROLLCALL_RECORD=1; one that differs is a failure until
/// its file is removed and recorded, and looked at, again.
func expectSnapshot(_ name: String, _ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
  for (row, line) in frame.lines.enumerated() where SafeText.width(line) > frame.size.columns {
    Issue.record("row \(row) of \(name) is wider than the screen: \(line)", sourceLocation: sourceLocation)
  }
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots/\(name).txt")
  let shown = (frame.lines + ["", "styles"] + styles(frame)).joined(separator: "\n") + "\n"
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    guard ProcessInfo.processInfo.environment["ROLLCALL_RECORD"] == "1" else {
      Issue.record(
        "There is no snapshot \(name): record it with ROLLCALL_RECORD=1 and look at it.", sourceLocation: sourceLocation
      )
      return
    }
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    do { try shown.write(to: file, atomically: true, encoding: .utf8) } catch {
      Issue.record("The snapshot \(name) cannot be written: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  if kept != shown {
    Issue.record("\(name) differs from its snapshot:\n\(difference(kept, shown))", sourceLocation: sourceLocation)
  }
}

/// The lines that differ: `-` as it was, `+` as it is.
private func difference(_ old: String, _ new: String) -> String {
  let old = old.components(separatedBy: "\n")
  let new = new.components(separatedBy: "\n")
  return (0..<max(old.count, new.count)).flatMap { index -> [String] in
    let before = index < old.count ? old[index] : nil
    let after = index < new.count ? new[index] : nil
    guard before != after else { return [] }
    return [before.map { "-\(index): \($0)" }, after.map { "+\(index): \($0)" }].compactMap { $0 }
  }.joined(separator: "\n")
}

/// Where the screen is not plain: for each row the runs of cells that are neither text nor dim on the base.
private func styles(_ frame: Frame) -> [String] {
  var lines = (0..<frame.size.rows).compactMap { row -> String? in
    var runs: [(style: Style, start: Int, end: Int)] = []
    for column in 0..<frame.size.columns {
      var style = frame[row, column].style
      // A blank has no ink.
      if frame[row, column].text == " " {
        style =
          runs.last.map { $0.style.ground == style.ground ? $0.style : Style(on: style.ground) }
          ?? Style(on: style.ground)
      }
      if runs.last?.style == style {
        runs[runs.count - 1].end = column + 1
      } else {
        runs.append((style, column, column + 1))
      }
    }
    let told = runs.filter {
      $0.style.ground != .base || ![Ink.text, .dim].contains($0.style.ink) || $0.style.isUnderlined
    }
    .map {
      "\($0.start)-\($0.end) \($0.style.ink)\($0.style.isBold ? " bold" : "")\($0.style.isUnderlined ? " underlined" : "")"
        + ($0.style.ground == .base ? "" : " on \($0.style.ground)")
    }
    return told.isEmpty ? nil : "\(row): " + told.joined(separator: ", ")
  }
  if let caret = frame.caret { lines.append("caret: \(caret.row), \(caret.column)") }
  return lines
}
