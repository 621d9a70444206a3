/// How a database's server stands, as the connection that asks sees it. A database that is a file has none.
public struct ServerState: Hashable, Sendable {
  /// What the server calls itself: a cluster node's name, or else its machine's.
  public var node: String
  /// The cluster that it is a node of; nil for a server that stands alone.
  public var cluster: Cluster?
  /// How far it is behind the server that it copies; nil where it copies none.
  public var replica: Replica?
  /// What the connection knows of its hosts.
  public var reach: ServerReach

  /// Makes a state from its parts.
  public init(node: String, cluster: Cluster? = nil, replica: Replica? = nil, reach: ServerReach) {
    self.node = node
    self.cluster = cluster
    self.replica = replica
    self.reach = reach
  }
}

extension ServerState {
  /// A Galera cluster, as one of its nodes sees it. The names are those of the server's status variables.
  public struct Cluster: Hashable, Sendable {
    /// How many nodes it has: `wsrep_cluster_size`.
    public var size: Int
    /// Whether the node is in the part that goes on: `wsrep_cluster_status`, which is then `Primary`.
    public var status: String
    /// What the node is at: `wsrep_local_state_comment`, which is `Synced` where all is well.
    public var state: String
    /// How many of the others' transactions wait to be applied: `wsrep_local_recv_queue`.
    public var queue: Int
    /// Whether the cluster waits for its slowest node now: `wsrep_flow_control_active`.
    public var isHeldUp: Bool

    /// How many transactions may wait before a node counts as behind: at this many Galera lets the others wait for it
    /// (`gcs.fc_limit`).
    public static let queueLimit = 16

    /// Makes it from its parts.
    public init(size: Int, status: String = "Primary", state: String = "Synced", queue: Int = 0, isHeldUp: Bool = false)
    {
      self.size = size
      self.status = status
      self.state = state
      self.queue = queue
      self.isHeldUp = isHeldUp
    }

    /// Whether the node has all that the cluster has, and takes part in it.
    public var isInStep: Bool { status == "Primary" && state == "Synced" }
    /// Whether it comes after the others.
    public var isBehind: Bool { isHeldUp || queue >= Self.queueLimit }
  }

  /// How far a server is behind that which it copies.
  public enum Replica: Hashable, Sendable {
    /// By so many seconds: `Seconds_Behind_Master`.
    case behind(seconds: Int)
    /// It has stopped copying.
    case stopped
    /// The account may not ask (`REPLICA MONITOR`).
    case unknown

    /// How many seconds make a replica late.
    public static let secondsLimit = 10

    /// Whether what it holds is old.
    public var isBehind: Bool {
      switch self {
      case .behind(let seconds): seconds >= Self.secondsLimit
      case .stopped: true
      case .unknown: false
      }
    }
  }
}

extension ServerState {
  /// What is wrong with a server that answers, the worst first.
  public enum Concern: Hashable, Sendable {
    /// The node does not have all that the cluster has, or is cut off from it.
    case outOfStep
    /// The cluster has fewer nodes than the address names hosts.
    case smaller(size: Int, hosts: Int)
    /// What it holds is old, or the others wait for it.
    case behind
  }

  /// What is wrong; nil where nothing is.
  public var concern: Concern? {
    if let cluster, !cluster.isInStep { return .outOfStep }
    if let cluster, cluster.size < reach.hosts.count {
      return .smaller(size: cluster.size, hosts: reach.hosts.count)
    }
    return cluster?.isBehind == true || replica?.isBehind == true ? .behind : nil
  }
}
