import SessionCore

extension Action {
  /// What is done first in a list.
  static let opening = [
    Action(
      .open, [.enter], in: .sorted, label: Phrase("open", "打开"), Phrase("open the details", "查看详情"),
      unless: { $0.openDisabled }
    ) { $0.openDetail() }
  ]

  /// Which rows a list shows, and in which order.
  static let finding = [
    Action(
      .filter, [.character("f")], in: .lists, label: Phrase("filter", "筛选"),
      Phrase("filter: user:ali state:… -not one|other", "筛选：user:ali state:… -排除 甲|乙"), unless: { $0.listDisabled }
    ) { $0.openFilter() },
    Action(
      .sortNext, [.character(">")], in: .sorted, Phrase("sort by the next column", "按下一列排序"),
      unless: { $0.listDisabled }
    ) { $0.turnSort(1) },
    Action(
      .sortPrevious, [.character("<")], in: .sorted, Phrase("sort by the column before", "按上一列排序"),
      unless: { $0.listDisabled }
    ) { $0.turnSort(-1) },
    Action(
      .pause, [.character("p")], in: .lists, Phrase("let the list stand still, or go on", "暂停或继续刷新列表")
    ) { $0.togglePause() },
    Action(
      .reverse, [.character("r")], in: .lists, Phrase("turn the order round", "反转顺序"), unless: { $0.listDisabled }
    ) { $0.reverseSort() },
  ]
}
