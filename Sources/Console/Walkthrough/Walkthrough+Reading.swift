import Screen
import SessionCore

extension Walkthrough {
  /// Reads a script.
  ///
  /// - Parameters:
  ///   - text: its lines. Those that begin with `#` are remarks; those that begin with a blank go on with the line before.
  ///   - logins: whom the demonstration's database has; nil where that is not known.
  /// - Throws: ``WalkthroughError`` for the first line that cannot be understood, and where a language is missing.
  public init(text: String, logins: [String]? = nil) throws(WalkthroughError) {
    var title: Phrase?
    var size = Size(rows: 24, columns: 80)
    var scene: DemoScene?
    var steps: [Step] = []
    var headings: [WalkthroughKeyword: Int] = [:]
    for line in try WalkthroughLine.all(of: text) {
      if let logins { try line.requireUser(among: logins) }
      if line.keyword.isHeading {
        guard steps.isEmpty else { throw .afterSteps(line.number, line.keyword.rawValue) }
        if let first = headings.updateValue(line.number, forKey: line.keyword) {
          throw .twice(line.number, line.keyword.rawValue, first: first)
        }
      }
      switch line.keyword {
      case .title: title = line.text
      case .size: size = try line.size()
      case .say: steps.append(Step(caption: line.text, deeds: [], line: line.number))
      case _ where steps.isEmpty && line.keyword.isOfScene:
        var held = scene ?? DemoScene()
        try held.take(line)
        scene = held
      default:
        guard let step = steps.popLast() else { throw .beforeSteps(line.number, line.keyword.rawValue) }
        let deed = Deed(try line.deed(), line: line.number)
        steps.append(Step(caption: step.caption, deeds: step.deeds + [deed], line: step.line))
      }
    }
    guard let title else {
      throw WalkthroughError(
        1, "It has no title: begin with 'title en: …' and 'title zh: …'.", "没有标题：请以“title en: …”和“title zh: …”开头。")
    }
    guard !steps.isEmpty else {
      throw WalkthroughError(
        1, "It has no step: write 'say en: …' and 'say zh: …', and below them what is done.",
        "没有任何步骤：请写“say en: …”和“say zh: …”，并在其下写要做的事。")
    }
    self.init(title: title, size: size, scene: scene, steps: steps)
  }
}

extension WalkthroughLine {
  fileprivate func size() throws(WalkthroughError) -> Size {
    let parts = text.english.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (40...300).contains(parts[0]), (14...100).contains(parts[1]) else {
      throw WalkthroughError(
        number, "A size is columns and rows, such as 80x24, from 40x14 to 300x100.",
        "尺寸为列数和行数，例如 80x24，范围为 40x14 至 300x100。")
    }
    return Size(rows: parts[1], columns: parts[0])
  }

  func count(upTo most: Int) throws(WalkthroughError) -> Int {
    guard let count = Int(text.english), (0...most).contains(count) else {
      throw WalkthroughError(number, "This is a number from 0 to \(most).", "这里应为 0 到 \(most) 的数字。")
    }
    return count
  }

  fileprivate func deed() throws(WalkthroughError) -> Walkthrough.Deed.Kind {
    switch keyword {
    case .press: return .press(try keys())
    case .type: return .type(text)
    case .waitFor: return .waitFor(text)
    case .expect: return .expect(text, isThere: true)
    case .expectNot: return .expect(text, isThere: false)
    case .pause:
      guard let length = Interval(text: text.english), length <= .minutes(1) else {
        throw WalkthroughError(number, "A pause is a length up to a minute, such as 2s.", "停顿为不超过一分钟的时长，例如 2s。")
      }
      return .pause(length)
    default: return .arrange(try arrangement())
    }
  }

  private func keys() throws(WalkthroughError) -> [Key] {
    var keys: [Key] = []
    for name in text.english.split(separator: " ") {
      guard let key = Key(inWalkthrough: name) else { throw .noKey(number, String(name)) }
      // ^C leaves, ^Z stops the program: neither can be shown.
      guard key != .control("c"), key != .control("z") else { throw .leaves(number) }
      keys.append(key)
    }
    return keys
  }
}

extension Key {
  /// Reads a key's name as a walkthrough writes it.
  fileprivate init?(inWalkthrough name: Substring) {
    let named: [String: Key] = [
      "Enter": .enter, "Esc": .escape, "Tab": .tab, "BackTab": .backTab, "Space": .character(" "),
      "Backspace": .backspace, "Del": .delete, "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home,
      "End": .end, "PgUp": .pageUp, "PgDn": .pageDown,
    ]
    if let key = named[String(name)] {
      self = key
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.count == 2, name.first == "^", let letter = name.last, letter.isASCII, letter.isLetter {
      self = .control(Character(letter.lowercased()))
    } else if name.first == "F", let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
