import Screen
import SessionCore

extension Words {
  static func themes(_ kind: ThemePicker.Kind) -> Phrase {
    switch kind {
    case .all: Phrase("Themes", "主题")
    case .dark: Phrase("Dark themes", "深色主题")
    case .light: Phrase("Light themes", "浅色主题")
    }
  }
  static func themeKind(isLight: Bool) -> Phrase { isLight ? Phrase("light", "浅色") : Phrase("dark", "深色") }
  static let noTheme = Phrase("No theme is called so.", "没有这样的主题。")
  static let themeKeys = Phrase("Enter keep   Esc back   / find   Tab kind", "Enter 采用   Esc 返回   / 查找   Tab 种类")
  static let themeSample: [(Phrase, Ink)] = [
    (Phrase("live", "在线"), .good), (Phrase("ending", "将结束"), .warning), (Phrase("LOCKED", "已锁定"), .danger),
    (Phrase("idle", "空闲"), .dim), (Phrase("name", "名称"), .link),
  ]
  static func keepTheme(_ name: String) -> Phrase {
    Phrase("Theme: \(name). For good: theme = \(name) in the configuration.", "主题：\(name)。长期使用请在配置中写 theme = \(name)。")
  }
}
