import ColourSchemes
import Glibc
import Screen
import Terminal

@MainActor
final class Probe {
  private let terminal: Terminal
  private var events: [String] = []
  private var takesMouse = false
  private var theme = Theme.rollcallDark

  init(_ terminal: Terminal) { self.terminal = terminal }

  func run() {
    terminal.draw(frame)
    while let event = terminal.nextEvent(wake: -1, timeoutMilliseconds: nil), event != .hangUp {
      if event == .key(.character("q")) { return }
      act(on: event)
    }
  }

  private func act(on event: InputEvent) {
    switch event {
    case .key(.control("z")): terminal.suspend()
    case .key(.control("l")): terminal.repaint()
    case .key(.character("t")):
      theme = theme == .rollcallDark ? .rollcallLight : .rollcallDark
      terminal.setTheme(theme)
    case .key(.character("=")):
      // The same frame again: not a byte may come of it.
      terminal.draw(frame)
      return
    case .key(.character("m")): takesMouse.toggle()
    case .key(.character("c")): terminal.copy("01JD3KX4N0V5S8T2W6Y9ZABCDE")
    case .key(.character("!")): crash()
    default: break
    }
    events.append(name(event))
    terminal.draw(frame)
  }

  private func name(_ event: InputEvent) -> String {
    switch event {
    case .key(let key): "\(key)"
    case .resize(let size): "resize \(size.rows)x\(size.columns)"
    case .resumed: "resumed"
    case .paste(let text): "paste \(text)"
    case .mouse(let mouse): "\(mouse.act) \(mouse.place.row),\(mouse.place.column)"
    case .ground(let isLight): "ground \(isLight ? "light" : "dark")"
    case .hangUp: "hangUp"
    }
  }

  private var frame: Frame {
    var frame = Frame(size: terminal.size)
    frame.title = "probe 探针"
    frame.takesMouse = takesMouse
    frame.fill(row: 0, Style(on: .bar))
    frame.put("ready \(terminal.depth) \(frame.size.rows)x\(frame.size.columns)", row: 0, column: 0, Style(on: .bar))
    frame.put("王小明|éa\u{308}|👨‍👩‍👧|☺️|🫨|\u{1B}[2J|\u{202E}x", row: 1, column: 0, Style())
    var column = 0
    for ink in Ink.allCases { column = frame.put("\(ink) ", row: 2, column: column, Style(ink, bold: ink == .good)) }
    frame.put("under the cursor", row: 3, column: 0, Style(on: .cursor))
    frame.put("field", row: 4, column: 0, Style(on: .field, underlined: true))
    frame.put("─│› …", row: 5, column: 0, Style(.dim))
    for (index, event) in events.suffix(max(0, frame.size.rows - 7)).enumerated() {
      frame.put(
        "\(events.count - min(events.count, frame.size.rows - 7) + index + 1) \(event)", row: 6 + index, column: 0,
        Style())
    }
    if events.count % 2 == 1 { frame.caret = Place(row: 4, column: 5) }
    // Every cell of the last line, the very last too.
    frame.put(String(repeating: "#", count: frame.size.columns), row: frame.size.rows - 1, column: 0, Style(.link))
    return frame
  }

  /// Reads where nothing is.
  private func crash() {
    let nowhere = UnsafePointer<Int>(bitPattern: 8)
    exit(Int32(truncatingIfNeeded: nowhere?.pointee ?? 0))
  }
}

/// Standard error, which Swift does not let be named.
func stderrFile() -> UnsafeMutablePointer<FILE>? { fdopen(STDERR_FILENO, "w") }
