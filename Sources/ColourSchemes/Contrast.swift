/// Contrast as WCAG 2.2 defines it.
public enum Contrast {
  /// What ordinary text needs (success criterion 1.4.3, level AA).
  public static let text = 4.5
  /// What large text, borders and what may be overlooked need (success criterion 1.4.11).
  public static let dim = 3.0

  /// The ratio of two colours, from 1 (the same) to 21 (black and white).
  public static func ratio(_ one: RGB, _ other: RGB) -> Double {
    let (a, b) = (one.luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

extension RGB {
  /// Relative luminance, 0 black to 1 white (WCAG 2.2, "relative luminance").
  public var luminance: Double { 0.2126 * red.linear + 0.7152 * green.linear + 0.0722 * blue.linear }

  /// This colour, or the one nearest in lightness that has `floor` contrast on `ground`. One of black and white always
  /// has 4.5, so no floor up to that can fail.
  package func readable(on ground: RGB, floor: Double) -> RGB {
    guard Contrast.ratio(self, ground) < floor else { return self }
    let lighter = luminance >= ground.luminance
    return moved(towards: lighter ? 1 : 0, on: ground, floor) ?? moved(towards: lighter ? 0 : 1, on: ground, floor)
      ?? RGB(ground.luminance > 0.18 ? 0 : 0xFFFFFF)
  }

  private func moved(towards end: Double, on ground: RGB, _ floor: Double) -> RGB? {
    let start = OKLab(self).lightness
    guard Contrast.ratio(withLightness(end), ground) >= floor else { return nil }
    var (near, far) = (0.0, 1.0)
    for _ in 0..<16 {
      let middle = (near + far) / 2
      let enough = Contrast.ratio(withLightness(start + (end - start) * middle), ground) >= floor
      if enough { far = middle } else { near = middle }
    }
    return withLightness(start + (end - start) * far)
  }
}
