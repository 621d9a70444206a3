import Screen
import Testing

@Suite struct ProseTests {
  @Test func `words are not broken, and blanks at the ends of lines go`() {
    #expect(
      Prose.lines("The id is right, the secret was made up.", 16) == ["The id is right,", "the secret was", "made up."])
    #expect(Prose.lines("one  two ", 20) == ["one two"])
    #expect(Prose.lines("", 20) == [""])
  }

  @Test func `between Chinese characters a line may end, and no line begins with a mark`() {
    #expect(Prose.lines("密码正确：login.cgi 建立会话。", 10) == ["密码正确：", "login.cgi", "建立会话。"])
    #expect(Prose.lines("一二三四，五", 8) == ["一二三", "四，五"])
    #expect(Prose.lines("他说“好”。", 8) == ["他说", "“好”。"])
  }

  @Test func `what is longer than a line is broken where the line ends`() {
    #expect(Prose.lines("a __Host-rollcall b", 6) == ["a", "__Host", "-rollc", "all b"])
  }

  @Test(arguments: 1...40) func `no line is wider than it may be, and nothing is lost`(_ width: Int) {
    let text = "密码正确：login.cgi 建立会话（303）。 The secret goes into the browser's cookie alone, 数据库只保存其证明。👍🏽 é…"
    let lines = Prose.lines(text, width)
    for line in lines { #expect(SafeText.width(line) <= max(2, width)) }
    #expect(lines.joined().filter { $0 != " " } == SafeText.safe(text).filter { $0 != " " })
  }
}
