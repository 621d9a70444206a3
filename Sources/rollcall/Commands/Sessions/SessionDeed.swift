import SessionCore

/// An act that a command did to sessions.
struct SessionDeed {
  let result: ActResult
  /// The sessions that it was done to.
  let ids: [SessionID]

  /// Does an act to sessions, in one go, once whoever is asked has said yes.
  ///
  /// What was asked about is what it is done to: not to sessions that were made while the question stood.
  ///
  /// - Parameters:
  ///   - act: what to do.
  ///   - targets: to which sessions.
  ///   - service: the operations.
  ///   - reason: why.
  ///   - subject: what it is about, in words.
  ///   - question: what to ask of what it would do; nil asks nothing.
  /// - Throws: ``CommandFailure`` when it was not wanted; ``SessionCore/StoreError``.
  init(
    _ act: SessionAct, on targets: SessionTargets, of service: SessionService, reason: String, subject: String,
    asking question: ((EndPreview) -> Phrase)?
  ) throws {
    var targets = targets
    if let question, case .matching(let filter, asOf: _) = targets {
      let preview = try service.preview(targets, own: OwnMark(.operator))
      if preview.count.value > 0 { try Confirmation.ask(question(preview)) }
      targets = .matching(filter, asOf: preview.at)
    }
    // What cannot be written must not stop an act in the middle: it is told at the end.
    var ids: [SessionID] = []
    result = try service.perform(
      act, on: targets, by: .operator, reason: reason, subject: subject, each: { ids += $0 })
    self.ids = ids
  }

  /// Says what was done and what takes it back, and prints the ids, or what a program is told.
  ///
  /// - Throws: ``OutputError``.
  func tell(_ said: Phrase, json report: (some Encodable)?) throws {
    // First of all: whatever becomes of the list of ids, it is said what was done, and what takes it back.
    if let act = result.act {
      Narration.say(said)
      Narration.sayHowToRestore(act)
    }
    let output = DataOutput()
    if let report {
      try output.write(try JSON.text(report) + "\n")
    } else {
      for id in ids { try output.write(id.description + "\n") }
    }
    try output.flush()
  }
}

extension SessionTargets {
  /// The sessions with these ids, as they are now.
  ///
  /// - Throws: ``SessionCore/StoreError``.
  init(ids: [SessionID], of service: SessionService) throws {
    let now = service.clock.now()
    self = .listed(try ids.compactMap { try service.store.session(id: $0) }.map { SessionLook($0, at: now) })
  }
}
