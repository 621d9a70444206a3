import Screen

extension Picture {
  /// The manual's pictures, in its order.
  static let all = [
    Picture(name: "sessions", title: "The list of sessions", deeds: [.wait("王小明"), .press(.down), .wait("live")]),
    Picture(
      name: "sessions-zh", title: "The list of sessions, in Chinese", options: ["--language", "zh"],
      deeds: [.wait("王小明"), .press(.down)]),
    Picture(
      name: "filter", title: "Sessions from two networks, by a filter",
      deeds: [.wait("王小明"), .type("f"), .type("from:203.0.113.0/24|198.51.100.0/24"), .press(.enter), .wait(" of ")]),
    Picture(
      name: "filter-error", title: "A filter with a mistake, underlined where it stands",
      deeds: [.wait("王小明"), .type("f"), .type("state:asleep client:curl"), .press(.enter), .wait("asleep")]),
    Picture(
      name: "detail", title: "All of one session",
      deeds: [
        .wait("王小明"), .type("f"), .type("alice"), .press(.enter), .wait("› alice"), .press(.enter), .wait("Safari"),
      ]),
    Picture(
      name: "end", title: "The question before sessions are ended",
      deeds: [
        .wait("王小明"), .type("f"), .type("王小明"), .press(.enter), .wait("› 王小明"), .type("x"), .wait("End 1 session"),
        .press(.tab), .type("suspicious address"), .wait("suspicious address"),
      ]),
    Picture(
      name: "users", title: "The list of users", deeds: [.wait("王小明"), .type("2"), .wait("› "), .wait("LAST LOGIN")]),
    Picture(
      name: "attempts", title: "Attempts to log in, and who has to wait",
      deeds: [.wait("王小明"), .type("3"), .wait("SLOWED")]),
    Picture(name: "audit", title: "The audit log", deeds: [.wait("王小明"), .type("4"), .wait("WHY")]),
    Picture(
      name: "overview", title: "The site at a glance", size: Size(rows: 34, columns: 110),
      deeds: [.wait("王小明"), .type("5")]),
    Picture(
      name: "simulate", title: "A login, step by step", size: Size(rows: 30, columns: 110),
      deeds: [.wait("王小明"), .type("6"), .type("r"), .wait("303 See Other"), .wait("+ audit")]),
    Picture(
      name: "palette", title: "The palette of actions",
      deeds: [.wait("王小明"), .type(":"), .type("end"), .wait("end")]),
    Picture(
      name: "help", title: "The keys that work here", deeds: [.wait("王小明"), .type("?"), .wait("keys that work here")]),
    Picture(
      name: "walkthrough", title: "A walkthrough with its captions below the console",
      options: ["--walkthrough", "first-look"],
      deeds: [
        .wait("First look 1/"), .wait("Space"), .type(" "), .wait("First look 2/"), .wait("Space"), .type(" "),
        .wait("First look 3/"), .wait("Space"),
      ]),
  ]
}
