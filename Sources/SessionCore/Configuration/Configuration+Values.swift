extension Configuration.Setting {
  /// A value as programs look for it; what is wrong with it when it cannot be one.
  public func checked(_ value: String) -> Result<String, ValueError> {
    switch kind {
    case .database:
      if value.hasPrefix(MariaDBAddress.scheme) {
        do throws(StoreError) {
          _ = try MariaDBAddress(value)
        } catch {
          return .failure(ValueError(Phrase("cannot be used: \(error.detail)", "无法使用：\(error.detail)")))
        }
      }
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
    case .networks:
      return Network.trustList(value) != nil
        ? .success(value)
        : .failure(
          ValueError(
            Phrase(
              "is addresses and networks with blanks between them, such as 127.0.0.1 10.0.0.0/8, and never all there are",
              "应为以空格分隔的地址或网段，例如 127.0.0.1 10.0.0.0/8，且不能包含所有地址")))
    case .origins:
      return Origin.list(value) != nil
        ? .success(value)
        : .failure(
          ValueError(
            Phrase(
              "is origins with blanks between them, such as https://app.example.org:8443, with nothing after the port",
              "应为以空格分隔的源，例如 https://app.example.org:8443，端口之后不能有其他内容")))
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
  public struct ValueError: Error {
    /// What values are, as the end of a sentence that begins with the setting's name.
    public let phrase: Phrase
    init(_ phrase: Phrase) { self.phrase = phrase }
  }
}
