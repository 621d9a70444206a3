import FoundationEssentials
import SessionCore

/// Reads accounts from what `manage.py dumpdata auth.user` wrote. Objects of other models are passed over.
struct DjangoFixtureReader: AccountReader {
  /// An object of a fixture, as far as it is a user.
  private struct Object: Decodable {
    struct Fields: Decodable {
      let username: String
      let password: String
      let isActive: Bool?
      let dateJoined: String?
      let lastLogin: String?

      enum CodingKeys: String, CodingKey {
        case username, password
        case isActive = "is_active"
        case dateJoined = "date_joined"
        case lastLogin = "last_login"
      }
    }
    let pk: Int?
    let fields: Fields
  }

  private var scanner: ObjectScanner
  private var builder: AccountBuilder

  init(_ more: @escaping Bytes, builder: AccountBuilder) {
    scanner = ObjectScanner(more)
    self.builder = builder
  }

  var line: Int { scanner.line }
  var position: Int { scanner.position }

  mutating func next() throws(ImportError) -> AccountRow? {
    guard let object = try scanner.next() else { return nil }
    var raw = RawAccount(line: object.line, login: nil, secret: .hash(nil, salt: nil))
    if object.isTooLong { return .refused(builder.refusal(raw, .longRow)) }
    guard let user = try? JSONDecoder().decode(Object.self, from: Data(object.bytes)) else { return .passedOver }
    raw.login = Array(user.fields.username.utf8)
    raw.secret = .hash(Array(user.fields.password.utf8), salt: nil)
    raw.id = user.pk.map { Array(String($0).utf8) }
    raw.state = user.fields.isActive.map { Array(($0 ? "active" : "locked").utf8) }
    raw.created = user.fields.dateJoined.map { Array($0.utf8) }
    raw.lastLogin = user.fields.lastLogin.map { Array($0.utf8) }
    return builder.row(raw)
  }
}
