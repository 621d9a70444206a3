import Foundation

/// Chance that a seed repeats (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to 1.
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) / Double(UInt64(1) << 53)
  }

  /// A time of an exponential distribution: so much later comes the next of many who know nothing of each other.
  mutating func exponential(mean: Double) -> Double { -log(1 - next()) * mean }

  /// Whether what happens with this probability happens.
  mutating func happens(_ probability: Double) -> Bool { next() < probability }
}
