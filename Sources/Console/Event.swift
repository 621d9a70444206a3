import Screen
import SessionCore

/// What happens to the console, named for what happened.
public enum Event: Sendable {
  /// The terminal said something.
  case input(InputEvent)
  /// A second or so went by.
  case tick(Timestamp)
  /// Somebody else changed the database.
  case databaseChanged
  /// Sessions were read for the query of this serial number, and are being counted.
  case sessionsRead(Window<Session>, at: Timestamp, serial: Int)
  /// Users were read for the query of this serial number, and are being counted.
  case usersRead(Window<UserListing>, at: Timestamp, serial: Int)
  /// Sessions were read and counted for the query of this serial number.
  case sessionsLoaded(ListAnswer<Session>, serial: Int)
  /// Users were read and counted for the query of this serial number.
  case usersLoaded(ListAnswer<UserListing>, serial: Int)
  /// Attempts, and who has to wait, were read for the query of this serial number.
  case attemptsLoaded(AttemptAnswer, serial: Int)
  /// The audit log was read for the query of this serial number.
  case auditLoaded(AuditAnswer, serial: Int)
  /// A walk along the audit log's chain is so far, or over.
  case auditWalked(AuditWalk)
  /// The overview's figures were read for the request of this serial number.
  case overviewLoaded(Overview, serial: Int)
  /// A detail was read.
  case detailLoaded(Detail.Content)
  /// Who a detail is of is there no more.
  case detailGone(Detail.Subject)
  /// What an act would do is known.
  case previewed(Act, EndPreview)
  /// An act was done.
  case performed(Act, Outcome)
  /// An act that takes a while has been done to this many so far.
  case progressed(Act, Int)
  /// The sessions of a range were read, and whether these are all of them.
  case rangeRead([Session], isWhole: Bool)
  /// What was done was read, the newest first.
  case historyLoaded([DoneAct])
  /// An act was taken back, with this outcome; nil when it was too late.
  case undone(DoneAct.ID, UndoOutcome?)
  /// A step of the simulation was done.
  case simulated(SimulationResult)
  /// Nothing is on its way any more, and a walkthrough may go on.
  case walk(Timestamp)
  /// What the crowd has done so far.
  case crowd(CrowdReport)
  /// The crowd has left; because of some trouble, if it was not sent away.
  case crowdLeft(CrowdReport, because: Phrase?)
  /// The steps of a simulation were saved in this file.
  case walkthroughSaved(String)
  /// A row that was looked for was found, or none.
  case found(FoundRow?, serial: Int)
  /// The time that a reminder was asked for is over.
  case reminded(serial: Int)
  /// So many rows are written so far.
  case exporting(rows: Int)
  /// An export has ended.
  case exported(ExportEnd)
  /// A text was sent to the terminal's clipboard, or could not be.
  case copied(String, isSent: Bool)
  /// The themes that there are.
  case themesListed([ThemeChoice])
  /// A theme is worn.
  case themeChanged(String)
  /// How the database's server stands, and since when an answer of it has been waited for, if for long.
  case serverSeen(ServerState, waitedSince: Timestamp?)
  /// What became of an act that was in hand when the server was lost; nil for the taking back of one.
  case settled(Act?, Settlement)
  /// The database did not answer.
  case failed(Phrase, at: Timestamp)
  /// Something that was asked for could not be done; the database is well.
  case refused(Phrase)
}

/// What the console asks of the world. A value: whoever runs it answers with an ``Event``.
public enum Effect: Equatable, Sendable {
  /// Read sessions around a cursor.
  case loadSessions(SessionQuery, WindowAnchor<SessionPosition>, cursor: SessionID?, reach: Int, serial: Int)
  /// Read users around a cursor.
  case loadUsers(UserQuery, WindowAnchor<UserPosition>, cursor: User.ID?, reach: Int, serial: Int)
  /// Read attempts around a cursor.
  case loadAttempts(AttemptQuery, WindowAnchor<Int64>, cursor: Int64?, reach: Int, serial: Int)
  /// Read the audit log around a cursor.
  case loadAudit(AuditQuery, WindowAnchor<Int64>, cursor: Int64?, reach: Int, serial: Int)
  /// Walk along the audit log's chain.
  case verifyAudit
  /// Stop walking.
  case stopVerifying
  /// Read the overview's figures.
  case loadOverview(OverviewSpan, serial: Int)
  /// Read all of a detail.
  case loadDetail(Detail.Subject)
  /// Find out what an act would do; once it was found out, to what of that it still would.
  case preview(Act, again: EndPreview? = nil)
  /// Do it.
  case perform(Order)
  /// Stop the act that is being done, after the rows in hand.
  case stopAct
  /// Read the sessions from one place of a list to another.
  case readRange(SessionQuery, from: SessionPosition, to: SessionPosition)
  /// Read what was done.
  case loadHistory
  /// Take an act back.
  case undo(DoneAct.ID)
  /// Do a step of the simulation.
  case simulate(SimulationRequest)
  /// Let something happen in a demonstration's database.
  case arrange([Arrangement])
  /// Begin the walkthrough anew on a fresh copy, and show it from a step on.
  case replay(from: Int)
  /// Let a crowd come.
  case startCrowd(CrowdWish)
  /// Send it away.
  case stopCrowd
  /// Save the steps of a simulation in a new file.
  case saveWalkthrough(text: String, path: String)
  /// Find out which themes there are.
  case listThemes
  /// Wear a theme.
  case wear(String)
  /// Find the next row that matches.
  case find(FindRequest, serial: Int)
  /// Say so when some time is over.
  case remind(serial: Int, after: Interval)
  /// Keep a line of the history for the next time.
  case keepHistory(String)
  /// Write rows into a file.
  case export(ExportRequest)
  /// Stop doing so.
  case stopExport
  /// Send a text to the terminal's clipboard.
  case copy(String)
  /// Draw everything anew.
  case redraw
  /// Give the terminal back until the shell goes on with us.
  case suspend
  /// Leave.
  case quit
}
