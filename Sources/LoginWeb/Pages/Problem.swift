import SessionCore

// What was wrong with a form that was sent.
//
// The page's title begins with the word for it, which screen readers say first. The text stands above the form with a
// link to the field, for whoever looks or reads from the top. The focus goes to the field itself, which the text
// describes: there readers say the field's name, that it is invalid, and why, and the next key pressed mends it. An alert
// that is there when the page opens is announced by some of them only, and a heading in focus would be one more step for
// everybody.
extension HTML {
  /// What stands above a form: what it is for, or what was wrong with what was sent and in which `field`, by its id.
  static func lead(_ text: Phrase, problem: Phrase?, at field: StaticString? = nil, _ language: Language) -> HTML {
    guard let problem else { return "<p class=\"lead\">\(text, language)</p>" }
    let message: HTML =
      if let field { link(to: field, problem, language) } else { "\(problem, language)" }
    return summary("<p id=\"problem\">\(message)</p>", language)
  }

  /// What stands above a form that was not taken.
  static func summary(_ messages: HTML, _ language: Language) -> HTML {
    """
    <section class="problem" role="alert" aria-labelledby="problem-title">
    <h2 id="problem-title">\(Texts.problemHeading, language)</h2>
    \(messages)</section>
    """
  }

  /// A problem, as a link to the field that mends it.
  static func link(to field: StaticString, _ problem: Phrase, _ language: Language) -> HTML {
    "<a href=\"#\(field.description)\">\(problem, language)</a>"
  }

  /// The attributes of a field that a problem is about, and which a `hint` may describe as well.
  static func pointer(to problem: Phrase?, hint: StaticString? = nil) -> HTML? {
    let hint = hint?.description
    guard problem != nil else { return hint.map { " aria-describedby=\"\($0)\"" } }
    return " aria-describedby=\"problem\(hint.map { " " + $0 } ?? "")\" aria-invalid=\"true\""
  }

  /// The attribute of the field that the keyboard is for when the page opens.
  static func focus(if isFirst: Bool) -> HTML? { isFirst ? " autofocus" : nil }
}
