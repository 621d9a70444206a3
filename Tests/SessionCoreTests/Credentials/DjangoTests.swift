import SessionCore
import Support
import Testing

/// Against Django's own hashers, and Python's scrypt for the one that came with Django 4.
@Suite struct DjangoTests {
  static let made = Result {
    // Debian's own: it has Debian's modules.
    try HashMaker("/usr/bin/python3", ["-c", script])
  }

  static let script = """
    import base64, hashlib, json, sys
    from django.conf import settings
    settings.configure()
    from django.contrib.auth import hashers as h
    from django.utils.crypto import get_random_string

    def scrypt(text):
        salt = get_random_string(22)
        made = hashlib.scrypt(text.encode(), salt=salt.encode(), n=16, r=8, p=2, dklen=64)
        return 'scrypt$16$%s$8$2$%s' % (salt, base64.b64encode(made).decode())

    def maker(kind, *arguments, **attributes):
        hasher = kind()
        for name, value in attributes.items():
            setattr(hasher, name, value)
        return lambda text: hasher.encode(text, hasher.salt(), *arguments)

    made = {
      'django-pbkdf2-sha256': maker(h.PBKDF2PasswordHasher, 1000), 'django-pbkdf2-sha1': maker(h.PBKDF2SHA1PasswordHasher, 1000),
      'django-argon2id': maker(h.Argon2PasswordHasher, time_cost=1, memory_cost=64, parallelism=2),
      'django-bcrypt-sha256': maker(h.BCryptSHA256PasswordHasher, rounds=4),
      'django-bcrypt': maker(h.BCryptPasswordHasher, rounds=4), 'django-scrypt': scrypt,
      'django-sha1': maker(h.SHA1PasswordHasher), 'django-md5': maker(h.MD5PasswordHasher),
      'unsalted': maker(h.UnsaltedSHA1PasswordHasher),
    }
    passwords = json.load(sys.stdin)
    json.dump({name: [hash(text) for text in passwords] for name, hash in made.items()}, sys.stdout)
    """

  @Test(
    "Django's hash is right for its password alone",
    arguments: [
      ("django-pbkdf2-sha256", false), ("django-pbkdf2-sha1", false), ("django-argon2id", false),
      ("django-bcrypt-sha256", false), ("django-bcrypt", false), ("django-scrypt", false), ("django-sha1", true),
      ("django-md5", true),
    ]) func right(scheme: String, isWeak: Bool) throws
  {
    try Self.made.get().expectRight(for: scheme, isWeak: isWeak)
  }

  @Test func `an unsalted one has an empty salt`() throws {
    try Self.made.get().expectRight(for: "unsalted", named: "django-sha1", isWeak: true)
  }
}
