import Glibc

/// A colour in OKLab (Ottosson 2020): equal distances look equally far apart, and lightness can be moved while the hue
/// stays what it was.
package struct OKLab: Hashable, Sendable {
  /// Lightness, 0 black to 1 white.
  package var lightness: Double
  /// Green to red.
  package var a: Double
  /// Blue to yellow.
  package var b: Double

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  package init(_ colour: RGB) {
    let (r, g, blue) = (colour.red.linear, colour.green.linear, colour.blue.linear)
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// The nearest colour that a screen can show: what lies outside of sRGB loses colourfulness, never lightness or hue.
  var rgb: RGB {
    if let colour = exact { return colour }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<12 {
      let middle = (low + high) / 2
      if scaled(middle).exact == nil { high = middle } else { low = middle }
    }
    return scaled(low).exact ?? RGB(lightness > 0.5 ? 0xFFFFFF : 0)
  }

  private func scaled(_ chroma: Double) -> OKLab {
    OKLab(lightness: min(1, max(0, lightness)), a: a * chroma, b: b * chroma)
  }

  private var exact: RGB? {
    let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
    let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
    let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
    let red = UInt8(linear: 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
    let green = UInt8(linear: -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
    let blue = UInt8(linear: -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)
    guard let red, let green, let blue else { return nil }
    return RGB(red, green, blue)
  }

  /// How far two colours look apart.
  package func distance(to other: OKLab) -> Double {
    let (l, x, y) = (lightness - other.lightness, a - other.a, b - other.b)
    return (l * l + x * x + y * y).squareRoot()
  }

  /// The colour that lies `part` of the way to another.
  func mixed(with other: OKLab, _ part: Double) -> OKLab {
    OKLab(
      lightness: lightness + (other.lightness - lightness) * part,
      a: a + (other.a - a) * part,
      b: b + (other.b - b) * part)
  }
}

extension RGB {
  /// The colour that lies `part` of the way to another, as the eye sees it.
  package func mixed(with other: RGB, _ part: Double) -> RGB { OKLab(self).mixed(with: OKLab(other), part).rgb }

  /// The same hue at another lightness, 0 to 1.
  package func withLightness(_ lightness: Double) -> RGB {
    var lab = OKLab(self)
    lab.lightness = min(1, max(0, lightness))
    return lab.rgb
  }
}

extension UInt8 {
  /// The channel's light, 0 to 1 (IEC 61966-2-1).
  var linear: Double {
    let value = Double(self) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// The channel that gives this much light; nil beyond what a screen can show.
  fileprivate init?(linear light: Double) {
    guard light > -0.001, light < 1.001 else { return nil }
    let clamped = Swift.min(1, Swift.max(0, light))
    let value = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * pow(clamped, 1 / 2.4) - 0.055
    self = UInt8((value * 255).rounded())
  }
}
