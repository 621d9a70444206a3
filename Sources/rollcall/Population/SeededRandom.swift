/// Numbers that a seed repeats, on every machine. For what is made up, never for secrets.
///
/// The generator is SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededRandom {
  private var state: UInt64

  /// Begins the numbers of a seed; each `stream` of a seed has its own.
  init(seed: UInt64, stream: UInt64) {
    state = seed
    state = next() ^ (stream &* 0xD1B5_4A32_D192_ED03)
    _ = next()
  }

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to one less than `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high) }

  /// A number from 0 to 1, without 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of a list.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// A length of time up to `longest`, short ones more often by the square.
  mutating func short(_ longest: Int64) -> Int64 {
    let part = unit()
    return Int64(Double(max(0, longest)) * part * part)
  }
}
