import CMariaDB
import SessionCore

/// The library's own beginning, once, before the first thread of it.
private let libraryIsReady: Bool = mysql_server_init(0, nil, nil) == 0

extension Session {
  /// Where Debian, and most others, keep the certificates of the authorities that the system trusts.
  private static let systemAuthorities = "/etc/ssl/certs/ca-certificates.crt"

  /// How accounts may prove themselves: never by sending the password itself.
  private static let proofs = "mysql_native_password,client_ed25519,caching_sha2_password,sha256_password,parsec"

  /// Connects to one place.
  ///
  /// - Returns: what has passed the handshake, with TLS and the server's certificate checked where that is asked for.
  static func connected(_ place: Place, _ address: MariaDBAddress, password: String?) throws(Failure)
    -> UnsafeMutablePointer<MYSQL>
  {
    guard libraryIsReady, let handle = mysql_init(nil) else { throw Failure(UInt32(CR_OUT_OF_MEMORY), "no memory") }
    do throws(Failure) {
      prepare(handle, place, address)
      let (host, port, socket): (String?, UInt32, String?) =
        switch place {
        case .tcp(let host): (host.name, UInt32(host.port), nil)
        case .socket(let path): (nil, 0, path)
        }
      // Rows that a condition found count as changed, whether or not their values were the same before: as SQLite counts.
      let flags = UInt(CLIENT_FOUND_ROWS)
      guard mysql_real_connect(handle, host, address.user, password, address.database, port, socket, flags) != nil
      else { throw failure(handle, wasSent: false) }
      // Never reached, as the library refuses by itself: but plain text must not come about by some other version of it.
      if case .required = address.tls, mysql_get_ssl_cipher(handle) == nil {
        throw Failure(UInt32(CR_SSL_CONNECTION_ERROR), "the server does not speak TLS")
      }
      return handle
    } catch {
      mysql_close(handle)
      throw error
    }
  }

  private static func prepare(_ handle: UnsafeMutablePointer<MYSQL>, _ place: Place, _ address: MariaDBAddress) {
    set(handle, MYSQL_OPT_CONNECT_TIMEOUT, UInt32(address.connectTimeout))
    set(handle, MYSQL_OPT_READ_TIMEOUT, UInt32(address.readTimeout))
    set(handle, MYSQL_OPT_WRITE_TIMEOUT, UInt32(address.readTimeout))
    mysql_options(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4")
    mysql_options(handle, MARIADB_OPT_RESTRICTED_AUTH, proofs)
    // A server that is not ours must not ask for this machine's files.
    set(handle, MYSQL_OPT_LOCAL_INFILE, 0)
    switch place {
    case .tcp: set(handle, MYSQL_OPT_PROTOCOL, MYSQL_PROTOCOL_TCP.rawValue)
    case .socket: set(handle, MYSQL_OPT_PROTOCOL, MYSQL_PROTOCOL_SOCKET.rawValue)
    }
    guard case .required(let authorities) = address.tls else { return }
    // Only all three together refuse a server without TLS, one of an unknown authority, and one of another name.
    mysql_options(handle, MYSQL_OPT_SSL_CA, authorities ?? systemAuthorities)
    for option in [MYSQL_OPT_SSL_ENFORCE, MYSQL_OPT_SSL_VERIFY_SERVER_CERT] {
      var yes: my_bool = 1
      mysql_options(handle, option, &yes)
    }
  }

  private static func set(_ handle: UnsafeMutablePointer<MYSQL>, _ option: mysql_option, _ number: UInt32) {
    var number = number
    mysql_options(handle, option, &number)
  }
}

extension Session {
  /// Tells the server what is taken for granted here, in one question.
  ///
  /// - Parameters:
  ///   - mode: what the database is opened for.
  ///   - lockWait: how many seconds a lock is waited for: less than an answer may take, or a busy server looks like a dead one.
  /// - Throws: ``Failure``.
  func agree(_ mode: MariaDBConnection.Mode, lockWait: Int) throws(Failure) {
    var settings = [
      // Texts are the same when their bytes are; spaces at their ends count.
      "collation_connection = '\(isMariaDB ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin")'",
      "sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'",
      "autocommit = 1",
      "innodb_lock_wait_timeout = \(lockWait)",
      // MySQL's names; MariaDB knows them since 11.1 and keeps its own.
      "\(isMariaDB ? "tx" : "transaction")_isolation = 'READ-COMMITTED'",
      "\(isMariaDB ? "tx" : "transaction")_read_only = \(mode == .readOnly ? 1 : 0)",
    ]
    // On a cluster a read waits until this node has all that was committed anywhere before; elsewhere it means nothing.
    if isMariaDB { settings.append("wsrep_sync_wait = 1") }
    do throws(Failure) {
      try command("SET " + settings.map { "SESSION \($0)" }.joined(separator: ", "))
    } catch  where error.code == ServerCode.unknownVariable && isMariaDB {
      // Built without Galera.
      settings.removeLast()
      try command("SET " + settings.map { "SESSION \($0)" }.joined(separator: ", "))
    }
  }
}
