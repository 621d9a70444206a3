import Screen

extension State {
  func drawOverview(_ frame: inout Frame) { drawCentered([say(Words.loading)], &frame, Layout(size).body) }
}
