import ColourSchemes

extension Grounds {
  /// The look in xterm's 256 colours: the nearest that keep grounds apart and text readable.
  func indexedLook(_ ink: Ink, on ground: Ground, _ theme: Theme, exact: Bool) -> Look {
    let behind = indexed(ground, ink, exact: exact)
    guard let colour = IndexedColours.colour(behind) else { return Look() }
    let floor = exact ? 1 : Contrast.floor(ink, on: ground)
    let wanted = wanted(ink, on: ground, theme, floor: floor)
    let text = IndexedColours.nearest(to: wanted.readable(on: colour, floor: floor)) {
      Contrast.ratio($0, colour) >= floor
    }
    return Look(.indexed(text), on: .indexed(behind))
  }

  private func indexed(_ ground: Ground, _ ink: Ink, exact: Bool) -> Int {
    let screen = IndexedColours.nearest(to: base)
    guard ground != .base, !exact, let behind = IndexedColours.colour(screen) else {
      return IndexedColours.nearest(to: self[ground, ink])
    }
    // Two thirds of the way that the true colours are apart will do: the steps between indexed greys are coarse.
    let wanted = self[ground, ink]
    let apart = 1 + (Contrast.ratio(wanted, base) - 1) * 0.66
    return IndexedColours.nearest(to: wanted) { $0 != behind && Contrast.ratio($0, behind) >= apart }
  }
}
