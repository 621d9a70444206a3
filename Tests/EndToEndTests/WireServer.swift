import Foundation
import Support

/// A real web server on loopback with nothing but login.cgi behind it: how each of them hands a request on.
final class WireServer {
  /// Which server, and whether it starts the program for each request or finds it running.
  enum Kind: String, CaseIterable { case lighttpd, nginx, apache, nginxFastCGI }

  /// Scheme, host and port.
  let address: String
  private let files: TemporaryDirectory
  private var programs: [ChildProgram] = []
  private let lighttpd: WebServer?

  /// What the servers and the program wrote to their logs.
  var log: String {
    lighttpd?.log ?? ((try? String(contentsOfFile: files.file("error.log"), encoding: .utf8)) ?? "")
  }

  /// Starts a server over a database, and returns once it accepts connections.
  init(_ kind: Kind, database: String) throws {
    let files = try TemporaryDirectory()
    self.files = files
    if kind == .lighttpd {
      let server = try WebServer(database: database)
      (lighttpd, address) = (server, server.address)
      return
    }
    lighttpd = nil
    let (programs, port) = try Self.start(kind, files, database)
    self.programs = programs
    address = "http://localhost:\(port)"
  }

  deinit { programs.reversed().forEach { $0.stop() } }

  /// A port may be taken between asking for a free one and using it; then another one is tried.
  private static func start(
    _ kind: Kind, _ files: TemporaryDirectory, _ database: String
  ) throws -> ([ChildProgram], UInt16) {
    let log = files.file("error.log")
    func program(_ name: String, _ arguments: [String]) throws -> ChildProgram {
      try ChildProgram(
        name, arguments, environment: ["ROLLCALL_DATABASE": database, "ROLLCALL_CONFIG": "/dev/null"], output: log,
        errors: log)
    }
    var companions: [ChildProgram] = []
    if kind != .apache {
      // fcgiwrap by itself, without processes of its own that would outlive it.
      let behind = kind == .nginx ? ["/usr/sbin/fcgiwrap", "-f"] : [Products.release("login.cgi")]
      companions = [try program("spawn-fcgi", ["-n", "-s", files.file("socket"), "--"] + behind)]
    }
    for _ in 0..<20 {
      let port = try FreePort.some(1)[0]
      let configuration = kind == .apache ? try apache(files, port, database) : nginx(files, port, database)
      try Data(configuration.utf8).write(to: URL(filePath: files.file("server.conf")))
      // Apache leaves its own behind.
      unlink(files.file("apache.pid"))
      let server =
        kind == .apache
        ? try program("apache2", ["-X", "-d", files.path, "-f", files.file("server.conf")])
        : try program("nginx", ["-p", files.path, "-e", log, "-c", files.file("server.conf")])
      if isReady(server, companions, port, files, kind) { return (companions + [server], port) }
      server.stop()
      guard companions.allSatisfy(\.isRunning) else { break }
    }
    companions.forEach { $0.stop() }
    throw ChildProgram.Failure("\(kind) did not start: \((try? String(contentsOfFile: log, encoding: .utf8)) ?? "")")
  }

  /// Waits until a server accepts connections.
  ///
  /// - Returns: false when it, or what runs beside it, has ended or took too long.
  private static func isReady(
    _ server: ChildProgram, _ companions: [ChildProgram], _ port: UInt16, _ files: TemporaryDirectory, _ kind: Kind
  ) -> Bool {
    // Each makes its file only once it has the port, so that somebody else's server at the same one is not taken for it.
    let needed = (kind == .apache ? ["apache.pid"] : ["nginx.pid", "socket"]).map(files.file)
    for _ in 0..<1000 where server.isRunning && companions.allSatisfy(\.isRunning) {
      if needed.allSatisfy({ access($0, F_OK) == 0 }), let connection = try? RawConnection(port: port) {
        connection.finish()
        return server.isRunning
      }
      usleep(10_000)
    }
    return false
  }

  private static func nginx(_ files: TemporaryDirectory, _ port: UInt16, _ database: String) -> String {
    """
    daemon off;
    \(getuid() == 0 ? "user root root;" : "")
    worker_processes 1;
    pid \(files.file("nginx.pid"));
    events { worker_connections 64; }
    http {
      access_log off;
      client_body_temp_path \(files.file("body")); fastcgi_temp_path \(files.file("fastcgi"));
      proxy_temp_path \(files.file("proxy")); scgi_temp_path \(files.file("scgi")); uwsgi_temp_path \(files.file("uwsgi"));
      server {
        listen 127.0.0.1:\(port);
        location /login.cgi {
          fastcgi_split_path_info ^(/login\\.cgi)(/.*)?$;
          fastcgi_param GATEWAY_INTERFACE CGI/1.1;
          fastcgi_param SCRIPT_FILENAME \(Products.release("login.cgi"));
          fastcgi_param SCRIPT_NAME $fastcgi_script_name; fastcgi_param PATH_INFO $fastcgi_path_info;
          fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD $request_method;
          fastcgi_param REQUEST_URI $request_uri; fastcgi_param CONTENT_TYPE $content_type;
          fastcgi_param CONTENT_LENGTH $content_length; fastcgi_param REMOTE_ADDR $remote_addr;
          fastcgi_param SERVER_PROTOCOL $server_protocol; fastcgi_param HTTPS $https if_not_empty;
          fastcgi_param ROLLCALL_DATABASE \(database); fastcgi_param ROLLCALL_CONFIG /dev/null;
          fastcgi_param HTTP_PROXY "";
          # A test says at once that it will send no more; that is no client that has left.
          fastcgi_ignore_client_abort on;
          fastcgi_pass unix:\(files.file("socket"));
        }
      }
    }
    """
  }

  private static func apache(_ files: TemporaryDirectory, _ port: UInt16, _ database: String) throws -> String {
    let modules = "/usr/lib/apache2/modules/mod_"
    let isRoot = getuid() == 0
    // Apache runs its programs as nobody special, so what they need has to be that user's.
    let program = files.file("login.cgi")
    if access(program, F_OK) != 0 { try Products.copy(Products.release("login.cgi"), to: program) }
    if isRoot, let user = getpwnam("www-data")?.pointee {
      let directory = URL(filePath: database).deletingLastPathComponent().path
      for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
        chown(directory + "/" + name, user.pw_uid, user.pw_gid)
      }
      for path in [directory, files.path] { chown(path, user.pw_uid, user.pw_gid) }
    }
    return """
      ServerName localhost
      TraceEnable off
      Listen 127.0.0.1:\(port)
      PidFile \(files.file("apache.pid"))
      ErrorLog \(files.file("error.log"))
      DefaultRuntimeDir \(files.path)
      Mutex file:\(files.path) default
      LoadModule mpm_event_module \(modules)mpm_event.so
      LoadModule authz_core_module \(modules)authz_core.so
      LoadModule alias_module \(modules)alias.so
      LoadModule env_module \(modules)env.so
      LoadModule cgid_module \(modules)cgid.so
      \(isRoot ? "User www-data\nGroup www-data" : "")
      ScriptSock \(files.file("socket"))
      DocumentRoot \(files.path)
      SetEnv ROLLCALL_DATABASE \(database)
      SetEnv ROLLCALL_CONFIG /dev/null
      ScriptAlias /login.cgi \(program)
      """
  }
}
