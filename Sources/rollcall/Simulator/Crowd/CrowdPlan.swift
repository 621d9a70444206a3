/// What the visitors of a crowd want to do, one after the other: the same seed wants the same.
struct CrowdPlan {
  /// What a visitor who is logged in wants. One who is not wants to log in.
  enum Wish: Equatable {
    /// To look at a page.
    case visit
    /// To log out.
    case logOut
    /// To go away without a word.
    case leave
  }

  private let people: [Int]
  private var random: SeededRandom

  /// What every `share`th visitor wants, of `visitors`, from the `part`th on: parts share nobody, so they run side by side.
  init(visitors: Int, seed: UInt64, part: Int, of share: Int) {
    people = Array(stride(from: part, to: visitors, by: share))
    random = SeededRandom(seed: seed, stream: UInt64(part) + 0x2_0000_0000)
  }

  /// Whether there is anybody.
  var isEmpty: Bool { people.isEmpty }

  /// Who does something next, and what.
  mutating func next() -> (person: Int, wish: Wish) {
    let person = random.pick(people)
    return (person, wish(random.below(100)))
  }

  /// Most look at pages; four times as many log out as go away, whose sessions stay until their time is over.
  private func wish(_ dice: Int) -> Wish {
    switch dice {
    case ..<80: .visit
    case ..<96: .logOut
    default: .leave
    }
  }
}
