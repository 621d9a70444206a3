import Foundation
import Support

extension ServedSite {
  /// Starts the server in the foreground, with Debian's main file and the shipped one where that includes it.
  func startServer() throws -> ChildProgram {
    let log = file("log/server.log")
    switch kind {
    case .apacheCGI, .apacheFastCGI:
      try layOutApache()
      let environment = [
        "APACHE_CONFDIR": file("server"), "APACHE_RUN_USER": Self.user ?? NSUserName(), "APACHE_RUN_DIR": file("run"),
        "APACHE_RUN_GROUP": Self.user ?? NSUserName(), "APACHE_PID_FILE": file("run/apache2.pid"),
        "APACHE_LOCK_DIR": file("run"), "APACHE_LOG_DIR": file("log"),
      ]
      return try ChildProgram(
        "apache2", ["-d", file("server"), "-f", file("server/apache2.conf"), "-DFOREGROUND"], environment: environment,
        output: log, errors: log)
    case .nginxCGI, .nginxFastCGI:
      try layOutNginx()
      return try ChildProgram(
        "nginx", ["-c", file("server/nginx.conf"), "-g", "daemon off;"], output: log, errors: log)
    case .lighttpdCGI, .lighttpdFastCGI:
      try directory("server/conf-enabled")
      try write(table.system("/etc/lighttpd/lighttpd.conf"), to: "server/lighttpd.conf")
      try write(configured(), to: "server/conf-enabled/50-rollcall.conf")
      try write(table.shipped("lighttpd/rollcall.lua"), to: "server/rollcall.lua")
      return try ChildProgram(
        "lighttpd", ["-D", "-f", file("server/lighttpd.conf")], output: log, errors: log)
    case .caddyFastCGI:
      let options = """
        {
        \tadmin off
        \tdefault_bind 127.0.0.1
        \thttp_port \(table.ports.http)
        \thttps_port \(table.ports.https)
        }

        """
      try write(options + configured(), to: "server/Caddyfile")
      let words = Self.asUser(["caddy", "run", "--adapter", "caddyfile", "--config", file("server/Caddyfile")])
      return try ChildProgram(
        words[0], Array(words.dropFirst()), environment: ["HOME": file("server"), "XDG_DATA_HOME": file("server")],
        output: log, errors: log)
    }
  }

  /// The shipped configuration; for some users only, with the lines for that in docs/servers.md.
  private func configured() throws -> String {
    let text = try table.shipped(kind.rawValue)
    guard let users else { return text }
    let (place, lines) =
      switch kind {
      case .apacheCGI, .apacheFastCGI:
        ("Require valid-user\n", "Require user \(users)\nAuthzSendForbiddenOnFailure On\n")
      case .nginxCGI, .nginxFastCGI:
        ("include snippets/rollcall-check.conf;\n", "$0fastcgi_param ROLLCALL_USERS \"\(users)\";\n")
      case .lighttpdCGI, .lighttpdFastCGI:
        ("  # What a browser keeps", "setenv.set-environment = (\"ROLLCALL_USERS\" => \"\(users)\")\n$0")
      case .caddyFastCGI: ("env ROLLCALL_ORIGINAL_METHOD", "env ROLLCALL_USERS \"\(users)\"\n$0")
      }
    guard text.contains(place) else { throw ChildProgram.Failure("\(kind.rawValue) has no \(place)") }
    return text.replacing(place, with: lines.replacing("$0", with: place))
  }

  private func layOutNginx() throws {
    for name in ["snippets", "sites-enabled", "conf.d", "modules-enabled"] { try directory("server/\(name)") }
    try write(table.system("/etc/nginx/nginx.conf"), to: "server/nginx.conf")
    try write(table.system("/etc/nginx/mime.types"), to: "server/mime.types")
    for name in ["rollcall-login.conf", "rollcall-check.conf", "rollcall-page.conf"] {
      try write(table.shipped("nginx/\(name)"), to: "server/snippets/\(name)")
    }
    try write(configured(), to: "server/sites-enabled/rollcall.conf")
    // Built into nginx are directories that only root may write.
    let buffers = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(file("tmp/" + $0));\n" }
    try write(buffers.joined(), to: "server/conf.d/buffers.conf")
  }

  private func layOutApache() throws {
    for name in ["mods-enabled", "sites-enabled", "conf-enabled"] { try directory("server/\(name)") }
    try write(table.system("/etc/apache2/apache2.conf"), to: "server/apache2.conf")
    try write(table.shipped("apache/rollcall-headers.conf"), to: "server/rollcall-headers.conf")
    let site = try configured()
    try write(site, to: "server/sites-enabled/rollcall.conf")
    let listen = "Listen 127.0.0.1:\(table.ports.http)\nListen 127.0.0.1:\(table.ports.https)\nServerName localhost\n"
    try write(listen, to: "server/ports.conf")
    // What a new Debian has enabled, and what the shipped file says to enable.
    let usual = """
      access_compat alias auth_basic authn_core authn_file authz_core authz_host authz_user autoindex deflate dir env
      filter mime mpm_event negotiation reqtimeout setenvif status
      """
    let wanted = site.firstMatch(of: /a2enmod ([a-z_ ]+)/).map { String($0.1) } ?? ""
    for module in (usual + " " + wanted).split(whereSeparator: \.isWhitespace) { try enable(String(module)) }
  }

  /// As a2enmod does: with what the module depends on.
  private func enable(_ module: String) throws {
    let available = "/etc/apache2/mods-available/\(module)"
    let load = try String(contentsOf: URL(filePath: "\(available).load"), encoding: .utf8)
    let needed = load.firstMatch(of: /# Depends: (.*)/).map { $0.1.split(separator: " ") } ?? []
    for other in needed { try enable(String(other)) }
    for kind in ["load", "conf"] where access("\(available).\(kind)", R_OK) == 0 {
      let text = try String(contentsOf: URL(filePath: "\(available).\(kind)"), encoding: .utf8)
      try write(text, to: "server/mods-enabled/\(module).\(kind)")
    }
  }

  private func directory(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
  }
}
