import ColourSchemes
import Screen
import Testing

@Suite("Colours")
struct ColourTests {
  @Test("Contrast is WCAG's")
  func contrast() {
    #expect(Contrast.ratio(RGB(0), RGB(0xFFFFFF)) == 21)
    #expect(Contrast.ratio(RGB(0x777777), RGB(0x777777)) == 1)
    // The grey that is known to be just too light on white, and the one that is just dark enough.
    #expect(Contrast.ratio(RGB(0x777777), RGB(0xFFFFFF)) < 4.5)
    #expect(Contrast.ratio(RGB(0x767676), RGB(0xFFFFFF)) >= 4.5)
  }

  @Test("Six hexadecimal digits or three are a colour, nothing else is")
  func hexadecimal() {
    #expect(RGB(hex: "88C0D0") == RGB(0x88, 0xC0, 0xD0))
    #expect(RGB(hex: "#8cd") == RGB(0x88CCDD))
    for text in ["", "#", "88C0D", "88C0D0F", "+8C0D0", "GGGGGG", "0x88C0", "８８８８８８"] {
      #expect(RGB(hex: text) == nil, "\(text)")
    }
    #expect(RGB(0x00000A).description == "#00000a")
  }

  @Test(
    "How many colours a terminal has",
    arguments: [
      ([:], 256, .indexed256), ([:], 8, .ansi16), ([:], 16, .ansi16), ([:], -1, .mono), ([:], nil, .mono),
      ([:], 0x100_0000, .truecolor), (["COLORTERM": "truecolor"], 8, .truecolor),
      (["COLORTERM": "24bit"], 256, .truecolor), (["COLORTERM": "yes"], 256, .indexed256),
      (["NO_COLOR": "1", "COLORTERM": "truecolor"], 256, .mono), (["NO_COLOR": ""], 256, .indexed256),
      (["COLORTERM": "truecolor", "STY": "1.pts"], 256, .indexed256),
    ] as [([String: String], Int?, ColourDepth)])
  func depth(environment: [String: String], colours: Int?, expected: ColourDepth) {
    #expect(ColourDepth(terminfo: colours) { environment[$0] } == expected)
  }
}
