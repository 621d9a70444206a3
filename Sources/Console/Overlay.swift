import Screen
import SessionCore

/// What stands over a view.
public enum Overlay: Equatable, Sendable {
  /// The keys that work here.
  case help(Help)
  /// A filter being typed.
  case filter(FilterEditor)
  /// Something of the simulate view to fill in or to choose from.
  case simulate(SimulateDialog)
  /// Where the rows that match are to be written.
  case export(ExportForm)
  /// A text to be found being typed.
  case find(FilterEditor)
  /// A detail, over the whole screen.
  case detail(Detail)
  /// An action's name being typed, over a view or over a detail.
  indirect case command(Palette, over: Overlay?)
  /// The themes, over a view or over a detail.
  indirect case themes(ThemePicker, over: Overlay?)
  /// A question before an act, over a view or over a detail.
  indirect case confirm(Confirm, over: Overlay?)
  /// What was done, over a view or over a detail.
  indirect case history(History, over: Overlay?)
  /// A one-time code, shown once, over a view or over a detail.
  indirect case code(CodeSlip, over: Overlay?)
}

extension State {
  /// What a dialog stands over.
  var underlay: Overlay? {
    switch overlay {
    case .confirm(_, let under)?, .code(_, let under)?, .command(_, let under)?, .themes(_, let under)?,
      .history(_, let under)?:
      under
    case .help?: underHelp
    case .filter?, .simulate?, .export?, .find?, .detail?, nil: overlay
    }
  }

  /// Puts something else below what stands over the view, or in its place where nothing can be below it.
  mutating func setUnderlay(_ under: Overlay?) {
    switch overlay {
    case .confirm(let confirm, _)?: overlay = .confirm(confirm, over: under)
    case .code(let slip, _)?: overlay = .code(slip, over: under)
    case .command(let palette, _)?: overlay = .command(palette, over: under)
    case .themes(let picker, _)?: overlay = .themes(picker, over: under)
    case .history(let history, _)?: overlay = .history(history, over: under)
    case .help?: underHelp = under
    case .filter?, .simulate?, .export?, .find?, .detail?, nil: overlay = under
    }
  }

  /// The detail that is shown, or that a dialog stands over.
  var detail: Detail? { if case .detail(let detail)? = underlay { detail } else { nil } }

  /// Whether rows are acted on, and not what a detail shows: whatever else stands over the list, such as a palette.
  var isInList: Bool { detail == nil }
}
