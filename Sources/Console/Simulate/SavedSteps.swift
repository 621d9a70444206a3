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

  /// Who logs in, from what and from where, as far as that is another than at first.
  private static func filling(_ simulation: Simulation, _ sample: SampleAccount?) -> [String] {
    let first = Simulation(account: sample)
    let isOther = simulation.login != first.login
    var keys: [String] = []
    if isOther { keys += ["press: ^E ^U", "type: \(simulation.login.text)"] }
    if simulation.client != first.client || simulation.address.text != first.address.text {
      let clients = SimulatedClient.all.count
      let turns = (simulation.client - first.client + clients) % clients
      keys.append("press: Tab Tab" + String(repeating: " Right", count: turns) + " Tab ^E ^U")
      if !simulation.address.text.isEmpty { keys.append("type: \(simulation.address.text)") }
    }
    guard !keys.isEmpty else { return [] }
    return ["press: Enter"] + keys + ["press: Enter"] + (isOther ? passwordNote : [])
  }

  private static var passwordNote: [String] {
    caption(
      Phrase(
        "The password is not saved: Enter and Tab lead to its field.", "密码未保存：按 Enter 和 Tab 到密码栏输入。"))
  }
}
