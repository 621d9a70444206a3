import Support
import Testing

/// The configurations in `servers/`, each by its file.
enum ServerKind: String, CaseIterable, CustomTestStringConvertible {
  case apacheCGI = "apache/rollcall-cgi.conf"
  case apacheFastCGI = "apache/rollcall-fcgi.conf"
  case nginxCGI = "nginx/rollcall-cgi.conf"
  case nginxFastCGI = "nginx/rollcall-fcgi.conf"
  case lighttpdCGI = "lighttpd/rollcall-cgi.conf"
  case lighttpdFastCGI = "lighttpd/rollcall-fcgi.conf"
  case caddyFastCGI = "caddy/Caddyfile"

  var testDescription: String { rawValue }

  /// What runs beside the server: on a real machine systemd starts these.
  enum Companion {
    /// login.cgi with a socket as its standard input.
    case login
    /// login.cgi at a TCP port, where Apache asks.
    case loginAtPort
    /// What runs CGI programs for servers that do not.
    case fcgiwrap
    case phpFPM
  }

  var companions: [Companion] {
    switch self {
    case .apacheCGI, .apacheFastCGI: [.loginAtPort, .phpFPM]
    case .nginxCGI: [.fcgiwrap, .phpFPM]
    case .nginxFastCGI, .caddyFastCGI: [.login, .fcgiwrap, .phpFPM]
    case .lighttpdCGI: []
    case .lighttpdFastCGI: [.login, .phpFPM]
    }
  }

  /// Whether who is not logged in is sent to the notice, instead of getting it in place of the page.
  var redirects: Bool { self == .caddyFastCGI }
}
