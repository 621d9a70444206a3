import Glibc

/// A system account, and what it may do with files by their owner, group and mode.
struct Account {
  let name: String
  let id: uid_t
  private let groups: [gid_t]

  /// The account of a name, or of a number; nil when there is none.
  init?(named name: String) {
    if let entry = getpwnam(name) {
      self.init(entry.pointee)
    } else if let id = uid_t(name) {
      self.init(id: id)
    } else {
      return nil
    }
  }

  /// The account of a number, whether it has a name or not.
  init(id: uid_t) {
    if let entry = getpwuid(id) {
      self.init(entry.pointee)
    } else {
      self.init(name: String(id), id: id, groups: [])
    }
  }

  private init(_ entry: passwd) {
    var count: Int32 = 256
    var groups = [gid_t](repeating: 0, count: Int(count))
    let found = getgrouplist(entry.pw_name, entry.pw_gid, &groups, &count)
    self.init(
      name: String(cString: entry.pw_name), id: entry.pw_uid,
      groups: found < 0 ? [entry.pw_gid] : Array(groups.prefix(Int(count))))
  }

  private init(name: String, id: uid_t, groups: [gid_t]) {
    self.name = name
    self.id = id
    self.groups = groups
  }

  /// Whether it belongs to a group.
  func isIn(_ group: gid_t) -> Bool { groups.contains(group) }

  /// Whether it may do what the permission's bits say (4 read, 2 write, 1 enter) with a file.
  func may(_ bits: mode_t, _ file: stat) -> Bool {
    if id == 0 { return true }
    if file.st_uid == id { return file.st_mode >> 6 & bits == bits }
    if isIn(file.st_gid) { return file.st_mode >> 3 & bits == bits }
    return file.st_mode & bits == bits
  }

  /// The first directory on the way to a path that it may not enter; nil when it may enter them all.
  func mayReach(_ path: String) -> String? {
    var directory = Files.directory(of: path)
    while true {
      if let status = Files.status(of: directory), !may(1, status) { return directory }
      guard directory != "/", directory != "." else { return nil }
      directory = Files.directory(of: directory)
    }
  }
}
