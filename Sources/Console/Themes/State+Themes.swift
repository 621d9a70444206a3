import Screen

extension State {
  /// Lists the themes, over what is shown.
  mutating func pickTheme(from all: [ThemeChoice]) {
    guard !all.isEmpty else { return }
    if case .themes? = overlay { return }
    var picker = ThemePicker(all, wearing: themeName)
    picker.show(themeBoxHeight)
    overlay = .themes(picker, over: overlay)
  }

  mutating func take(_ key: Key, _ picker: ThemePicker, over under: Overlay?) -> [Effect] {
    var picker = picker
    let step = picker.take(key, height: themeBoxHeight)
    overlay = .themes(picker, over: under)
    switch step {
    case .stay: return []
    case .wear(let name): return [.wear(name)]
    case .keep(let name):
      overlay = under
      notice = Notice(text: Words.keepTheme(name), ink: .accent)
      return name == themeName ? [] : [.wear(name)]
    case .leave:
      overlay = under
      return picker.before == themeName ? [] : [.wear(picker.before)]
    }
  }

  /// How many themes have room.
  var themeBoxHeight: Int { max(1, min(24, size.rows - 8)) }
}
