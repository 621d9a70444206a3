import Foundation
import Support

/// What the shipped configurations, and Debian's own that include them, name, and what a test has in its place: paths below
/// a directory of its own, and free ports on loopback. Nothing else is changed in them.
struct ServerTable {
  let root: String
  let ports: ServerPorts

  var entries: [(shipped: String, here: String)] {
    [
      ("/usr/lib/rollcall", "\(root)/lib"),
      ("/srv/www", "\(root)/www"),
      ("/etc/rollcall/", "\(root)/etc/"),
      ("/run/rollcall/", "\(root)/run/"),
      ("/run/fcgiwrap.socket", "\(root)/run/fcgiwrap.socket"),
      ("/run/php/php-fpm.sock", "\(root)/run/php-fpm.sock"),
      ("/run/lighttpd/", "\(root)/run/"),
      ("/etc/ssl/certs/www.example.org.pem", "\(root)/ssl/certificate.pem"),
      ("/etc/ssl/private/www.example.org.key", "\(root)/ssl/key.pem"),
      ("/etc/lighttpd/", "\(root)/server/"),
      ("https://www.example.org", "https://localhost:\(ports.https)"),
      ("www.example.org", "localhost"),
      ("127.0.0.1:9317", "127.0.0.1:\(ports.login)"),
      // nginx
      ("    listen [::]:443 ssl http2;\n", ""),
      ("    listen [::]:80;\n", ""),
      ("listen 443 ", "listen 127.0.0.1:\(ports.https) "),
      ("listen 80;", "listen 127.0.0.1:\(ports.http);"),
      // Apache
      ("<VirtualHost *:443>", "<VirtualHost *:\(ports.https)>"),
      ("<VirtualHost *:80>", "<VirtualHost *:\(ports.http)>"),
      // lighttpd
      ("$SERVER[\"socket\"] == \"[::]:443\" { ssl.engine = \"enable\" }\n", ""),
      ("\":443\"", "\"127.0.0.1:\(ports.https)\""),
    ]
  }

  /// What Debian's own main files name.
  var system: [(debian: String, here: String)] {
    [
      ("/etc/nginx/", "\(root)/server/"),
      ("/var/log/nginx/", "\(root)/log/"),
      ("/run/nginx.pid", "\(root)/run/nginx.pid"),
      ("/var/log/lighttpd/", "\(root)/log/"),
      ("/var/cache/lighttpd/uploads", "\(root)/tmp"),
      ("/run/lighttpd.pid", "\(root)/run/lighttpd.pid"),
      ("include_shell \"/usr/share/lighttpd/use-ipv6.pl \" + server.port\n", ""),
      ("server.port                 = 80", "server.bind = \"127.0.0.1\"\nserver.port = \(ports.http)"),
    ]
  }

  /// A shipped file as the test uses it.
  func shipped(_ name: String) throws -> String {
    try entries.reduce(text("\(Products.repository)/servers/\(name)")) { $0.replacing($1.shipped, with: $1.here) }
  }

  /// A file of Debian's as the test uses it.
  func system(_ path: String) throws -> String {
    try (system + entries.map { ($0.shipped, $0.here) }).reduce(text(path)) { $0.replacing($1.0, with: $1.1) }
  }

  private func text(_ path: String) throws -> String { try String(contentsOf: URL(filePath: path), encoding: .utf8) }
}

/// Ports on loopback that nobody uses.
struct ServerPorts {
  let https: UInt16
  let http: UInt16
  let login: UInt16

  init() throws {
    let ports = try FreePort.some(3)
    (https, http, login) = (ports[0], ports[1], ports[2])
  }
}
