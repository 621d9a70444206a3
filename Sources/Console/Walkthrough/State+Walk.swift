import Screen
import SessionCore

extension State {
  /// Begins to show a walkthrough in a console that has just been opened.
  public mutating func begin(_ walk: Walk) {
    self.walk = walk
    fit(size)
    if walk.deed != nil { self.walk?.due = now } else { showCaption() }
  }

  /// When the walkthrough wants ``Event/walk(_:)``, once nothing is on its way any more; nil when it waits for a key.
  public var walkDue: Timestamp? { walk?.failure == nil ? walk?.due : nil }

  /// The lines that the walkthrough speaks in; nil when none is shown.
  var captionPanel: CaptionPanel? { walk.map { CaptionPanel($0, in: outerSize, setting.language) } }

  /// The terminal's size.
  var outerSize: Size { Size(rows: size.rows + panelHeight, columns: size.columns) }

  /// Takes the terminal's size, of which the walkthrough has its lines and the console the rest.
  mutating func fit(_ outer: Size) {
    panelHeight = walk.map { CaptionPanel($0, in: outer, setting.language).height } ?? 0
    size = Size(rows: outer.rows - panelHeight, columns: outer.columns)
    keepCursorsVisible()
  }

  /// A key while a walkthrough is shown: the keys that it needs, and no others.
  mutating func guide(_ key: Key) -> [Effect] {
    guard let walk else { return [] }
    switch key {
    case .character("q"), .control("c"): return [.quit]
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .character("b"), .left, .backspace:
      // While a step is being done, back is to its own caption.
      let target = walk.isWaiting ? walk.step - 1 : walk.step
      return target >= 0 ? [.replay(from: target)] : []
    case .character(" "), .right, .enter:
      guard walk.isWaiting, walk.failure == nil else { return [] }
      return goOn()
    default: return []
    }
  }

  /// Does what comes next, now that nothing is on its way any more.
  mutating func walkOn(at time: Timestamp) -> [Effect] {
    now = max(now, time)
    guard let walk, walk.failure == nil, let due = walk.due, due <= now else { return [] }
    self.walk?.elapsed = walk.elapsing
    guard let number = walk.deed else { return goOn() }
    let deeds = walk.script.steps[walk.step].deeds
    guard number < deeds.count else { return endStep() }
    let effects = perform(deeds[number])
    return self.walk?.failure != nil && walk.pace != .guided ? [.quit] : effects
  }

  /// The caption has been read: to what is done after it.
  private mutating func goOn() -> [Effect] {
    walk?.deed = 0
    walk?.due = now
    return []
  }

  private mutating func endStep() -> [Effect] {
    guard var walk else { return [] }
    guard walk.step + 1 < walk.script.steps.count else {
      guard walk.pace == .guided else { return [.quit] }
      let outer = outerSize
      self.walk = nil
      fit(outer)
      notice = Notice(text: Words.walkOver, ink: .accent)
      return reload()
    }
    walk.step += 1
    walk.deed = nil
    walk.due = nil
    if let last = walk.replayed, walk.step >= last { walk.replayed = nil }
    self.walk = walk
    showCaption()
    return []
  }

  private mutating func showCaption() {
    guard var walk else { return }
    if walk.replayed != nil {
      walk.deed = 0
      walk.due = now
    } else {
      walk.pass(Walk.readingTime(say(walk.script.steps[walk.step].caption)), at: now)
      if walk.pace == .guided { walk.due = nil }
    }
    self.walk = walk
  }

  private mutating func perform(_ deed: Walkthrough.Deed) -> [Effect] {
    switch deed.kind {
    case .press(let keys): return press(keys, gap: Walk.keyGap, deed)
    case .type(let text): return press(say(text).map(Key.character), gap: Walk.letterGap, deed)
    case .pause(let length):
      finishDeed(after: length)
    case .arrange(let arrangement):
      finishDeed()
      return [.arrange([arrangement])]
    case .expect(let text, let isThere):
      guard shows(say(text)) == isThere else {
        fail(deed, isThere ? Words.walkMissing(say(text)) : Words.walkUnwanted(say(text)))
        return []
      }
      finishDeed()
    case .waitFor(let text): wait(for: say(text), deed)
    }
    return []
  }

  private mutating func press(_ keys: [Key], gap: Interval, _ deed: Walkthrough.Deed) -> [Effect] {
    guard var walk else { return [] }
    if case .confirm(let confirm, _)? = overlay, confirm.isCounting {
      // A question takes no answer before it is known what it is about.
      let deadline = walk.deadline ?? now + Walk.patience
      self.walk?.deadline = deadline
      self.walk?.due = now + Walk.glance
      if now < deadline { return [] }
    }
    walk.deadline = nil
    if walk.keys.isEmpty { walk.keys = keys }
    let key = walk.keys.removeFirst()
    walk.pass(gap, at: now)
    if walk.keys.isEmpty { walk.deed = (walk.deed ?? 0) + 1 }
    self.walk = walk
    let effects = take(key)
    guard !effects.contains(.quit) else {
      self.walk?.failure = .leaves(deed.line)
      return []
    }
    return effects
  }

  private mutating func wait(for text: String, _ deed: Walkthrough.Deed) {
    if shows(text) { return finishDeed() }
    let deadline = walk?.deadline ?? now + Walk.patience
    walk?.deadline = deadline
    walk?.due = now + Walk.glance
    if now >= deadline { fail(deed, Words.walkMissing(text)) }
  }

  private mutating func finishDeed(after length: Interval = Interval(milliseconds: 0)) {
    walk?.deadline = nil
    walk?.deed? += 1
    let now = now
    walk?.pass(length, at: now)
  }

  private mutating func fail(_ deed: Walkthrough.Deed, _ what: Phrase) {
    walk?.failure = WalkthroughError(deed.line, what)
    walk?.replayed = nil
  }

  /// Whether the console, without the caption, shows a text in one line.
  private func shows(_ text: String) -> Bool { picture.lines.contains { $0.contains(text) } }
}
