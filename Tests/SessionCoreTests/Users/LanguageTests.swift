import SessionCore
import Testing

@Suite struct LanguageTests {
  @Test(
    arguments: [
      ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "en_GB.UTF-8"], .english),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"], .english), (["LANG": "en_US", "LC_MESSAGES": "zh_CN"], .chinese),
      (["LANG": "zh_CN", "LC_ALL": "", "LC_MESSAGES": ""], .chinese), (["LC_CTYPE": "zh_CN"], .english),
      (["LANG": "zh"], .chinese),
    ] as [([String: String], Language)]) func `the environment decides, the strongest variable first`(
      _ environment: [String: String], _ language: Language
    )
  {
    #expect(Language { environment[$0] } == language)
  }

  @Test func `a phrase says itself in each language`() {
    let phrase = Phrase("user", "用户")
    #expect(phrase(.english) == "user")
    #expect(phrase(.chinese) == "用户")
  }
}
