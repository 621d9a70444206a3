/// The sample people, with whom everybody may try things: those of sample-data/people.tsv.
enum SamplePeople {
  /// Logins and passwords, the first the one that forms are filled with.
  static let all: [(login: String, password: String)] = [
    ("alice", "correct horse battery staple"),
    ("王小明", "春眠不觉晓处处闻啼鸟夜来风雨声"),
    ("bob", "seven green bottles on a wall"),
    ("李娜", "winter-orchid-lantern-42"),
    ("josé", "cinco limones y una naranja"),
    ("carol", "the ferry leaves at a quarter to nine"),
    ("zoë", "a kettle, two cups, three spoons"),
    ("张伟", "明月几时有把酒问青天不知天上宫阙"),
    ("müller", "neun Fässer für Überlingen"),
    ("dave", "Plenty-of-Rope-0n-Deck"),
    ("søren", "rødgrød med fløde på mandag"),
    ("erin", "umbrella weather since Tuesday"),
  ]
}
