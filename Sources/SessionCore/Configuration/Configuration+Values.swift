extension Configuration.Setting {
  /// A value of the file as programs look for it; what is wrong with it when it cannot be one.
  func checked(_ value: String) -> Result<String, ValueError> {
    switch kind {
    case .database:
      let address = value.hasPrefix("sqlite:") ? value.dropFirst("sqlite:".count) : Substring(value)
      return address.hasPrefix("/") || address.utf8.split(separator: 0x3A).count > 1
        ? .success(value)
        : .failure(
          ValueError(Phrase("must be a whole path, from / on", "必须是以 / 开头的完整路径")))
    case .file:
      return value.hasPrefix("/")
        ? .success(value) : .failure(ValueError(Phrase("must be a whole path, from / on", "必须是以 / 开头的完整路径")))
    case .sitePath:
      return value.hasPrefix("/") && !value.hasPrefix("//")
        ? .success(value)
        : .failure(ValueError(Phrase("must be a path on the site, such as /login.cgi", "必须是站内路径，例如 /login.cgi")))
    case .pageAddress:
      return value.hasPrefix("http://") || value.hasPrefix("https://")
        ? .success(value)
        : .failure(ValueError(Phrase("must begin with https:// or http://", "必须以 https:// 或 http:// 开头")))
    case .flag:
      switch value.lowercased() {
      case "yes", "on", "true", "1": return .success("1")
      case "no", "off", "false", "0": return .success("0")
      default: return .failure(ValueError(Phrase("is yes or no", "只能是 yes 或 no")))
      }
    case .number(let range):
      guard let number = Int(value), range.contains(number) else {
        let (least, most) = (range.lowerBound, range.upperBound)
        return .failure(ValueError(Phrase("is a number from \(least) to \(most)", "是 \(least) 到 \(most) 的数字")))
      }
      return .success(String(number))
    case .choice(let words):
      guard words.contains(value) else {
        return .failure(
          ValueError(
            Phrase("is one of: \(words.joined(separator: ", "))", "只能是：\(words.joined(separator: "、"))")))
      }
      return .success(value)
    case .account:
      guard let colon = value.firstIndex(of: ":"), colon != value.startIndex,
        value.index(after: colon) != value.endIndex
      else { return .failure(ValueError(Phrase("is login:password", "应写作“登录名:密码”"))) }
      return .success(value)
    case .text: return .success(value)
    }
  }

  /// What is wrong with a value, without the value: it may be a secret.
  struct ValueError: Error {
    let phrase: Phrase
    init(_ phrase: Phrase) { self.phrase = phrase }
  }
}
