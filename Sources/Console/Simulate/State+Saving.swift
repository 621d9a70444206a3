import Screen
import SessionCore

extension State {
  /// Why there is nothing to save; nil when there is.
  var saveDisabled: Phrase? { simulation.login.text.isEmpty ? Words.whoLogsIn : nil }

  /// Asks into which file.
  mutating func openSaving() -> [Effect] {
    let name = "\(simulation.scenario.rawValue).walk"
    let directory = setting.simulation.directory
    overlay = .simulate(.saving(LineEditor(directory == "." ? name : directory + "/" + name)))
    return []
  }

  mutating func takeSaving(_ key: Key, _ line: LineEditor) -> [Effect] {
    var line = line
    switch key {
    case .escape: overlay = nil
    case .enter:
      guard !line.text.isEmpty else { return [] }
      overlay = nil
      return [.saveWalkthrough(text: SavedSteps(simulation, sample: setting.sampleAccount).text, path: line.text)]
    default:
      _ = line.take(key)
      overlay = .simulate(.saving(line))
    }
    return []
  }
}
