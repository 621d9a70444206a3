import SessionCore

extension State {
  /// What a copy takes here: a session's id, a login, an address.
  var copyable: String? {
    if case .detail(let detail)? = overlay {
      switch detail.subject {
      case .session(let session): return session.id.description
      case .user:
        if case .user(let content)? = detail.content { return content.listing.user.login.text }
        return nil
      case .attempt(let entry): return copyable(.attempt(entry))
      case .audit(let listing): return copyable(.audit(listing))
      }
    }
    return currentRow.map { copyable($0) }
  }

  private func copyable(_ row: AnyRow) -> String {
    switch row {
    case .session(let session): session.id.description
    case .user(let listing): listing.user.login.text
    case .attempt(let entry): entry.attempt.address?.description ?? entry.attempt.login
    case .audit(let listing): listing.entry.record.session?.description ?? listing.login ?? "\(listing.rowID)"
    }
  }

  /// Why there is nothing to copy; nil when there is.
  var copyDisabled: Phrase? { copyable == nil ? Words.nothingHere : nil }

  mutating func copy() -> [Effect] { copyable.map { [.copy($0)] } ?? [] }

  /// Says what was sent: whether the terminal took it, it does not tell.
  mutating func copied(_ text: String, isSent: Bool) {
    notice =
      isSent ? Notice(text: Words.copied(text), ink: .good) : Notice(text: Words.noClipboard(text), ink: .warning)
  }
}

extension Words {
  static func copied(_ text: String) -> Phrase {
    Phrase("Sent to the terminal's clipboard: \(text)", "已发送到终端剪贴板：\(text)")
  }
  static func noClipboard(_ text: String) -> Phrase {
    Phrase("This terminal has no clipboard to send it to: \(text)", "此终端没有可用的剪贴板：\(text)")
  }
}
