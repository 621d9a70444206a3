import SessionCore

/// What an act on the account page came to. It stands in the address of the page that follows, as one of these words and
/// nothing else, so nobody can put words of their own there.
enum AccountNews: String, CaseIterable {
  /// A session was ended.
  case ended
  /// The session had ended before.
  case over
  /// All other sessions were ended.
  case endedOthers = "ended-others"
  /// There were no others.
  case alone
  /// The password was changed.
  case password

  /// What the query of a request says was done; nil for nothing.
  init?(queryOf exchange: Exchange) {
    guard !exchange.request.query.isEmpty, let form = Form(Array(exchange.request.query.utf8)),
      let word = form["done"]
    else { return nil }
    self.init(rawValue: word)
  }

  /// The account page that says so.
  func page(of site: Site) -> ReturnPath { ReturnPath("\(site.account.text)?done=\(rawValue)") ?? site.account }

  /// What the page says.
  var phrase: Phrase {
    switch self {
    case .ended: Texts.sessionEnded
    case .over: Texts.sessionWasOver
    case .endedOthers: Texts.othersEnded
    case .alone: Texts.noOthers
    case .password: Texts.passwordChanged
    }
  }
}
