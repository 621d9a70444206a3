/// Given and family names of one writing, and how people there make a login of them.
struct NameStock {
  /// How a name becomes a login.
  enum Form: CaseIterable {
    /// `zoë.krüger`
    case dotted
    /// `Zoë Krüger`
    case spaced
    /// `zoë_krüger`
    case underscored
    /// `zkrüger`
    case initial
    /// `zoë84`
    case numbered
    /// `zoë.krüger@example.org`
    case mail
    /// `王小明`: the family name first and nothing between.
    case joined
    /// `王小明84`
    case joinedNumbered
  }

  /// How many people of a hundred have such a name.
  let share: Int
  /// Given and family names that go together: in some languages a family name has a form for women.
  let groups: [(given: [String], family: [String])]
  /// The forms, each as often as it stands here.
  let forms: [Form]

  /// A login.
  func login(_ random: inout SeededRandom) -> String {
    let group = random.pick(groups)
    let given = random.pick(group.given)
    let family = random.pick(group.family)
    switch random.pick(forms) {
    case .dotted: return "\(given).\(family)".lowercased()
    case .spaced: return "\(given) \(family)"
    case .underscored: return "\(given)_\(family)".lowercased()
    case .initial: return "\(given.prefix(1))\(family)".lowercased()
    case .numbered: return "\(given)\(10 + random.below(90))".lowercased()
    case .mail: return "\(given).\(family)@example.org".lowercased()
    case .joined: return family + given
    case .joinedNumbered: return "\(family)\(given)\(10 + random.below(90))"
    }
  }

  /// Every writing. The shares add up to a hundred.
  static let all = [latin, chinese, cyrillic, arabic, pictures]
}
