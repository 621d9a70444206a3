import SessionCore
import SessionStore

/// The key files of both databases, which must hold one key: a move changes no proof, no code and no seal.
struct MoveKeys {
  let source: KeyRing
  /// The target's; nil where no target is named.
  let target: KeyRing?

  /// Reads them. A key file that the configuration names is that of both.
  ///
  /// - Throws: ``CommandFailure`` when the target's is missing; ``SessionCore/KeyFileError``.
  init(_ options: DatabaseOptions, from: DatabaseAddress, to: DatabaseAddress?) throws {
    let common = try options.configuration()[.key]
    let path = try common ?? from.keyPath
    source = try KeyRing(file: path)
    target = try to.map { to in
      let copy = try common ?? to.keyPath
      guard Files.exists(copy) else {
        throw CommandFailure(
          .unavailable,
          Phrase(
            "The target needs the source's key: run 'cp -p \(path.inShell) \(copy.inShell)', or set 'key' in the configuration for both.",
            "目标数据库需要源数据库的密钥：请运行“cp -p \(path.inShell) \(copy.inShell)”，或在配置中为两者设置 key。"))
      }
      return try KeyRing(file: copy)
    }
  }

  /// Makes sure that both are the key of `database`.
  ///
  /// - Throws: ``CommandFailure``, ``SessionCore/KeyFileError``, ``SessionCore/StoreError``.
  func check(_ database: any Connection) throws {
    try service(database).requireKey()
    guard let target else { return }
    do {
      try SessionService(store: SQLStore(database), keys: target).requireKey()
    } catch is KeyFileError {
      throw CommandFailure(
        .unavailable,
        Phrase(
          "The target's key file holds another key than the source's: copy the source's in its place.",
          "目标数据库的密钥文件与源数据库的密钥不同：请改用源数据库密钥文件的副本。"))
    }
  }

  /// The operations over a database under its key.
  func service(_ database: any Connection) -> SessionService {
    SessionService(store: SQLStore(database), keys: source)
  }
}
