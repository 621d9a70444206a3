extension Configuration {
  /// A configuration file that says of every setting what it is, and sets none.
  public static func example(_ language: Language) -> String {
    let heading = Phrase(
      """
      # What Rollcall's programs are told. A line sets one thing: name = value. Take the # away to set it.
      # The command line comes first, then the environment, then this file.
      # Only root, or the user whose programs read it, may be able to write this file.
      """,
      """
      # Rollcall 各程序的设置。每行一项：名称 = 值。去掉行首的 # 即可生效。
      # 命令行优先，其次是环境变量，最后是本文件。
      # 只有 root 或运行程序的用户可以写入本文件。
      """)
    let settings = Setting.all.map { setting in
      let (readers, otherwise) = (setting.readers(language), setting.otherwise(language))
      let notes = Phrase(
        "# Read by: \(readers). In the environment: \(setting.variable). Without it: \(otherwise).",
        "# 读取者：\(readers)。环境变量：\(setting.variable)。未设置时：\(otherwise)。")
      return "\n# \(setting.meaning(language))\n\(notes(language))\n#\(setting.name) = \(setting.example)\n"
    }
    return heading(language) + "\n" + settings.joined()
  }
}
