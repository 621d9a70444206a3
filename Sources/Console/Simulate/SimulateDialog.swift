import Screen
import SessionCore

/// What stands over the simulate view to be filled in or chosen from.
public enum SimulateDialog: Equatable, Sendable {
  /// Which scenario to play: the cursor's.
  case scenarios(Int)
  /// How large a crowd is to be.
  case crowd(CrowdForm)
  /// Into which file the steps are saved.
  case saving(LineEditor)
}

extension State {
  mutating func openScenarios() -> [Effect] {
    overlay = .simulate(.scenarios(Scenario.allCases.firstIndex(of: simulation.scenario) ?? 0))
    return []
  }

  mutating func take(_ key: Key, _ dialog: SimulateDialog) -> [Effect] {
    switch dialog {
    case .scenarios(let cursor): return takeScenario(key, cursor)
    case .crowd(let form): return take(key, form)
    case .saving(let line): return takeSaving(key, line)
    }
  }

  private mutating func takeScenario(_ key: Key, _ cursor: Int) -> [Effect] {
    let all = Scenario.allCases
    switch key {
    case .down, .character("j"), .tab, .character("w"): overlay = .simulate(.scenarios((cursor + 1) % all.count))
    case .up, .character("k"), .backTab: overlay = .simulate(.scenarios((cursor + all.count - 1) % all.count))
    case .home, .character("g"): overlay = .simulate(.scenarios(0))
    case .end, .character("G"): overlay = .simulate(.scenarios(all.count - 1))
    case .enter:
      overlay = nil
      choose(all[cursor])
    case .escape, .character("q"): overlay = nil
    default: break
    }
    return []
  }
}
