import SessionCore

/// A request that gets an error page. It says what the visitor can do, and nothing about the inside (OWASP ASVS 5.0,
/// 16.5.1).
public struct Refusal: Error, Hashable {
  /// What the answer's status is.
  public let status: Status
  /// What went wrong, as a heading.
  public let title: Phrase
  /// What to do.
  public let advice: Phrase
  /// What the page does take, for ``Status/methodNotAllowed``.
  let allowed: [Method]

  /// Makes a refusal with its own words.
  public init(_ status: Status, title: Phrase, advice: Phrase) {
    self.init(status, title, advice, allowed: [])
  }

  private init(_ status: Status, _ title: Phrase, _ advice: Phrase, allowed: [Method] = []) {
    self.status = status
    self.title = title
    self.advice = advice
    self.allowed = allowed
  }

  /// There is no such page.
  public static let notFound = Refusal(.notFound, Texts.notFound, Texts.notFoundAdvice)
  /// The request cannot be read.
  public static let malformed = Refusal(.badRequest, Texts.malformed, Texts.malformedAdvice)
  /// The request does not say how long it is.
  public static let lengthRequired = Refusal(.lengthRequired, Texts.malformed, Texts.lengthAdvice)
  /// The form holds more than is taken.
  public static let tooLarge = Refusal(.contentTooLarge, Texts.tooLarge, Texts.tooLargeAdvice)
  /// The session holds as much as it can.
  public static let sessionFull = Refusal(.contentTooLarge, Texts.sessionFull, Texts.sessionFullAdvice)
  /// The body is no form.
  public static let unsupportedMediaType = Refusal(.unsupportedMediaType, Texts.malformed, Texts.mediaTypeAdvice)
  /// The form was not sent from a page of this site.
  public static let foreignForm = Refusal(.forbidden, Texts.foreignForm, Texts.foreignFormAdvice)
  /// The form was given out to another session.
  public static let staleForm = Refusal(.forbidden, Texts.staleForm, Texts.staleFormAdvice)
  /// The request came by plain http from another machine.
  public static let insecure = Refusal(.forbidden, Texts.insecure, Texts.insecureAdvice)
  /// The database or the key cannot be used.
  public static let unavailable = Refusal(.serviceUnavailable, Texts.unavailable, Texts.unavailableAdvice)

  /// It says that it is simulated, and must not be, or is none of the simulator's.
  public static let simulation = Refusal(.forbidden, Texts.simulationOff, Texts.simulationOffAdvice)

  /// Everybody is logging in at once.
  static let busy = Refusal(.serviceUnavailable, Texts.busy, Texts.busyAdvice)

  /// The database is on its way to another place.
  static let moving = Refusal(.serviceUnavailable, Texts.moving, Texts.movingAdvice)

  /// The page takes other methods.
  public static func methodNotAllowed(_ allowed: [Method]) -> Refusal {
    Refusal(.methodNotAllowed, Texts.methodNotAllowed, Texts.methodNotAllowedAdvice, allowed: allowed)
  }
}
