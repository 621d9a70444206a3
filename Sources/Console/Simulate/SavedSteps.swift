import SessionCore

/// The steps of a scenario as a walkthrough that plays them again.
///
/// The password is not among them: it is the sample account's, or is typed by whoever plays it.
struct SavedSteps {
  let text: String

  init(_ simulation: Simulation, sample: SampleAccount?) {
    let scenario = simulation.scenario
    let title = Words.scenario(scenario)
    var lines = [
      "# Saved from the simulate view of rollcall.", "title en: \(title.english)", "title zh: \(title.chinese)",
    ]
    lines += Self.caption(Words.story(scenario)) + ["press: 6"] + Self.choosing(scenario)
    lines += Self.told("wait for", title) + Self.filling(simulation, sample)
    for (index, stage) in scenario.stages.enumerated() {
      lines += Self.caption(Words.stage(stage)) + [index == 0 ? "press: r" : "press: n"]
      if stage.step == .lock || stage.step == .unlock {
        lines += Self.told("wait for", Words.cancel) + ["press: \(Confirm.key)"]
      }
      lines.append("wait for: \(index + 1)/\(scenario.stages.count)")
      if stage.step.asksLogin { lines.append("expect: Status: ") }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func told(_ keyword: String, _ phrase: Phrase) -> [String] {
    ["\(keyword) en: \(phrase.english)", "\(keyword) zh: \(phrase.chinese)"]
  }

  private static func caption(_ phrase: Phrase) -> [String] { [""] + told("say", phrase) }

  private static func choosing(_ scenario: Scenario) -> [String] {
    let steps = Scenario.allCases.firstIndex(of: scenario) ?? 0
    guard steps > 0 else { return [] }
    return ["press: w g" + String(repeating: " j", count: steps) + " Enter"]
  }

  /// The login, where it is another than the sample account's.
  private static func filling(_ simulation: Simulation, _ sample: SampleAccount?) -> [String] {
    guard simulation.login.text != sample?.login else { return [] }
    return ["press: Enter ^E ^U", "type: \(simulation.login.text)", "press: Enter"]
      + caption(
        Phrase(
          "The password is not saved: Enter and Tab lead to its field.", "密码未保存：按 Enter 和 Tab 到密码栏输入。"))
  }
}
