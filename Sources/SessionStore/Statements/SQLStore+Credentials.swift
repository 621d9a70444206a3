// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func credential(of user: User.ID) throws -> Credential? {
    try database.first(
      "SELECT phc, changed_at, source, pepper_id, must_change FROM credentials WHERE user_id = ?\(lock)", [.id(user)]
    ) { row in
      Credential(
        hash: row.text(0), changedAt: Timestamp(milliseconds: row.integer(1)),
        source: UInt8(exactly: row.integer(2)).flatMap(Credential.Source.init) ?? .administrator,
        pepperID: row.isNull(3) ? nil : row.text(3), mustChange: row.integer(4) != 0)
    }
  }

  public func setCredential(_ credential: Credential, of user: User.ID) throws {
    try database.run("DELETE FROM credentials WHERE user_id = ?", [.id(user)])
    try database.run(
      """
      INSERT INTO credentials(user_id, phc, scheme, changed_at, source, pepper_id, must_change)
      VALUES(?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(user), .text(credential.hash), .text(credential.scheme), .time(credential.changedAt),
        .integer(Int64(credential.source.rawValue)), credential.pepperID.map { .text($0) } ?? .null,
        .integer(credential.mustChange ? 1 : 0),
      ])
  }

  public func activation(of user: User.ID) throws -> Activation? {
    try database.first(
      "SELECT proof, created_at, expires_at, created_by FROM activations WHERE user_id = ?\(lock)", [.id(user)]
    ) { row in
      Activation(
        proof: row.blob(0), createdAt: Timestamp(milliseconds: row.integer(1)),
        expiresAt: Timestamp(milliseconds: row.integer(2)), createdBy: row.text(3))
    }
  }

  public func removeActivations() throws {
    for table in ["activations", "kept_activations"] { try database.run("DELETE FROM \(table)", []) }
  }

  public func setActivation(_ activation: Activation?, of user: User.ID) throws {
    try database.run("DELETE FROM activations WHERE user_id = ?", [.id(user)])
    guard let activation else { return }
    try database.run(
      "INSERT INTO activations(user_id, proof, created_at, expires_at, created_by) VALUES(?, ?, ?, ?, ?)",
      [
        .id(user), .blob(activation.proof), .time(activation.createdAt), .time(activation.expiresAt),
        .text(activation.createdBy),
      ])
  }
}
