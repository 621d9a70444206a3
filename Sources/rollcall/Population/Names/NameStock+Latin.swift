extension NameStock {
  /// Names in Latin letters, with every accent that they are written with.
  static let latin = NameStock(
    share: 54,
    groups: [
      (
        given: words(
          """
          Alice Ben Clara Daniel Emma Frank Grace Henry Iris Jack Kate Leo Mia Noah Olive Paul Quinn Rose Sam Tess Uma
          Vera Will Zoe José Lucía Íñigo Núria Zoë Jürgen Käthe Björn Åsa Søren Ærø Élodie François Chloé Gaël Noël
          Łukasz Żaneta Małgorzata Šárka Jiří Tomáš Žofia Ágnes Győző Ștefan Ioana İpek Çağla Oğuz João Inês Antônio
          Đức Nguyệt Hương Thảo Siân Sinéad Þóra Guðrún Marjā Ģirts Õnne Jānis Kārlis
          """),
        family: words(
          """
          Adams Baker Carter Dawson Ellis Fisher Grant Hughes Irving Jordan Keller Lawson Marsh Norton Owens Parker
          Reed Stone Turner Walsh García Muñoz Peña Ibáñez Müller Krüger Weiß Schäfer Øster Åberg Lindström Sjöberg
          Lefèvre Dubœuf Gérard Béranger Kowalczyk Wójcik Śliwa Dvořák Němec Horváth Szűcs Popović Đorđević Ionescu
          Yıldız Şahin Öztürk Gonçalves Simões Nguyễn Trần Phạm Ó-Briain Ní-Dhomhnaill Jónsdóttir Bērziņš Kõiv Ozoliņš
          """)
      )
    ],
    forms: [.dotted, .dotted, .dotted, .spaced, .underscored, .initial, .initial, .numbered, .mail])

  static func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }
}
