/// The name that was most likely meant; nil when none is near.
///
/// Near is: at most a third of the letters, and one more, have to be put in, taken out or replaced.
public func nearest(to name: String, in names: [String]) -> String? {
  // What is much longer than any name is no slip of the fingers.
  guard name.utf8.count <= 64 else { return nil }
  let wanted = Array(name.lowercased().unicodeScalars)
  let ranked = names.map { (name: $0, distance: distance(wanted, Array($0.unicodeScalars))) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= wanted.count / 3 + 1 else {
    return nil
  }
  return best.name
}

/// Levenshtein's distance.
private func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  var row = Array(0...other.count)
  for (index, scalar) in one.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, candidate) in other.enumerated() {
      let above = row[column + 1]
      row[column + 1] = min(above + 1, row[column] + 1, diagonal + (scalar == candidate ? 0 : 1))
      diagonal = above
    }
  }
  return row[other.count]
}
