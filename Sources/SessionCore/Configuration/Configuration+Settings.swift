extension Configuration.Setting {
  /// The database.
  public static let database = Self(
    name: "database", kind: .database, readers: .everything,
    meaning: Phrase(
      "The database: a path, sqlite:PATH, or mariadb://USER@HOST/DATABASE?password-file=PATH&key-file=PATH.",
      "数据库：路径、sqlite:路径，或 mariadb://用户@主机/数据库?password-file=路径&key-file=路径。"),
    otherwise: Phrase("each command asks for --database", "每个命令都需要 --database"),
    example: "/var/lib/rollcall/rollcall.db")
  /// The key file.
  public static let key = Self(
    name: "key", kind: .file, readers: .everything,
    meaning: Phrase("The key file, which 'rollcall setup' makes.", "密钥文件，由“rollcall setup”创建。"),
    otherwise: Phrase(
      "the database's path and .key, or the key-file of its address", "数据库路径加 .key，或地址中的 key-file"),
    example: "/var/lib/rollcall/rollcall.db.key")
  /// The pepper file.
  public static let pepper = Self(
    name: "pepper", kind: .file, readers: .everything,
    meaning: Phrase(
      "A file with a secret that goes into every password's hash: a copy of the database alone cannot be tried out.",
      "含有密钥的文件，参与每个密码的散列：仅凭数据库副本无法试探密码。"),
    otherwise: Phrase("no pepper", "不使用"), example: "/etc/rollcall/pepper")
  /// The blocklist.
  public static let blocklist = Self(
    name: "blocklist", kind: .file, readers: .everything,
    meaning: Phrase(
      "A file of passwords that nobody may choose, one a line.", "不得选用的密码列表文件，每行一个。"),
    otherwise: Phrase("no such list", "不使用"), example: "/etc/rollcall/blocklist.txt")
  /// The gate's file.
  public static let gate = Self(
    name: "gate", kind: .file, readers: .everything,
    meaning: Phrase(
      "The file by which all programs together bound how many passwords are hashed at once.",
      "用于限制所有程序同时计算密码散列数量的文件。"),
    otherwise: Phrase(
      "the database's path and .gate; for MariaDB the key file's", "数据库路径加 .gate；MariaDB 则为密钥文件路径加 .gate"),
    example: "/run/rollcall/gate")
  /// How many hashes at once.
  public static let hashSlots = Self(
    name: "hash-slots", kind: .number(1...1024), readers: .everything,
    meaning: Phrase("How many passwords are hashed at once, over all programs.", "所有程序同时计算的密码散列数量。"),
    otherwise: Phrase("by the number of processors", "取决于处理器数量"), example: "4")
  /// How many processes answer by FastCGI.
  public static let workers = Self(
    name: "workers", kind: .number(1...64), readers: .pages,
    meaning: Phrase("How many processes answer requests by FastCGI.", "以 FastCGI 应答请求的进程数量。"),
    otherwise: Phrase("4", "4"), example: "4")
  /// How many requests one of them answers.
  public static let workerRequests = Self(
    name: "worker-requests", kind: .number(1...1_000_000), readers: .pages,
    meaning: Phrase(
      "After how many requests such a process makes room for a new one.", "每个此类进程应答多少请求后由新进程接替。"),
    otherwise: Phrase("10000", "10000"), example: "10000")
  /// The login program's path.
  public static let login = Self(
    name: "login", kind: .sitePath, readers: .pages,
    meaning: Phrase("The login program's path, as browsers see it.", "浏览器所见的登录程序路径。"),
    otherwise: Phrase("/login.cgi", "/login.cgi"), example: "/login.cgi")
  /// Where a login goes on to.
  public static let goOn = Self(
    name: "return", kind: .sitePath, readers: .pages,
    meaning: Phrase("Where a login goes on to.", "登录后前往的页面。"),
    otherwise: Phrase("/members.cgi", "/members.cgi"), example: "/members.cgi")
  /// Plain http for other machines.
  public static let allowHTTP = Self(
    name: "allow-http", kind: .flag, readers: .pages,
    meaning: Phrase(
      "Answers plain http from other machines as well: for a closed network only.", "也应答其他机器的明文 http：仅限封闭网络。"),
    otherwise: Phrase("https, and this machine", "仅 https 与本机"), example: "no")
  /// Proxies that are believed.
  public static let trustedProxies = Self(
    name: "trusted-proxies", kind: .networks, readers: .pages,
    meaning: Phrase(
      "Proxies whose X-Forwarded-For, -Proto, -Uri and -Method are believed: addresses and networks.",
      "可信代理的地址或网段：采信其 X-Forwarded-For、-Proto、-Uri 和 -Method。"),
    otherwise: Phrase("nobody's are", "一概不信"), example: "127.0.0.1 10.0.0.0/8")
  /// Origins that a login may go on to.
  public static let returnOrigins = Self(
    name: "return-origins", kind: .origins, readers: .pages,
    meaning: Phrase(
      "Origins besides this site's own that a login may go on to, https alone.", "登录后除本站外还可前往的源，仅限 https。"),
    otherwise: Phrase("this site alone", "仅限本站"), example: "https://www.example.org:8443")
  /// The page's address.
  public static let pageURL = Self(
    name: "page-url", kind: .pageAddress, readers: .console,
    meaning: Phrase("The login page's address, shown where nobody is logged in.", "登录页地址，在无人登录时显示。"),
    otherwise: Phrase("it is not shown", "不显示"), example: "https://www.example.org/login.cgi")
  /// The login.cgi to simulate with.
  public static let loginCGI = Self(
    name: "login-cgi", kind: .file, readers: .console,
    meaning: Phrase("The login.cgi to simulate with.", "用于模拟登录的 login.cgi。"),
    otherwise: Phrase("the one beside rollcall", "与 rollcall 同目录的那个"), example: "/usr/lib/rollcall/login.cgi")
  /// A sample account.
  public static let demo = Self(
    name: "demo", kind: .account, readers: .everything,
    meaning: Phrase(
      "login:password of a sample account that is shown to everybody: for demonstrations only.",
      "向所有人显示的示例账户，写作“登录名:密码”：仅用于演示。"),
    otherwise: Phrase("none", "无"), example: "alice:a sample password")
  /// A crowd's accounts.
  public static let sampleAccounts = Self(
    name: "sample-accounts", kind: .file, readers: .console,
    meaning: Phrase(
      "A file of the accounts that a simulated crowd logs in with: login, a tab and password, one a line.",
      "模拟人群登录所用账户的文件：每行为登录名、制表符和密码。"),
    otherwise: Phrase("all log in as the one account that is simulated", "全部以所模拟的那个账户登录"),
    example: "/usr/share/rollcall/people.tsv")
  /// Whether logins may be simulated.
  public static let simulation = Self(
    name: "simulation", kind: .choice(SimulationRule.allCases.map(\.rawValue)), readers: .everything,
    meaning: Phrase(
      "Whether logins may be simulated: on sample databases, on, or off.", "是否可以模拟登录：sample（仅示例数据库）、on 或 off。"),
    otherwise: Phrase("sample", "sample"), example: "sample")
  /// The console's language.
  public static let language = Self(
    name: "language", kind: .choice(["en", "zh"]), readers: .console,
    meaning: Phrase("The console's language, en or zh.", "控制台的语言，en 或 zh。"),
    otherwise: Phrase("by LC_ALL, LC_MESSAGES or LANG", "取决于 LC_ALL、LC_MESSAGES 或 LANG"), example: "en")
  /// The console's theme.
  public static let theme = Self(
    name: "theme", kind: .text, readers: .console,
    meaning: Phrase("The console's theme: a name, or a base16 or base24 file.", "控制台的主题：名称，或 base16、base24 文件。"),
    otherwise: Phrase(
      "rollcall-light where the terminal says that its ground is light, else rollcall-dark",
      "终端报告浅色背景时为 rollcall-light，否则为 rollcall-dark"), example: "nord")
  /// A mark that tells this database from others.
  public static let banner = Self(
    name: "banner", kind: .text, readers: .console,
    meaning: Phrase(
      "A word at the console's top, in a colour that no theme hides, such as PROD.", "控制台顶端的标记，其颜色不受主题影响，例如 PROD。"),
    otherwise: Phrase("none", "无"), example: "PROD")
  /// The mark's colour.
  public static let bannerColour = Self(
    name: "banner-colour", kind: .choice(["red", "orange", "yellow", "green", "blue", "magenta"]), readers: .console,
    meaning: Phrase(
      "The banner's colour: red, orange, yellow, green, blue or magenta.",
      "标记的颜色：red、orange、yellow、green、blue 或 magenta。"),
    otherwise: Phrase("red", "red"), example: "red")
  /// Whether the console is for a slow line.
  public static let lowBandwidth = Self(
    name: "low-bandwidth", kind: .flag, readers: .console,
    meaning: Phrase(
      "The console is for a slow line: a mark for the cursor, and at most sixteen colours.", "控制台用于慢速线路：光标为标记，最多十六种颜色。"),
    otherwise: Phrase("no", "否"), example: "yes")
  /// Whether the console keeps what is typed in filters.
  public static let history = Self(
    name: "history", kind: .flag, readers: .console,
    meaning: Phrase(
      "Keeps what is typed in the console's filters, for yourself alone, in $XDG_STATE_HOME/rollcall/history.",
      "在 $XDG_STATE_HOME/rollcall/history 中保存控制台筛选的输入历史，仅供本人使用。"),
    otherwise: Phrase("yes", "yes"), example: "no")

  /// The directory of a site's own header, footer, logo and names.
  public static let pages = Self(
    name: "pages", kind: .file, readers: .pages,
    meaning: Phrase(
      "The directory of the site's own header, footer, logo, names and styles for the pages.",
      "存放本站页眉、页脚、徽标、名称与样式的目录。"),
    otherwise: Phrase("Rollcall's own", "Rollcall 自带的样式"), example: "/etc/rollcall/pages")
  /// The pages' colours by day.
  public static let pageThemeLight = Self(
    name: "page-theme-light", kind: .text, readers: .pages,
    meaning: Phrase("The theme of the pages by day: a name, or a base16 file.", "页面的浅色主题：名称，或 base16 文件。"),
    otherwise: Phrase("rollcall-light", "rollcall-light"), example: "solarized-light")
  /// The pages' colours by night.
  public static let pageThemeDark = Self(
    name: "page-theme-dark", kind: .text, readers: .pages,
    meaning: Phrase("The theme of the pages by night: a name, or a base16 file.", "页面的深色主题：名称，或 base16 文件。"),
    otherwise: Phrase("rollcall-dark", "rollcall-dark"), example: "nord")

  /// Every setting, in the order in which they are shown. This table is their only home: the help, the documented file
  /// and what is looked up all come from it.
  public static let all = [
    database, key, pepper, blocklist, gate, hashSlots,
    workers, workerRequests,
    login, goOn, allowHTTP, trustedProxies, returnOrigins,
    pageURL, loginCGI, demo, simulation, sampleAccounts, language, theme, banner, bannerColour, lowBandwidth, history,
    pages, pageThemeLight, pageThemeDark,
  ]
}

extension Phrase {
  fileprivate static let everything = Phrase("all programs", "所有程序")
  fileprivate static let pages = Phrase("the CGI programs", "CGI 程序")
  fileprivate static let console = Phrase("rollcall", "rollcall")
}
