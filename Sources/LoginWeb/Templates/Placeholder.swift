/// What a header or footer may ask for, written `{{name}}`.
enum Placeholder: String, CaseIterable {
  /// The site's name.
  case name
  /// The page's language, as in `lang`.
  case language
  /// The login program's path.
  case login
  /// The site's front page.
  case home
  /// The login of who is logged in; empty for nobody.
  case user
  /// The site's logo, as a picture.
  case logo

  /// Whether its value may begin a link.
  var isAddress: Bool { self == .login || self == .home }

  /// All of them as they are written.
  static var list: String { allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ") }
}

/// The values for a page.
struct PlaceholderValues {
  let name: String
  let language: String
  let login: String
  let home: String
  let user: String
  let logo: SiteLogo?

  /// A value as a text. The logo is none: it is markup.
  func text(_ placeholder: Placeholder) -> String {
    switch placeholder {
    case .name: name
    case .language: language
    case .login: login
    case .home: home
    case .user: user
    case .logo: ""
    }
  }
}
