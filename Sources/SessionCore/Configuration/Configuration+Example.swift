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
    return heading(language) + "\n" + settings.joined() + keys(language)
  }

  /// How the console's keys are changed.
  private static func keys(_ language: Language) -> String {
    let notes = Phrase(
      """
      # The console's keys: key.ACTION = KEYS, with blanks between several, or none. Keys are written x, ^X, F5, Space,
      # Enter, Tab, Del and the like. 'rollcall config keys' lists every action with its keys.
      # Read by: rollcall. In this file alone.
      """,
      """
      # 控制台的按键：key.操作 = 按键，多个按键以空格分隔，none 表示没有按键。按键写作 x、^X、F5、Space、Enter、Tab、Del 等。
      # “rollcall config keys”列出全部操作及其按键。
      # 读取者：rollcall。只能写在本文件中。
      """)
    return "\n" + notes(language) + "\n#key.end = x\n"
  }
}
