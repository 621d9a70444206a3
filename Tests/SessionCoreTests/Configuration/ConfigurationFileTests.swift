import SessionCore
import Testing

@Suite struct ConfigurationFileTests {
  private func read(_ text: String) throws -> [String: String] {
    let file = try ConfigurationFile(text: text, path: "a.conf")
    return Dictionary(uniqueKeysWithValues: file.entries.map { ($0.setting.name, $0.value) })
  }

  private func failure(_ text: String) -> ConfigurationError? {
    do throws(ConfigurationError) {
      _ = try ConfigurationFile(text: text, path: "a.conf")
      return nil
    } catch { return error }
  }

  @Test func `a file without lines sets nothing`() throws {
    for text in ["", "\n\n", "# a = b\n   # more\n\t\n", "\u{FEFF}# x"] { #expect(try read(text).isEmpty) }
  }

  @Test func `names and values lose their blanks, and nothing else`() throws {
    let text = "  theme=nord\r\n\tkey =\t/a b/c#d=e  \npage-url = https://x.example/?a=b&c=d\ndemo = \" a:b # c \"\n"
    #expect(
      try read(text) == [
        "theme": "nord", "key": "/a b/c#d=e", "page-url": "https://x.example/?a=b&c=d", "demo": " a:b # c ",
      ])
  }

  @Test(
    arguments: zip(["yes", "On", "TRUE", "1", "no", "off", "false", "0"], ["1", "1", "1", "1", "0", "0", "0", "0"]))
  func `yes and no have many spellings`(_ text: String, _ value: String) throws {
    #expect(try read("allow-http = \(text)") == ["allow-http": value])
  }

  @Test(arguments: [
    ("databse = /x", 1, "did you mean database?"), ("\nhash_slots = 4", 2, "did you mean hash-slots?"),
    ("allow_http=1", 1, "did you mean allow-http?"), ("zebra = 1", 1, "config example"),
    ("theme nord", 1, "name = value"), ("theme =", 1, "no value"), ("theme = # nord", 1, "no value"),
    ("theme = nord # mine", 1, "line of its own"), ("theme = \"nord", 1, "closing quote"),
    ("theme = a\n\ntheme = b", 3, "line 1 already"), ("key = rollcall.key", 1, "whole path"),
    ("database = rollcall.db", 1, "whole path"), ("login = login.cgi", 1, "path on the site"),
    ("return = //evil.example", 1, "path on the site"), ("page-url = www.example.org", 1, "https://"),
    ("allow-http = perhaps", 1, "yes or no"), ("hash-slots = 0", 1, "from 1 to 1024"),
    ("trusted-proxies = 10.0.0.0/33", 1, "addresses and networks"), ("trusted-proxies = 0.0.0.0/0", 1, "never all"),
    ("return-origins = http://www.example.org", 1, "is origins"), ("return-origins = https://a.example/x", 1, "port"),
    ("hash-slots = many", 1, "from 1 to 1024"), ("language = fr", 1, "en, zh"), ("demo = alice", 1, "login:password"),
    ("theme = a\u{1B}[31mb", 1, "text file"), ("theme = a\u{0}b", 1, "text file"),
  ])
  func `what is no setting is named with its line and what to do`(_ text: String, _ line: Int, _ words: String) throws {
    let error = try #require(failure(text))
    #expect(error.line == line)
    #expect(error.description.hasPrefix("a.conf:\(line): "))
    #expect(error.description.contains(words), "\(error)")
  }

  @Test func `an origin is called in Chinese what browsers call it`() throws {
    #expect(Configuration.example(.chinese).contains("登录后除本站外还可前往的源"))
    let error = try #require(failure("return-origins = http://www.example.org"))
    #expect(error.phrase.chinese.contains("应为以空格分隔的源，"))
  }

  @Test func `an error shows no value, which may be a secret`() throws {
    for text in ["demo = hunter2", "database = hunter2", "demo = \"a:hunter2"] {
      #expect(try !#require(failure(text)).description.contains("hunter2"))
    }
  }

  @Test(arguments: Language.allCases) func `the documented file sets nothing, and every setting with the # away`(
    _ language: Language
  ) throws {
    let example = Configuration.example(language)
    #expect(try read(example).isEmpty)
    let names = Configuration.Setting.all.map(\.name)
    let set = example.split(separator: "\n").map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
    }
    #expect(Set(try read(set.joined(separator: "\n")).keys) == Set(names))
    for setting in Configuration.Setting.all { #expect(example.contains(setting.variable)) }
  }

  @Test func `names and variables are unique and what they are called`() {
    let all = Configuration.Setting.all
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Configuration.Setting.loginCGI.variable == "ROLLCALL_LOGIN_CGI")
    #expect(Configuration.Setting.goOn.variable == "ROLLCALL_RETURN")
  }

  @Test func `the console's keys are kept apart from what all programs read`() throws {
    let file = try ConfigurationFile(text: "theme = nord\nkey.end = x  ^K\nkey.lock=none\nkey = /k\n", path: "a.conf")
    #expect(file.entries.map(\.setting.name) == ["theme", "key"])
    #expect(file.keys.map(\.action) == ["end", "lock"])
    #expect(file.keys.map(\.keys) == ["x  ^K", "none"])
    #expect(file.keys.map(\.line) == [2, 3])
    let twice = try #require(failure("key.end = x\nkey.end = y"))
    #expect(twice.line == 2 && twice.description.contains("line 1 already"))
    #expect(try #require(failure("key.end =")).description.contains("no value"))
  }
}
