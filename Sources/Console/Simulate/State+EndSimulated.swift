import SessionCore

extension State {
  /// Why nothing that is simulated can be ended now; nil when it can.
  var endSimulatedDisabled: Phrase? { setting.isReadOnly ? Words.readOnly : nil }

  /// Asks before all that is simulated is ended by one act, whoever simulated it.
  mutating func askToEndSimulated() -> [Effect] {
    let simulated = SessionFilter(terms: [.kind(.simulated)])
    let effects = ask(.sessions(.end, .matching(simulated, text: "kind:simulated")))
    // What this operator simulates is simulated as well.
    editConfirm { $0.endsOwn = true }
    return effects
  }
}
