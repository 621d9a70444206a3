import Screen
import SessionCore

extension Words {
  static func noSuchAction(_ name: String, _ near: String?) -> Phrase {
    near.map { Phrase("there is no action \(name): did you mean \($0)?", "没有操作 \(name)：是否想写 \($0)？") }
      ?? Phrase(
        "there is no action \(name): 'rollcall config keys' lists all.", "没有操作 \(name)：“rollcall config keys”列出全部。")
  }
  static func noSuchKey(_ name: String) -> Phrase {
    Phrase(
      "“\(name)” is no key: write x, ^X, F5, Space, Enter, Tab, Del or the like, with blanks between several.",
      "“\(name)”不是按键：请写 x、^X、F5、Space、Enter、Tab、Del 等，多个按键以空格分隔。")
  }
  static func movesOnly(_ key: Key, _ id: Action.ID) -> Phrase {
    let (key, name) = (key.configurationName, id.rawValue)
    return Phrase(
      "\(key) moves the cursor and does nothing else: give \(name) another key.", "\(key) 只用于移动光标：请为 \(name) 另选按键。")
  }
  static func isFixed(_ key: Key, _ owner: Action.ID) -> Phrase {
    let (key, name) = (key.configurationName, owner.rawValue)
    return Phrase(
      "\(key) is always the key of \(name): choose another.", "\(key) 始终是 \(name) 的按键：请另选按键。")
  }
  static func confirmsOnly(_ key: Key, _ id: Action.ID) -> Phrase {
    let (key, name) = (key.configurationName, id.rawValue)
    return Phrase(
      "\(key) is the key that confirms, so it cannot be the one that asks: give \(name) another key.",
      "\(key) 是确认键，不能同时用来发起操作：请为 \(name) 另选按键。")
  }
  static func needsKey(_ id: Action.ID) -> Phrase {
    Phrase("\(id.rawValue) needs a key.", "\(id.rawValue) 必须有按键。")
  }
  static func keysClash(_ key: Key, _ one: Action.ID, _ other: Action.ID, in view: ViewID) -> Phrase {
    let (key, view) = (key.configurationName, Self.view(view))
    return Phrase(
      "\(key) would be the key of both \(one.rawValue) and \(other.rawValue) in \(view.english): change one of them.",
      "在“\(view.chinese)”中 \(key) 将同时是 \(one.rawValue) 与 \(other.rawValue) 的按键：请更改其中之一。")
  }
}
