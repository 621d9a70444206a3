import SessionCore

extension Narration {
  /// Says what takes an act back.
  static func sayHowToRestore(_ act: DoneAct.ID) {
    say(
      Phrase(
        "'rollcall sessions restore \(act)' takes it back for 5 minutes.",
        "5 分钟内可用“rollcall sessions restore \(act)”撤销。"))
  }
}
