extension FilterError {
  /// What is wrong and what would be right.
  public var phrase: Phrase {
    let (fault, advice) = (fault, advice)
    return Phrase("\(fault.english) \(advice.english)", "\(fault.chinese)\(advice.chinese)")
  }

  /// What is wrong, naming the word.
  private var fault: Phrase {
    switch problem {
    case .unknownWord: Phrase("“\(word)” is not a filter word.", "“\(word)”不是筛选词。")
    case .unknownValue: Phrase("“\(word)” is not known.", "无法识别“\(word)”。")
    case .missingValue: Phrase("“\(word)” says nothing to look for.", "“\(word)”没有给出要查找的内容。")
    case .wrongForm: Phrase("“\(word)” is written another way.", "“\(word)”的写法不对。")
    case .notALength: Phrase("“\(word)” has no length of time.", "“\(word)”中没有时长。")
    case .notAMoment: Phrase("“\(word)” is no moment.", "“\(word)”不是时刻。")
    case .notANetwork: Phrase("“\(word)” is no address or network.", "“\(word)”不是地址或网段。")
    case .notAnID: Phrase("“\(word)” is no session's id.", "“\(word)”不是会话编号。")
    case .openQuotation: Phrase("“\(word)” has one quotation mark.", "“\(word)”只有一个引号。")
    case .textAfterQuotation: Phrase("“\(word)” goes on after its quotation.", "“\(word)”在引号之后还有文字。")
    case .nothingToNegate: Phrase("“-” stands alone.", "“-”单独出现。")
    case .negatedTwice: Phrase("“\(word)” begins with two dashes.", "“\(word)”以两个短横开头。")
    case .nothingBesideOr: Phrase("“|” misses a word beside it.", "“|”的一侧缺少词。")
    case .tooLong(let most): Phrase("The filter is longer than \(most) bytes.", "筛选超过 \(most) 字节。")
    case .tooManyWords(let most): Phrase("The filter has more than \(most) words.", "筛选超过 \(most) 个词。")
    }
  }

  /// What would be right, for where the word is marked and there is little room.
  public var advice: Phrase {
    switch problem {
    case .unknownWord(let known):
      Phrase("Use \(known.joined(separator: " ")).", "请用 \(known.joined(separator: " "))。")
    case .unknownValue(let known):
      Phrase(
        "Use one of \(known.joined(separator: ", ")).", "请用 \(known.joined(separator: "、")) 之一。")
    case .missingValue(let example): Self.write(example)
    case .wrongForm(let examples):
      Phrase(
        "Write it like \(examples.joined(separator: ", ")).", "请写成 \(examples.joined(separator: "、"))。")
    case .notALength(let example):
      Phrase("Write a number with s, m, h or d, like \(example).", "请写数字加 s、m、h 或 d，例如 \(example)。")
    case .notAMoment(let example):
      Phrase("Write it like \(example), in UTC.", "请写成 \(example)（UTC）。")
    case .notANetwork:
      Phrase(
        "Write it like 203.0.113.7, 203.0.113.0/24 or 2001:db8::/48.", "请写成 203.0.113.7、203.0.113.0/24 或 2001:db8::/48。"
      )
    case .notAnID: Phrase("Write all of its 26 letters and digits.", "请写出全部 26 个字母和数字。")
    case .openQuotation: Phrase("Write another at the end of the value.", "请在值的末尾再写一个。")
    case .textAfterQuotation: Phrase("Write a space or | after it.", "请在引号后写空格或 |。")
    case .nothingToNegate, .negatedTwice: Self.write("-state:idle")
    case .nothingBesideOr: Self.write("user:ali|user:bob")
    case .tooLong, .tooManyWords: Phrase("Leave something out.", "请删去一些。")
    }
  }

  private static func write(_ example: String) -> Phrase {
    Phrase("Write it like \(example).", "请写成 \(example)。")
  }
}
