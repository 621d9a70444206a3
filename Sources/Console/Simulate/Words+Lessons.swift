import SessionCore

extension Words {
  /// What a stage that was played means; and what to make of it when it did not go as it should.
  static func lesson(_ scenario: Scenario, stage: Int, _ result: SimulationResult) -> Phrase {
    guard scenario.stages.indices.contains(stage), scenario.stages[stage].expected == result.outcome else {
      return surprise(result)
    }
    return switch scenario {
    case .visit: visit(result.step)
    case .wrongPassword: wrongPassword(result.step)
    case .guessing: guessing(stage, result)
    case .forgedCookie: forgedCookie(result.step)
    case .copiedCookie: copiedCookie(result.step)
    case .expiredSession: expiredSession(stage)
    case .lockedUser: lockedUser(stage)
    }
  }

  private static func surprise(_ result: SimulationResult) -> Phrase {
    switch (result.outcome, result.step) {
    case (.refused, .logIn):
      Phrase(
        "Refused: this is not the login's password, or the user is locked or has none yet. The list of attempts says which.",
        "被拒绝：密码不对，或用户已锁定、尚无密码。登录尝试列表中有具体原因。")
    case (.delayed, _):
      Phrase(
        "Slowed: there were too many wrong passwords before. \(key(.run)) begins anew, with the simulated ones forgotten.",
        "被限速：此前密码错误次数过多。按 \(key(.run)) 重新开始，模拟的失败记录将被清除。")
    case (.refused, _):
      Phrase(
        "Refused: the session is over, because somebody ended it or its time ran out.", "被拒绝：会话已结束，或被他人结束，或时限已到。")
    case (.accepted, _):
      Phrase(
        "Let in, and that must not be: please look at the version of this login.cgi.", "竟然通过了，这不应发生：请检查此 login.cgi 的版本。"
      )
    case (.failed, _) where ["200", "303"].contains { result.answer.first?.hasPrefix("Status: \($0)") == true }:
      Phrase(
        "The answer says so, and the database does not: this login.cgi is another program, or works on another database.",
        "应答如此，数据库中却并非如此：此 login.cgi 是其他程序，或使用了其他数据库。")
    default:
      Phrase("login.cgi could not answer: its error log says why.", "login.cgi 无法应答：原因见其错误日志。")
    }
  }

  private static func visit(_ step: SimulationStep) -> Phrase {
    switch step {
    case .logIn:
      Phrase(
        """
        The password is right: login.cgi makes a session. The secret goes into the browser's cookie alone, the database \
        keeps a proof of it: a copy of the database logs nobody in. 303 sends the browser on.
        """,
        "密码正确：login.cgi 建立会话。密文只存于浏览器的 Cookie，数据库只保存其证明：数据库副本无法用来登录。303 让浏览器前往下一页。")
    case .visit:
      Phrase(
        """
        The cookie's secret fits the row's proof, and the row is live: 200, and the page is told who is there. The visit is \
        written down once a minute at the most.
        """,
        "Cookie 中的密文与记录的证明相符，且会话有效：返回 200，并告知页面来访者是谁。访问时间最多每分钟记录一次。")
    default:
      Phrase(
        """
        First the session ends in the database, then the cookie is taken away: whoever copied the cookie holds nothing. \
        Clear-Site-Data empties what the browser keeps of the site.
        """,
        "先在数据库中结束会话，再清除 Cookie：即使有人复制了 Cookie 也毫无用处。Clear-Site-Data 清空浏览器保存的本站数据。")
    }
  }

  private static func wrongPassword(_ step: SimulationStep) -> Phrase {
    switch step {
    case .wrongPassword:
      Phrase(
        "401 and the form again. It does not say which of the two was wrong. The attempt is written down, and counted.",
        "401，并再次显示表单。不说明登录名和密码哪个有误。此次尝试被记录并计数。")
    case .unknownLogin:
      Phrase(
        """
        The same answer, byte for byte, and as slowly: a password is hashed even for nobody. So nobody finds out which \
        logins there are.
        """,
        "应答逐字节相同，耗时也相同：即使无此用户也照样计算散列。因此无从得知有哪些登录名。")
    case .percent:
      Phrase(
        """
        The article asked the database for what is LIKE the login and LIKE the password: % let in whoever typed it. Here a \
        login is compared whole, and a password by its hash.
        """,
        "文章用 LIKE 比较登录名和密码：输入 % 即可登录。这里登录名按全文比较，密码按散列比较。")
    default:
      Phrase("The right password logs in, and the failures are forgotten.", "密码正确即登录，失败记录随之清除。")
    }
  }

  private static func guessing(_ stage: Int, _ result: SimulationResult) -> Phrase {
    switch stage {
    case 0:
      Phrase(
        """
        After \(result.count - 1) wrong ones the next is not looked at: 429, and Retry-After says how long to wait. Each \
        further failure doubles that. What is simulated is counted apart: nobody real waits for it.
        """,
        "错误 \(result.count - 1) 次之后，下一次不再校验：返回 429，Retry-After 给出须等待的时间。此后每次失败等待加倍。模拟的失败单独计数：不会让真实用户等待。")
    case 1:
      Phrase(
        "The right password waits as well: else a guesser would be told at once. Its owner, from where they are known, does not.",
        "正确的密码也须等待：否则猜测者立即便知。本人从熟悉的位置登录则无需等待。")
    case 2:
      Phrase(
        "An operator forgives: the counter goes. For real ones, that is \(key(.forgive)) in the views of users and attempts.",
        "操作员解除限速：计数器被清除。对真实用户，可在用户和登录尝试视图中按 \(key(.forgive))。")
    default: Phrase("The right password logs in again at once.", "正确的密码可立即登录。")
    }
  }

  private static func forgedCookie(_ step: SimulationStep) -> Phrase {
    switch step {
    case .logIn:
      Phrase(
        "First a true session. Its id is no secret: it stands in this console and in logs.",
        "先建立真实的会话。其编号并非机密：控制台和日志中均可见。")
    case .forge:
      Phrase(
        """
        The id is right, the secret was made up. It does not fit the proof: 401. The two are compared in constant time, so \
        that trying tells nothing.
        """,
        "编号正确，密文是编造的，与证明不符：401。比较耗时恒定，反复尝试得不到任何信息。")
    case .oldCookies:
      Phrase(
        """
        The article's cookies were the user's number and a hash of a predictable random number: who could reckon it was \
        that user. Here they mean nothing: 401.
        """,
        "文章的 Cookie 是用户编号和可预测随机数的散列：能推算者即可冒充该用户。在这里它们毫无意义：401。")
    default: Phrase("The true cookie still works: a forgery ends nobody's session.", "真实的 Cookie 仍然有效：伪造不会结束任何人的会话。")
    }
  }

  private static func copiedCookie(_ step: SimulationStep) -> Phrase {
    switch step {
    case .logIn:
      Phrase("Somebody at the browser copies the cookie now.", "此时有人在浏览器上复制了 Cookie。")
    case .logOut: Phrase("Its owner logs out: the session ends in the database.", "本人退出：数据库中的会话结束。")
    default:
      Phrase(
        """
        The copy is byte for byte what worked before, and there is no session any more: 401. Where logging out only takes \
        the cookie away, it would still be let in.
        """,
        "副本与先前有效的 Cookie 完全相同，但会话已不存在：401。若退出时只清除 Cookie，它仍会通过。")
    }
  }

  private static func expiredSession(_ stage: Int) -> Phrase {
    switch stage {
    case 0: Phrase("A session, with its end written into the row.", "建立会话，结束时间写入记录。")
    case 1: Phrase("It is live, and so it is let in.", "会话有效，因此通过。")
    case 2:
      Phrase(
        "The simulator lets its time run out, as being idle for too long does. The row stands there still.",
        "模拟器让其时限到期，与空闲过久相同。记录仍在。")
    default:
      Phrase(
        """
        The cookie is right, the time is over: 401, whatever a sweep has moved by then. The visitor is told, and led to the \
        form after 3 seconds.
        """,
        "Cookie 正确，但时限已到：401，与清理是否已进行无关。访问者会看到提示，3 秒后转到登录窗口。")
    }
  }

  private static func lockedUser(_ stage: Int) -> Phrase {
    switch stage {
    case 0:
      Phrase(
        "Logged in. Now an administrator locks the user: \(key(.step)) asks first.",
        "已登录。接下来管理员锁定该用户：按 \(key(.step)) 会先询问。")
    case 1:
      Phrase("All sessions of the user end in the transaction that locks them.", "锁定用户与结束其全部会话在同一事务中完成。")
    case 2: Phrase("Out at the next click: the session is gone.", "下一次点击即失效：会话已不存在。")
    case 3:
      Phrase(
        "The right password, and the answer to a wrong one: nobody learns from it that the user is locked.",
        "密码正确，应答却与密码错误相同：无从得知用户已被锁定。")
    default: Phrase("They may log in again. Ended sessions stay ended.", "可以再次登录。已结束的会话不会恢复。")
    }
  }
}
