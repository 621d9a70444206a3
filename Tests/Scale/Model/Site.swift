/// What a site is made of. Times are in seconds.
struct Site {
  /// On what its sessions are.
  enum Kind: String {
    case sqlite, mariadb, galera
  }

  /// How a web host knows that a node is gone.
  enum Death {
    /// The process ended: its connections are closed at once, and new ones refused.
    case refused
    /// The machine or its line is gone: nothing comes any more.
    case silent
  }

  var kind = Kind.sqlite
  var webHosts = 1
  /// Of each web host.
  var cores = 4
  /// FastCGI workers of each web host; 0 for a CGI program a request.
  var workers = 16
  /// Hashes at once on each web host; nil for one a core, as Rollcall has it unless told otherwise.
  var hashes: Int?
  /// How long a hash waits for its turn before the answer is 503.
  var patience = 10.0
  /// Of each database host.
  var nodes = 1
  var nodeCores = 4
  /// Whether every web host asks the nodes in the same order, so that one node takes the writes.
  var sameOrder = true
  /// Whether reads go to the node beside the web host all the same.
  var readsNear = false
  /// Chains of the audit log, each with an end of its own. Rollcall has one; what more would bring is asked here.
  var auditChains = 1
  /// From a web host to a node and back.
  var roundTrip = 0.0003
  /// From node to node and back.
  var between = 0.0005
  /// How long a commit takes beside one on the machine that was measured: as its disk's flushes do.
  var disk = 1.0
  /// How long the other nodes wait for a dead one until they go on without it: Galera's defaults, and tuned.
  var eviction = 6.0
  static let tunedEviction = 1.1
  /// How long a web host waits for a silent node.
  var timeout = 5.0
  /// How long a balancer goes on sending to a dead web host.
  var healthCheck = 3.0

  static func sqlite(cores: Int, workers: Int = 16, disk: Double = 1) -> Site {
    Site(cores: cores, workers: workers, disk: disk)
  }

  static func cluster(webHosts: Int, cores: Int = 8, workers: Int = 64, nodeCores: Int = 8) -> Site {
    Site(kind: .galera, webHosts: webHosts, cores: cores, workers: workers, nodes: 3, nodeCores: nodeCores)
  }
}
