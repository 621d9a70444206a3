import SessionCore

/// Where made-up people log in from and with what: each has a few places, and a client at each.
struct Surroundings {
  let seed: UInt64
  /// Where everybody is; nil where each has places of their own.
  private let everybody: IPAddress?

  init(seed: UInt64, shape: PopulationShape = .everyday) {
    self.seed = seed
    let own = Surroundings(seed: seed, everybody: nil)
    everybody = shape == .oneAddress ? own.address(of: 0, place: 0) : nil
  }

  private init(seed: UInt64, everybody: IPAddress?) {
    self.seed = seed
    self.everybody = everybody
  }

  /// How many places a person has at the most.
  static let places = 4

  /// The address of a person's place, out of networks that are nobody's: private ones (RFC 1918), carriers' inner ones
  /// (RFC 6598), and those for measurements (RFC 2544) and for examples (RFC 3849).
  func address(of person: Int, place: Int) -> IPAddress? {
    if let everybody { return everybody }
    var random = random(person, place)
    let bits = random.next()
    func byte(_ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: bits >> (8 * index)) }
    switch random.below(100) {
    case ..<30: return four(10, byte(0), byte(1), byte(2))
    case ..<60: return four(100, 64 + byte(0) % 64, byte(1), byte(2))
    case ..<80: return four(198, 18 + byte(0) % 2, byte(1), byte(2))
    default:
      let host = random.next()
      let low = (0..<8).map { UInt8(truncatingIfNeeded: host >> (8 * UInt64($0))) }
      return IPAddress(bytes: [0x20, 0x01, 0x0D, 0xB8, byte(3), byte(4), byte(5), byte(6)] + low)
    }
  }

  /// The client at a person's place.
  func client(of person: Int, place: Int) -> String { Self.clients[clientNumber(of: person, place: place)] }

  /// Which one of ``clients`` it is.
  func clientNumber(of person: Int, place: Int) -> Int {
    var random = random(person, place + Self.places)
    // The first ones are the common ones.
    let part = random.unit()
    return Int(part * part * Double(Self.clients.count))
  }

  private func random(_ person: Int, _ place: Int) -> SeededRandom {
    SeededRandom(seed: seed, stream: UInt64(person * 2 * Self.places + place) + 0x1_0000_0000)
  }

  private func four(_ bytes: UInt8...) -> IPAddress? {
    IPAddress(bytes: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes)
  }

  /// A few dozen clients, the common ones first.
  static let clients: [String] = {
    let windows = "Windows NT 10.0; Win64; x64"
    let mac = "Macintosh; Intel Mac OS X 10_15_7"
    let linux = "X11; Linux x86_64"
    func chrome(_ system: String, _ version: Int, _ more: String = "") -> String {
      "Mozilla/5.0 (\(system)) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/\(version).0.0.0 Safari/537.36\(more)"
    }
    func firefox(_ system: String, _ version: Int) -> String {
      "Mozilla/5.0 (\(system); rv:\(version).0) Gecko/20100101 Firefox/\(version).0"
    }
    func safari(_ system: String, _ version: String, _ more: String = "") -> String {
      "Mozilla/5.0 (\(system)) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/\(version) \(more)Safari/605.1.15"
    }
    func phone(_ version: Int) -> String {
      safari("iPhone; CPU iPhone OS \(version)_0 like Mac OS X", "\(version).0", "Mobile/15E148 ")
    }
    var list = [chrome(windows, 140), phone(18), chrome("Linux; Android 15", 140), chrome(mac, 140)]
    list += [firefox(windows, 142), chrome(windows, 140, " Edg/140.0.0.0"), phone(17), safari(mac, "18.0")]
    list.append(firefox(linux, 142))
    for version in [139, 138, 137] { list += [chrome(windows, version), chrome("Linux; Android 14", version)] }
    for version in [141, 140, 128] {
      list += [firefox(windows, version), firefox(mac, version), firefox(linux, version)]
    }
    list += [chrome(linux, 140), safari("iPad; CPU OS 18_0 like Mac OS X", "18.0"), phone(16)]
    list += [chrome(windows, 139, " Edg/139.0.0.0"), safari(mac, "17.6"), chrome(windows, 140, " OPR/121.0.0.0")]
    list += ["curl/8.14.1", "Wget/1.25.0", "python-requests/2.32.4", "w3m/0.5.3+git20230121"]
    return list
  }()
}
