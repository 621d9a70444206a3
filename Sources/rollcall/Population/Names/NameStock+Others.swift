extension NameStock {
  /// Names in Cyrillic letters; a family name has its form for women.
  static let cyrillic = NameStock(
    share: 13,
    groups: [
      (
        given: words(
          "Анна Мария Елена Ольга Наталья Ирина Светлана Дарья Софія Оксана Юлія Вера Ёлка Любовь Зоя Жанна"),
        family: words(
          "Иванова Смирнова Кузнецова Попова Соколова Лебедева Морозова Новикова Павлова Орлова Шевченко Коваленко Ющук"
        )
      ),
      (
        given: words(
          "Иван Алексей Дмитрий Сергей Андрей Николай Михаил Юрий Пётр Тарас Олексій Ђорђе Љубомир Богдан Игорь"),
        family: words(
          "Иванов Смирнов Кузнецов Попов Соколов Лебедев Морозов Новиков Павлов Орлов Шевченко Коваленко Ђурић Љубић")
      ),
    ],
    forms: [.dotted, .dotted, .spaced, .underscored, .initial, .numbered])

  /// Names in Arabic letters, which are written from the right.
  static let arabic = NameStock(
    share: 8,
    groups: [
      (
        given: words(
          "محمد أحمد علي حسن يوسف إبراهيم خالد عمر سعيد طارق فاطمة مريم ليلى نور هدى سارة زينب رنا سلمى آمنة"),
        family: words("العلي الحسن المصري الشامي البغدادي الخطيب النجار الحداد الصباغ التونسي القاضي السيد خوري منصور")
      )
    ],
    forms: [.dotted, .spaced, .underscored, .numbered])

  /// Names that somebody drew. They are rare.
  static let pictures = NameStock(
    share: 1,
    groups: [
      (
        given: words("lena max kim 小雨 аня jo mo pia"),
        family: words("🦊 🐙 🌵 🚲 🎈 🐝 🌻 🍉 🦉 🐳")
      )
    ],
    forms: [.joined, .joinedNumbered])
}
