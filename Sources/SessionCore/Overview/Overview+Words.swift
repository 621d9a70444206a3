extension Overview {
  /// The live sessions in words: `312 now, most 340 at 13:20, fewest 120 at 13:05`.
  public var liveWords: Phrase {
    let known = slots.filter { $0.live != nil }
    guard let most = known.max(by: { ($0.live ?? 0) < ($1.live ?? 0) }),
      let fewest = known.min(by: { ($0.live ?? 0) < ($1.live ?? 0) }), most.live != fewest.live
    else { return Phrase("\(live.text) now", "现在 \(live.text)") }
    return Phrase(
      "\(live.text) now, most \(most.live ?? 0) at \(time(most.start)), fewest \(fewest.live ?? 0) at \(time(fewest.start))",
      "现在 \(live.text)，最多 \(most.live ?? 0)（\(time(most.start))），最少 \(fewest.live ?? 0)（\(time(fewest.start))）")
  }

  /// The logins in words: `131 in all, most 12 at 13:20`.
  public var loginWords: Phrase { words(\.logins) }

  /// The failed attempts in words.
  public var failureWords: Phrase { words(\.failures) }

  /// How many logins and failed attempts were simulated, and nobody's own; nil where none was.
  public var simulatedWords: Phrase? {
    let sum = slots.reduce(0) { $0 + $1.simulated.value }
    guard sum > 0 else { return nil }
    let text = "\(sum)\(slots.contains { $0.simulated.isCapped } ? "+" : "")"
    return Phrase("\(text) of these simulated", "其中模拟 \(text)")
  }

  private func words(_ count: KeyPath<Slot, CappedCount>) -> Phrase {
    let sum = slots.reduce(0) { $0 + $1[keyPath: count].value }
    let isCapped = slots.contains { $0[keyPath: count].isCapped }
    guard let most = slots.max(by: { $0[keyPath: count].value < $1[keyPath: count].value }), sum > 0 else {
      return Phrase("none", "无")
    }
    let total = "\(sum)\(isCapped ? "+" : "")"
    let peak = most[keyPath: count].text
    return Phrase(
      "\(total) in all, most \(peak) at \(time(most.start))", "共 \(total)，最多 \(peak)（\(time(most.start))）")
  }

  /// A moment by the clock; with its date where the overview is longer than a day.
  public func time(_ moment: Timestamp) -> String {
    let text = moment.minuteText
    return span == .week ? "\(text.dropFirst(5).prefix(5)) \(text.suffix(5))" : String(text.suffix(5))
  }

  /// Whether nothing of what is counted happened, and nobody is logged in.
  public var isEmpty: Bool {
    live.value == 0 && slots.allSatisfy { $0.logins.value + $0.failures.value + ($0.live ?? 0) == 0 }
  }
}

extension Overview.Ends {
  /// When: `in 5–15m`, `later than 1d`.
  public var words: Phrase {
    switch (from, to) {
    case (nil, let to?): Phrase("within \(to.setting)", "\(to.setting) 内")
    case (let from?, let to?): Phrase("in \(from.setting) to \(to.setting)", "\(from.setting) 至 \(to.setting)")
    case (let from?, nil): Phrase("in \(from.setting) or more", "\(from.setting) 以后")
    case (nil, nil): Phrase("at some time", "某时")
    }
  }
}

extension OverviewSpan {
  /// How far back in words.
  public var words: Phrase {
    switch self {
    case .hour: Phrase("the last hour", "最近 1 小时")
    case .quarter: Phrase("the last 6 hours", "最近 6 小时")
    case .day: Phrase("the last 24 hours", "最近 24 小时")
    case .week: Phrase("the last 7 days", "最近 7 天")
    }
  }

  /// How long a slot is in words.
  public var slotWords: Phrase {
    switch self {
    case .hour: Phrase("a minute", "每分钟")
    case .quarter: Phrase("every 5 minutes", "每 5 分钟")
    case .day: Phrase("every half hour", "每半小时")
    case .week: Phrase("every 3 hours", "每 3 小时")
    }
  }
}
