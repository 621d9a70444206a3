extension NameStock {
  /// Chinese names: the family name, then one character or two.
  static let chinese = NameStock(
    share: 24,
    groups: [
      (
        given: pairs(first: "小晓明志文国建海雪春秋玉美佳思雨子一嘉欣浩俊", second: "明华伟芳娜静丽强磊军洋勇艳杰涛超霞平刚桂轩涵怡宁"),
        family: words("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 欧阳 司马")
      ),
      (
        given: "伟芳娜静丽强磊军洋勇艳杰涛超霞平刚鑫波辉梅琳颖岩".map(String.init),
        family: words("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 歐 陳 張 劉 楊 趙 吳 孫 馬 許 韓 馮 鄧")
      ),
    ],
    forms: [.joined, .joined, .joined, .joinedNumbered])

  private static func pairs(first: String, second: String) -> [String] {
    first.flatMap { one in second.map { "\(one)\($0)" } }
  }
}
