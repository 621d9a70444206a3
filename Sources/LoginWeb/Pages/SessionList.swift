import SessionCore

/// A user's own sessions, each with what tells it from the others and a button that ends it.
struct SessionList {
  let visitor: Visitor
  let field: HTML

  private var language: Language { visitor.language }

  var html: HTML {
    get throws {
      let service = try visitor.exchange.service()
      let own = try service.ownSessions(of: visitor.session)
      let now = service.clock.now()
      return """
        <section class="panel" aria-labelledby="sessions-title">
        <h2 id="sessions-title">\(Texts.mySessions, language)</h2>
        <p class="lead">\(Texts.mySessionsLead, language)</p>
        <ul class="sessions">
        \(own.sessions.map { item($0, at: now) })</ul>
        \(more(own))
        \(own.count.value > 1 ? endOthers : nil)
        </section>
        """
    }
  }

  private func item(_ session: Session, at now: Timestamp) -> HTML {
    let isThis = session.id == visitor.session.id
    return """
      <li class="session\(isThis ? " this" : "")">
      <h3><bdi>\(UserAgent.summary(session.userAgent))</bdi>\(label(of: session, isThis))</h3>
      <dl>
      <div><dt>\(Texts.address, language)</dt><dd>\(session.address?.description ?? Texts.unknownAddress(language))</dd></div>
      <div><dt>\(Texts.loggedInSince, language)</dt><dd>\(time(session.createdAt))</dd></div>
      <div><dt>\(Texts.lastSeen, language)</dt><dd>\(isThis ? Texts.now : Texts.ago(now - session.lastSeenAt), language)</dd></div>
      <div><dt>\(Texts.endsBy, language)</dt><dd>\(Texts.idleEnd(session.expiresAt - now), language) \
      \(time(session.absoluteExpiresAt))</dd></div>
      </dl>
      <form method="post" action="\(visitor.site.account.appending("/end").text)">\(field)\
      <button class="quiet" name="session" value="\(session.id.description)" \
      aria-label="\(name(of: session, isThis))">\(isThis ? Texts.logOut : Texts.endSession, language)</button></form>
      </li>

      """
  }

  private func label(of session: Session, _ isThis: Bool) -> HTML? {
    if isThis { return " <strong class=\"tag\">\(Texts.thisSession, language)</strong>" }
    switch session.kind {
    case .browser: return nil
    case .remembered: return " <span class=\"tag\">\(Texts.rememberedSession, language)</span>"
    case .simulated: return " <span class=\"tag\">\(Texts.simulatedSession, language)</span>"
    }
  }

  /// What the button does, told apart from the others for those who do not see beside what it stands.
  private func name(of session: Session, _ isThis: Bool) -> String {
    let act = isThis ? Texts.logOut(language) : Texts.endSession(language)
    let address = session.address?.description ?? Texts.unknownAddress(language)
    let client = UserAgent.summary(session.userAgent)
    return Phrase("\(act): \(client), \(address)", "\(act)：\(client)，\(address)")(language)
  }

  private func more(_ own: OwnSessions) -> HTML? {
    let hidden = own.count.value - own.sessions.count
    guard hidden > 0 else { return nil }
    return "<p class=\"more\">\(Texts.moreSessions(hidden, isCapped: own.count.isCapped), language)</p>"
  }

  private var endOthers: HTML {
    """
    <form method="post" action="\(visitor.site.account.appending("/end-others").text)" class="end-others">\(field)\
    <button class="quiet">\(Texts.endOthers, language)</button></form>
    """
  }

  private func time(_ moment: Timestamp) -> HTML {
    "<time datetime=\"\(moment.rfc3339)\">\(Texts.moment(moment))</time>"
  }
}
