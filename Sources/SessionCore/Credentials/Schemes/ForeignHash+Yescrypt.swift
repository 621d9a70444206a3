/// Yescrypt and scrypt as crypt(3) writes them, by libxcrypt: `$y$`, `$gy$` and `$7$`.
extension ForeignHash {
  static func yescrypt(_ text: String) throws(HashFormatError) -> ForeignHash? {
    let fields = text.split(separator: "$", omittingEmptySubsequences: false)
    guard fields.count > 2, fields[0].isEmpty, ["y", "gy", "7"].contains(fields[1]) else { return nil }
    let isScrypt = fields[1] == "7"
    guard fields.count == (isScrypt ? 4 : 5), let digest = fields.last, digest.utf8.count == 43,
      fields.allSatisfy(HashText.isCryptText)
    else { throw .malformed }
    var digits = YescryptDigits(fields[2])
    guard let costs = isScrypt ? digits.scryptCosts() : digits.yescryptCosts() else { throw .malformed }
    let parameters = String(isScrypt ? fields[2].prefix(11) : fields[2])
    try costs.check(memory: isScrypt ? CostBound.scryptMemory : CostBound.memory, parameters)
    let scheme = isScrypt ? "scrypt-crypt" : fields[1] == "gy" ? "gost-yescrypt" : "yescrypt"
    return crypted(scheme, text, size: 43)
  }
}

/// What a hash of scrypt's family takes: N blocks of 128 r bytes, p lanes, t more passes.
struct ScryptCosts: Hashable, Sendable {
  let logN, r, p: Int
  var t = 0
  /// Costs that no bound can be put on: a file beside the hash, upgrades.
  var isUnbounded = false

  /// Refuses what would take too long or too much memory.
  func check(memory bound: Int, _ parameters: String) throws(HashFormatError) {
    // Each factor first, so that their product cannot overflow.
    guard !isUnbounded, logN <= 30, r <= 1 << 16, p <= 64, t <= 64, 128 * r << logN <= bound,
      (128 * r << logN) * p * (t + 1) <= CostBound.work
    else { throw .tooCostly(parameters) }
  }
}

/// Reads the numbers that stand before yescrypt's salt, written in crypt(3)'s base 64.
struct YescryptDigits {
  private var values: ArraySlice<Int>

  init(_ text: Substring) {
    values = text.utf8.compactMap { HashText.cryptDigits.firstIndex(of: $0) }[...]
  }

  /// `$7$`: one digit for log2 N, five for r and five for p, least significant first; the salt follows.
  mutating func scryptCosts() -> ScryptCosts? {
    guard values.count >= 11, let logN = values.popFirst(), let r = fixed(), let p = fixed(), logN > 0, r > 0, p > 0
    else { return nil }
    return ScryptCosts(logN: logN, r: r, p: p)
  }

  /// `$y$`: flavour, log2 N and r; if there is more, which of p, t, g and the size of a ROM follow.
  mutating func yescryptCosts() -> ScryptCosts? {
    guard variable(least: 0) != nil, let logN = variable(least: 1), let r = variable(least: 1) else { return nil }
    guard !values.isEmpty else { return ScryptCosts(logN: logN, r: r, p: 1) }
    guard let present = variable(least: 1), let p = present & 1 != 0 ? variable(least: 2) : 1,
      let t = present & 2 != 0 ? variable(least: 1) : 0
    else { return nil }
    return ScryptCosts(logN: logN, r: r, p: p, t: t, isUnbounded: present & ~3 != 0)
  }

  private mutating func fixed() -> Int? {
    guard values.count >= 5 else { return nil }
    defer { values.removeFirst(5) }
    return values.prefix(5).reversed().reduce(0) { $0 << 6 | $1 }
  }

  /// A number that takes the more digits the greater it is: the first digit says how many.
  private mutating func variable(least: Int) -> Int? {
    guard let first = values.popFirst() else { return nil }
    var (start, end, bits, number) = (0, 47, 0, least)
    while first > end {
      number += (end + 1 - start) << bits
      start = end + 1
      end = start + (62 - end) / 2
      bits += 6
    }
    number += (first - start) << bits
    while bits > 0 {
      guard let digit = values.popFirst() else { return nil }
      bits -= 6
      number += digit << bits
    }
    return number
  }
}
