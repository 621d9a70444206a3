import Screen
import SessionCore

/// Where the rows that match are to be written, and how: a form that asks nothing but a file's name.
public struct ExportForm: Equatable, Sendable {
  enum Focus: Equatable, Sendable { case path, format }

  var path: LineEditor
  var format = ExportFormat.csv
  var focus = Focus.path
  /// How many rows are written; nil before it began.
  var written: Int?
  var isStopping = false

  var isRunning: Bool { written != nil }

  init(path: String) { self.path = LineEditor(path) }

  /// Takes another format, and its ending where the name has the other's.
  mutating func toggle() {
    let old = format
    format = old == .csv ? .json : .csv
    guard path.text.hasSuffix(old.ending) else { return }
    path = LineEditor(path.text.dropLast(old.ending.count) + format.ending)
  }
}

/// How rows are written.
public enum ExportFormat: Equatable, Sendable {
  /// Comma-separated values (RFC 4180).
  case csv
  /// An array of objects.
  case json

  var ending: String { self == .csv ? ".csv" : ".json" }
}

/// Rows to be written into a file.
public struct ExportRequest: Equatable, Sendable {
  /// Which rows, in which order.
  public enum Rows: Equatable, Sendable {
    /// Sessions.
    case sessions(SessionQuery)
    /// Users.
    case users(UserQuery)
    /// Attempts.
    case attempts(AttemptQuery)
    /// Entries of the audit log.
    case audit(AuditQuery)
  }

  /// Which rows.
  public var rows: Rows
  /// How.
  public var format: ExportFormat
  /// The file, as typed.
  public var path: String
}

/// How an export ended.
public enum ExportEnd: Equatable, Sendable {
  /// All rows are in the file.
  case written(path: String, rows: Int)
  /// It was stopped, and there is no file.
  case stopped
  /// It could not be written, and there is no file.
  case failed(Phrase)
}

extension State {
  /// Why there is nothing to write; nil when there is.
  var exportDisabled: Phrase? {
    listDisabled ?? (exportRows == nil ? Words.nothingHere : nil)
  }

  mutating func openExport() -> [Effect] {
    let stamp = now.rfc3339.prefix(19).filter { $0 != "-" && $0 != ":" }
    overlay = .export(ExportForm(path: "rollcall-\(view.name)-\(stamp)Z.csv"))
    return []
  }

  private var exportRows: ExportRequest.Rows? {
    switch view {
    case .sessions: .sessions(sessionQuery)
    case .users: .users(userQuery)
    case .attempts: .attempts(attemptQuery)
    case .audit: .audit(auditQuery)
    case .overview, .simulate: nil
    }
  }

  mutating func take(_ key: Key, _ form: ExportForm) -> [Effect] {
    var form = form
    if form.isRunning {
      guard key == .escape, !form.isStopping else { return [] }
      form.isStopping = true
      overlay = .export(form)
      return [.stopExport]
    }
    switch (form.focus, key) {
    case (_, .escape):
      overlay = nil
      return []
    case (_, .enter):
      guard let rows = exportRows, !form.path.text.isEmpty else { break }
      form.written = 0
      overlay = .export(form)
      return [.export(ExportRequest(rows: rows, format: form.format, path: form.path.text))]
    case (_, .tab), (_, .backTab), (_, .up), (_, .down): form.focus = form.focus == .path ? .format : .path
    case (.format, .left), (.format, .right), (.format, .character(" ")): form.toggle()
    case (.format, .character("c")) where form.format == .json, (.format, .character("j")) where form.format == .csv:
      form.toggle()
    case (.path, _): _ = form.path.take(key)
    default: break
    }
    overlay = .export(form)
    return []
  }

  mutating func exporting(_ rows: Int) {
    guard case .export(var form)? = overlay, form.isRunning else { return }
    form.written = rows
    overlay = .export(form)
  }

  mutating func exported(_ end: ExportEnd) {
    switch (end, overlay) {
    case (.failed(let phrase), .export(var form)?):
      // The name can be mended.
      (form.written, form.isStopping) = (nil, false)
      overlay = .export(form)
      notice = Notice(text: phrase, ink: .danger)
      return
    case (_, .export?): overlay = nil
    default: break
    }
    switch end {
    case .written(let path, let rows): notice = Notice(text: Words.exported(rows, path), ink: .good)
    case .stopped: notice = Notice(text: Words.exportStopped, ink: .warning)
    case .failed(let phrase): notice = Notice(text: phrase, ink: .danger)
    }
  }
}
