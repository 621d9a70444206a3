import SessionCore

extension Action {
  /// What is done with the audit log.
  static let auditing = [
    Action(
      .verify, [.character("V")], in: [.audit], label: Phrase("verify", "核对"),
      Phrase("walk the whole chain, or stop walking", "逐条核对整条链，或停止核对")
    ) { $0.turnWalk() }
  ]
}
