import SessionCore

/// Makes logins that no two people share, the same ones for a seed each time.
struct LoginMaker {
  private var random: SeededRandom
  private var taken: Set<String> = []
  private let isTaken: (Login) throws -> Bool

  /// How often a taken name is drawn again before a number is put behind it.
  private static let tries = 3

  /// Begins the logins of a seed; those that `isTaken` knows are left out.
  init(seed: UInt64, isTaken: @escaping (Login) throws -> Bool = { _ in false }) {
    random = SeededRandom(seed: seed, stream: 1)
    self.isTaken = isTaken
  }

  /// The next login.
  ///
  /// - Throws: what asking for taken ones throws.
  mutating func next() throws -> Login {
    var count = 0
    while true {
      let name = name()
      count += 1
      // Many people have one name: the later ones put a number behind theirs, of as many digits as it takes.
      let text = count > Self.tries ? name + String(2 + random.below(count > 2 * Self.tries ? 1_000_000 : 1000)) : name
      guard let login = try? Login(text), !taken.contains(login.key), try !isTaken(login) else { continue }
      taken.insert(login.key)
      return login
    }
  }

  private mutating func name() -> String {
    var rest = random.below(100)
    for stock in NameStock.all {
      rest -= stock.share
      if rest < 0 { return stock.login(&random) }
    }
    return NameStock.latin.login(&random)
  }
}
