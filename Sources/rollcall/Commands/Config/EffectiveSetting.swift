import Screen
import SessionCore

/// A setting as it holds: its value without secrets, and where it comes from.
struct EffectiveSetting {
  let setting: Configuration.Setting
  let value: Configuration.Value?

  init(_ setting: Configuration.Setting, _ value: Configuration.Value?) {
    self.setting = setting
    self.value = value
  }

  /// The value as it may be shown.
  var shown: String? { value.map { setting.redacted($0.text) } }

  /// Where it comes from, in a word.
  var source: String {
    switch value?.source {
    case .option: "option"
    case .environment: "environment"
    case .file: "file"
    case nil: "default"
    }
  }

  /// The variable, or the file and the line.
  var place: String? {
    switch value?.source {
    case .option: "--" + setting.name
    case .environment: setting.variable
    case .file(let path, let line): "\(path):\(line)"
    case nil: nil
    }
  }
}

extension Column where Row == EffectiveSetting {
  /// What `config show` says of a setting.
  static func settings(_ language: Language) -> [Column] {
    [
      Column("name", Phrase("SETTING", "设置项")) { .text($0.setting.name) },
      // People see what holds; programs get null where nothing is set.
      Column("value", Phrase("VALUE", "值"), for: .programs) { Cell($0.shown) },
      Column("holds", Phrase("VALUE", "值"), for: .people) { .text($0.shown ?? $0.setting.otherwise(language)) },
      Column("source", Phrase("FROM", "来自")) { row in
        .word(row.source, row.value == nil ? .dim : .accent)
      },
      Column("place", Phrase("WHERE", "位置")) { Cell($0.place) },
      Column("variable", Phrase("VARIABLE", "环境变量"), for: .programs) { .text($0.setting.variable) },
    ]
  }
}
