import SessionCore

extension Words {
  static let noAction = Phrase("No action is called so.", "没有这样的操作。")
  static func worksElsewhere(_ action: Action) -> Phrase {
    let views = ViewID.allCases.filter { action.works(in: $0) }.map(Self.view)
    return Phrase(
      "in \(views.map(\.english).joined(separator: ", ")) alone", "仅用于\(views.map(\.chinese).joined(separator: "、"))")
  }
  static let helpSearch = Phrase("search", "查找")
  static let noSuchHelp = Phrase("No key and no word like that.", "没有符合的按键或文字。")
  static let filterHelp = Phrase("filter words", "筛选词")
}
