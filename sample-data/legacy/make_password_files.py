#!/usr/bin/env python3
"""Writes samples of the password files of other systems, each by the tool that makes them in earnest:

    site.htpasswd   htpasswd (Debian's apache2-utils)
    shadow          mkpasswd (Debian's whois)
    auth_user.csv   Django's own hashers (pip install 'Django[argon2,bcrypt]')
    members.csv     Python's hashlib: a home-made table with salted MD5

and passwords.tsv, which says file, login and password of every account whose password works.

Salts are random, so each run writes other bytes; the files in the repository were written once, with htpasswd 2.4,
mkpasswd 5.5 and Django 5.2. Run it in this directory. Nobody in here is real.
"""

import csv
import hashlib
import secrets
import subprocess

PASSWORDS = []


def remembered(file, login, password):
    PASSWORDS.append((file, login, password))
    return password


def run(*words, given):
    return subprocess.run(words, input=given, capture_output=True, text=True, check=True).stdout.strip()


def htpasswd():
    people = [
        ("greta", "-B", "grün ist das Moos am Bach"),
        ("hugo", "-m", "apr1 was the default once"),
        ("ida", "-s", "sha without any salt at all"),
        ("jonas", "-5", "512 bits for the web server"),
        ("李娜", "-B", "竹林深处有人家"),
    ]
    lines = ["# Staff area"]
    for login, option, password in people:
        remembered("site.htpasswd", login, password)
        lines.append(run("htpasswd", "-n", "-i", option, login, given=password))
    # Formats that Rollcall does not take: crypt(3) as of 1979, and what Windows and NetWare kept.
    lines.append(run("htpasswd", "-n", "-i", "-d", "karin", given="eightchr"))
    lines.append("leo:in the clear, as on NetWare")
    write("site.htpasswd", "\n".join(lines) + "\n")


def shadow():
    people = [
        ("mona", "sha512crypt", "a lantern in the window"),
        ("nils", "yescrypt", "yes, crypt was here before"),
        ("olga", "sha256crypt", "two hundred fifty-six bits"),
        ("paul", "bcrypt", "blowfish swim in circles"),
        ("rosa", "md5crypt", "an old box that still runs"),
    ]
    lines = ["root:*:19700:0:99999:7:::", "daemon:*:19700:0:99999:7:::", "sshd:!:19700::::::", "backup:!!:19700::::::"]
    for number, (login, method, password) in enumerate(people):
        remembered("shadow", login, password)
        lines.append(f"{login}:{run('mkpasswd', '-s', '-m', method, given=password)}:{19800 + number}:0:99999:7:::")
    lines.append("sven:!" + run("mkpasswd", "-s", "-m", "sha512crypt", given="locked out in spring") + ":19810:0:99999:7:::")
    lines.append("tina:" + run("mkpasswd", "-s", "-m", "sha512crypt", given="her contract ended") + ":19810:0:99999:7::19900:")
    write("shadow", "\n".join(lines) + "\n")


def django():
    from django.conf import settings

    settings.configure(
        PASSWORD_HASHERS=[
            "django.contrib.auth.hashers." + name
            for name in (
                "PBKDF2PasswordHasher",
                "PBKDF2SHA1PasswordHasher",
                "Argon2PasswordHasher",
                "BCryptSHA256PasswordHasher",
                "ScryptPasswordHasher",
                "MD5PasswordHasher",
            )
        ]
    )
    from django.contrib.auth.hashers import make_password

    people = [
        ("viktor", "pbkdf2_sha256", "django counts to a million", "t"),
        ("wanda", "argon2", "winner of the competition", "t"),
        ("xenia", "bcrypt_sha256", " ".join(["longer than seventy-two bytes"] * 4), "t"),
        ("yann", "scrypt", "sequential memory-hard function", "t"),
        ("zita", "md5", "fast hashers are for tests only", "t"),
        ("amir", "pbkdf2_sha1", "an older release of django", "t"),
    ]
    with open("auth_user.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(
            "id,password,last_login,is_superuser,username,first_name,last_name,email,is_staff,is_active,date_joined".split(",")
        )

        def row(number, login, password, active, seen):
            table.writerow(
                [number, password, seen, "f", login, "", "", f"{login}@example.com", "f", active, "2023-04-05 06:07:08.123456+00"]
            )

        for number, (login, hasher, password, active) in enumerate(people, 1):
            remembered("auth_user.csv", login, password)
            row(number, login, make_password(password, hasher=hasher), active, "2024-02-29 12:00:00.5+02:00")
        row(7, "bella", make_password(None), "t", "")
        row(8, "chen", make_password("went to another company", hasher="pbkdf2_sha256"), "f", "")


def members():
    people = [
        ("dalia", "comma, quote \" and all"),
        ("enzo", "the second of two members"),
        ("o'farah", "apostrophes in a login"),
        ("王芳", "春暖花开 2003"),
    ]
    with open("members.csv", "w", newline="", encoding="utf-8-sig") as file:
        table = csv.writer(file)
        table.writerow(["nr", "member", "pw_md5", "pw_salt", "joined"])
        for number, (login, password) in enumerate(people, 101):
            salt = secrets.token_hex(4)
            remembered("members.csv", login, password)
            table.writerow([number, login, hashlib.md5((salt + password).encode()).hexdigest(), salt, "2003-11-22"])


def write(name, text):
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


htpasswd()
shadow()
django()
members()
write("passwords.tsv", "".join("\t".join(line) + "\n" for line in PASSWORDS))
