/// What a line of a walkthrough can begin with.
enum WalkthroughKeyword: String, CaseIterable {
  // What the walkthrough is, before its first step.
  case title, size, people, sessions, seed
  // The steps.
  case say, press, type
  case waitFor = "wait for"
  case expect
  case expectNot = "expect not"
  case pause
  // What somebody else does: before the first step, or in one.
  case session, guesses, attempt, lock

  /// Whether its text is for people, so that it must be given in both languages.
  var isForPeople: Bool { self == .title || self == .say }
  /// Whether its text can differ by language.
  var isTold: Bool { isForPeople || [.type, .waitFor, .expect, .expectNot].contains(self) }
  /// Whether it stands before the steps alone.
  var isHeading: Bool { [.title, .size, .people, .sessions, .seed].contains(self) }
  /// Whether it says what there is at first.
  var isOfScene: Bool { isArrangement || [.people, .sessions, .seed].contains(self) }
  /// Whether it is something that somebody else does.
  var isArrangement: Bool { [.session, .guesses, .attempt, .lock].contains(self) }
}
