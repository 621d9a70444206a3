import SessionCore
import Testing

@Suite struct FormTokenTests {
  private let forms = FormToken(key: ServerKey(random: .system))
  private let time = Timestamp(milliseconds: 1_795_000_000_000)

  @Test func `a session's field is its own`() {
    let mine = Token(time: time, random: .system)
    let theirs = Token(time: time, random: .system)
    let field = forms.field(for: mine)
    #expect(forms.accepts(field, for: mine))
    #expect(!forms.accepts(field, for: theirs))
    #expect(!FormToken(key: ServerKey(random: .system)).accepts(field, for: mine))
    for bad in ["", String(field.dropLast()), field + "A", field.lowercased(), mine.text] {
      #expect(!forms.accepts(bad, for: mine))
    }
  }

  @Test func `a login form is good from its moment until its lifetime is over, to the millisecond`() {
    let field = forms.loginField(at: time)
    let end = time + FormToken.loginFormLifetime
    #expect(forms.acceptsLogin(field, at: time))
    #expect(forms.acceptsLogin(field, at: end - Interval(milliseconds: 1)))
    #expect(!forms.acceptsLogin(field, at: end))
    #expect(!forms.acceptsLogin(field, at: time - Interval(milliseconds: 1)))
  }

  @Test func `a login form of another key, moment or purpose is refused`() {
    let field = forms.loginField(at: time)
    #expect(!FormToken(key: ServerKey(random: .system)).acceptsLogin(field, at: time))
    let later = forms.loginField(at: time + .seconds(1))
    let mixed = field.prefix { $0 != "." } + later.drop { $0 != "." }
    #expect(!forms.acceptsLogin(String(mixed), at: time + .minutes(1)))
    #expect(!forms.acceptsLogin(forms.field(for: Token(time: time, random: .system)), at: time))
  }

  @Test(arguments: ["", ".", "-1.x", "zzzzzzzzzzzzzzzzzz.x", "0", "0.", "王.明"]) func `nonsense is refused`(
    _ text: String
  ) {
    #expect(!forms.acceptsLogin(text, at: time))
  }

  @Test func `another way to write the moment is refused`() {
    let field = forms.loginField(at: time)
    for other in ["+" + field, "0" + field, field.uppercased(), " " + field] {
      #expect(!forms.acceptsLogin(other, at: time))
    }
  }
}
