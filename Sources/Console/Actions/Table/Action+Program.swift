import Screen
import SessionCore

extension Action {
  /// What is about the program, whatever it shows.
  static let program = [
    Action(.refresh, [.character("R")], Phrase("read the list anew", "重新读取列表")) { [.redraw] + $0.reload() },
    Action(
      .copy, [.character("y")], in: .lists, Phrase("copy its id to the terminal's clipboard", "将编号复制到终端剪贴板"),
      unless: { $0.copyDisabled }
    ) { $0.copy() },
    Action(
      .export, [.character("e")], in: .lists, Phrase("write the rows that match to a file", "将符合的行写入文件"),
      unless: { $0.exportDisabled }
    ) { $0.openExport() },
    Action(
      .mouse, [.character("m")], Phrase("the mouse on and off", "开启或关闭鼠标"), unless: { $0.mouseDisabled }
    ) { $0.toggleMouse() },
    Action(
      .command, [.character(":")], Phrase("run any action by its name", "按名称执行任意操作")
    ) { $0.openPalette() },
    Action(.theme, [.character("t")], Phrase("choose a theme, as it looks", "选择主题，即时预览")) { _ in [.listThemes] },
    Action(.redraw, [.control("l")], Phrase("draw the screen anew", "重绘屏幕")) { _ in [.redraw] },
    Action(.suspend, [.control("z")], Phrase("suspend to the shell", "挂起到 shell")) { _ in [.suspend] },
    Action(
      .help, [.character("?"), .function(1)], label: Phrase("help", "帮助"), Phrase("the keys that work here", "此处可用的按键")
    ) { $0.openHelp() },
    Action(
      .quit, [.character("q"), .control("c")], label: Phrase("quit", "退出"), Phrase("leave the console", "离开控制台")
    ) { $0.leave() },
  ]
}
