import Screen
import SessionCore

/// One value of a list or report, before it is known who reads it.
enum Cell: Hashable {
  /// A text; it may come from a stranger.
  case text(String)
  /// A word that says how things stand, with what it means to a person.
  case word(String, Ink)
  /// A whole number.
  case number(Int64)
  /// A number with a fraction, as it is written.
  case decimal(String)
  /// Yes or no.
  case flag(Bool)
  /// A moment, written by RFC 3339 in UTC.
  case time(Timestamp)
  /// Several texts.
  case texts([String])
  /// Nothing is known.
  case none

  init(_ text: String?) { self = text.map(Cell.text) ?? .none }
  init(_ time: Timestamp?) { self = time.map(Cell.time) ?? .none }

  /// For a person, without colour; nil for nothing.
  var plain: String? {
    switch self {
    case .text(let text), .word(let text, _), .decimal(let text): text
    case .number(let number): String(number)
    case .flag(let isSet): isSet ? "yes" : "no"
    case .time(let time): time.rfc3339
    case .texts(let texts): texts.isEmpty ? nil : texts.joined(separator: ", ")
    case .none: nil
    }
  }

  /// Whether people read it from the right.
  var isNumber: Bool {
    switch self {
    case .number, .decimal: true
    default: false
    }
  }
}

/// One column of a list: what programs call it, what people do, and where its value comes from.
struct Column<Row> {
  /// The name in JSON and CSV.
  let name: String
  /// The heading for people.
  let heading: Phrase
  /// What people see where nothing is known.
  let absent: Phrase
  /// Who gets it.
  let audience: Audience
  /// The value.
  let cell: (Row) -> Cell

  /// Who a column is for.
  enum Audience {
    case everybody, people, programs
  }

  init(
    _ name: String, _ heading: Phrase, absent: Phrase = Phrase("–", "–"), for audience: Audience = .everybody,
    _ cell: @escaping (Row) -> Cell
  ) {
    self.name = name
    self.heading = heading
    self.absent = absent
    self.audience = audience
    self.cell = cell
  }
}
