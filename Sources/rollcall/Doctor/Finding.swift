import Screen
import SessionCore

/// What a check found: how bad it is, a sentence, and the command that mends it.
struct Finding {
  /// How bad it is.
  enum Severity: String, Comparable {
    /// As it should be.
    case ok
    /// It works, and should be looked at.
    case warning
    /// It does not work, or is not safe.
    case problem

    static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

    private var rank: Int {
      switch self {
      case .ok: 0
      case .warning: 1
      case .problem: 2
      }
    }

    var ink: Ink {
      switch self {
      case .ok: .good
      case .warning: .warning
      case .problem: .danger
      }
    }
  }

  /// What was looked at, the same name every time.
  let check: String
  let severity: Severity
  let sentence: Phrase
  /// A command line; nil where no command mends it.
  let mend: String?

  static func ok(_ check: String, _ english: String, _ chinese: String) -> Finding {
    Finding(check: check, severity: .ok, sentence: Phrase(english, chinese), mend: nil)
  }

  static func warning(_ check: String, _ english: String, _ chinese: String, mend: String? = nil) -> Finding {
    Finding(check: check, severity: .warning, sentence: Phrase(english, chinese), mend: mend)
  }

  static func problem(_ check: String, _ english: String, _ chinese: String, mend: String? = nil) -> Finding {
    Finding(check: check, severity: .problem, sentence: Phrase(english, chinese), mend: mend)
  }
}

extension Column where Row == Finding {
  /// What programs get of a finding.
  static func findings(_ language: Language) -> [Column] {
    [
      Column("severity", Phrase("SEVERITY", "程度")) { .word($0.severity.rawValue, $0.severity.ink) },
      Column("check", Phrase("CHECK", "检查项")) { .text($0.check) },
      Column("finding", Phrase("FINDING", "结果")) { .text($0.sentence(language)) },
      Column("mend", Phrase("MEND", "修复命令")) { Cell($0.mend) },
    ]
  }
}
