import SessionCore

/// What happens to a site at random, and what came of it on several engines.
public enum Trace {
  /// Does the same at each site, and holds what comes of it against the others and against the model.
  ///
  /// - Throws: ``ChildProgram/Failure`` at the first answer that is not like the others, with the seed and the step.
  public static func compare(_ runs: [TraceRun], steps: Int, seed: UInt64) throws {
    var (random, model) = (SplitMix(state: seed), TraceModel())
    guard let first = runs.first else { return }
    for number in 0..<steps {
      let step = TraceStep.random(&random, tokens: first.tokens.count)
      let node = Int.random(in: 0..<6, using: &random)
      let (count, now) = (first.tokens.count, first.now)
      let answers = try runs.map { try $0.answer(to: step, at: node) }
      let place = "seed \(seed), step \(number), \(step)"
      for (run, answer) in zip(runs, answers) where answer != answers[0] {
        throw ChildProgram.Failure("\(place): \(run.name) says \(answer), \(first.name) \(answers[0])")
      }
      if case .check(let token) = step, model.isLive(token, at: now) != (answers[0] != "nil") {
        throw ChildProgram.Failure("\(place): \(answers[0]), and the model says otherwise")
      }
      if model.take(step, made: first.tokens.count > count, at: now) { try model.learn(from: first) }
    }
  }
}
