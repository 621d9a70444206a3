import Screen
import SessionCore

extension Action {
  /// Moving the cursor, or the text of a detail. These keys are never bound to an act.
  static let moving = [
    Action(.down, [.character("j"), .down, .control("n")], Phrase("one down", "下移一行")) { $0.move(1) },
    Action(.up, [.character("k"), .up, .control("p")], Phrase("one up", "上移一行")) { $0.move(-1) },
    Action(.left, [.character("h"), .left], in: [.overview], Phrase("one to the left", "左移")) { state in
      state.moveSideways(-1)
      return []
    },
    Action(.right, [.character("l"), .right], in: [.overview], Phrase("one to the right", "右移")) { state in
      state.moveSideways(1)
      return []
    },
    Action(.pageDown, [.pageDown, .control("f")], Phrase("a page down", "下翻一页")) { $0.move($0.listHeight) },
    Action(.pageUp, [.pageUp, .control("b")], Phrase("a page up", "上翻一页")) { $0.move(-$0.listHeight) },
    Action(.halfDown, [.control("d")], Phrase("half a page down", "下翻半页")) { $0.move(max(1, $0.listHeight / 2)) },
    Action(.halfUp, [.control("u")], Phrase("half a page up", "上翻半页")) { $0.move(-max(1, $0.listHeight / 2)) },
    Action(.first, [.character("g"), .home], Phrase("to the first row", "到第一行")) { $0.goToFirst() },
    Action(.last, [.character("G"), .end], Phrase("to the last row", "到最后一行")) { $0.goToLast() },
  ]
}
