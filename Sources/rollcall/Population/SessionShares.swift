import Glibc

/// Divides sessions among people as it is in life: many have none or one, a few have very many.
enum SessionShares {
  /// Divides sessions.
  ///
  /// - Parameters:
  ///   - sessions: how many there are; no more than those who may have some can hold.
  ///   - mayHaveSome: who may have sessions.
  ///   - maximum: how many one person may have.
  ///   - random: what is drawn from.
  /// - Returns: a number a person.
  static func divide(_ sessions: Int, among mayHaveSome: [Bool], maximum: Int, _ random: inout SeededRandom) -> [Int] {
    let weights = mayHaveSome.map { may -> Double in
      let draw = random.unit()
      let isThere = !random.chance(30)
      // Pareto's tail, cut where one person would be most of the site.
      return may && isThere ? min(200, pow(1 - draw, -0.75)) : 0
    }
    var counts = [Int](repeating: 0, count: weights.count)
    let total = weights.reduce(0, +)
    var left = sessions
    if total > 0 {
      // Marks at equal distances along all the weights: everybody gets their share, rounded down or up.
      let step = total / Double(max(1, sessions))
      var mark = step * random.unit()
      var end = 0.0
      for person in weights.indices {
        end += weights[person]
        while mark < end, left > 0, counts[person] < maximum {
          counts[person] += 1
          left -= 1
          mark += step
        }
        while mark < end { mark += step }
      }
    }
    // What was too much for one goes to the next who has room.
    while left > 0 {
      let before = left
      for person in counts.indices where mayHaveSome[person] && counts[person] < maximum && left > 0 {
        counts[person] += 1
        left -= 1
      }
      if left == before { break }
    }
    return counts
  }
}
