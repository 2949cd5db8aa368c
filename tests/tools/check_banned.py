#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the source may not do, whatever the compiler says, with the files that may and why.

Nested event loops stall the keychain's jobs and let a click arrive in the middle of a save; the rest loses or shows secrets.
"""
import dataclasses
import re
import sys

sys.dont_write_bytecode = True
import sources  # noqa: E402
from cpp_tokens import Source  # noqa: E402

SHIPPED = ("core/", "app/")
EVERYWHERE = ("core/", "app/", "tests/")
ENVIRONMENT = "tests/tools/environment.txt"


@dataclasses.dataclass
class Rule:
    name: str
    where: tuple        # beginnings of file names
    pattern: re.Pattern  # over the tokens, one blank between any two (cpp_tokens.Source.flat)
    why: str
    allowed: dict = dataclasses.field(default_factory=dict)  # {file: reason}
    at_home: tuple = ("\0",)  # beginnings of names of files that it does not concern
    strings: re.Pattern = None  # over the contents of strings too


# Of a type that holds a secret, or says which accounts there are.
_ACCOUNT_TYPES = r"(?:\w+ :: )*(?:Account|Proposal|SecretBytes|Record|Document|OtpCode|Recognition|Operation|Call|Book)\b"
_LOG = re.compile(r"\b(?:q(?:Debug|Info|Warning|Critical|Fatal)|qC(?:Debug|Info|Warning|Critical)|qt_message_output) \(")
# A word in a name of the program: `issuerText` is "issuer" and "text".
_PRIVATE_WORDS = {"account", "accounts", "proposal", "secret", "secrets", "key", "keys", "password", "link", "uri", "url",
                  "payload", "text", "label", "name", "issuer", "nonce", "clipboard", "title", "document", "record", "records",
                  "book", "digits", "otp", "codes", "line", "lines", "bytes", "content", "argument", "arguments", "answer"}

RULES = [
    Rule("exec", SHIPPED, re.compile(r"\bexec\b"), "a nested event loop: open() the dialog, popup() the menu",
         {"app/composition/main.cpp": "the program's one event loop, and a message before it begins",
          "app/camera/main.cpp": "the program's one event loop",
          "app/cli/main.cpp": "the program's one event loop"}),
    Rule("static dialog", SHIPPED,
         re.compile(r"\b(?:QMessageBox :: (?:question|critical|warning|information|about|aboutQt)"
                    r"|QFileDialog :: get(?:Open|Save|Existing)\w+|QInputDialog :: get\w+|Q(?:Color|Font)Dialog :: get\w+) \("),
         "a nested event loop: make the dialog and open() it"),
    Rule("QEventLoop", SHIPPED, re.compile(r"\bQEventLoop\b"), "a nested event loop: take a context and a Handler"),
    Rule("processEvents", SHIPPED, re.compile(r"\bprocessEvents\b"), "a nested event loop: take a context and a Handler"),
    Rule("waitFor…", SHIPPED, re.compile(r"\bwaitFor[A-Z]\w*"), "blocks the window: take a context and a Handler",
         {"core/platform/message_bus.cpp": "at the end, for a thread that still registers the connection under our name"}),
    Rule("sleep", SHIPPED, re.compile(r"\b(?:sleep_for|sleep_until|msleep|usleep|nanosleep)\b|\bsleep \("), "blocks the window"),
    Rule("timer in a row", ("app/widgets/", "app/models/"),
         re.compile(r"\b(?:QTimer|QBasicTimer|QChronoTimer|startTimer|timerEvent|QVariantAnimation|QPropertyAnimation)\b"),
         "a row has no timer: CodeTicker is the one that wakes",
         {"app/models/code_ticker.h": "the one timer", "app/models/code_ticker.cpp": "the one timer",
          "app/models/account_model.h": "one for all rows: the word “Copied” goes again",
          "app/models/account_model.cpp": "one for all rows: the word “Copied” goes again",
          "app/widgets/toast.h": "a toast goes by itself", "app/widgets/toast.cpp": "a toast goes by itself"}),
    Rule("system", EVERYWHERE, re.compile(r"(?:(?<!:: )(?<!\. )(?<!-> )|\bstd :: |(?<![\w>] ):: )\b(?:system|popen) \("),
         "starts a shell"),
    Rule("std::rand", EVERYWHERE, re.compile(r"\b(?:s?rand|rand_r|[ls]rand48|drand48|random_shuffle) \("),
         "can be guessed: crypto/random.h, or a seeded generator in a test"),
    Rule("MD5, SHA-1", SHIPPED, re.compile(r"(?<!\bAlgorithm :: )\b\w*?(?:[Mm]d5|MD5|[Ss]ha_?1|SHA_?1)(?![0-9])\w*"),
         "broken: SHA-256",
         {"core/crypto/hash.h": "HMAC-SHA-1 is what most codes are computed with (RFC 4226)",
          "core/crypto/hmac.cpp": "HMAC-SHA-1 is what most codes are computed with (RFC 4226)"},
         at_home=("core/otp/", "core/transfer/"), strings=re.compile(r"(?i)^(md5|sha-?1)$")),
    Rule("setInsecureFallback", EVERYWHERE, re.compile(r"\bsetInsecureFallback\b"), "writes secrets to a plain file"),
    Rule("ignoreSslErrors", EVERYWHERE, re.compile(r"\b(?:ignoreSslErrors|VerifyNone|QueryPeer)\b"), "talks to anybody"),
    Rule("debug output of accounts", EVERYWHERE,
         re.compile(r"\boperator << \( [^()]*\b(?:QDebug|ostream|QTextStream)\b[^()]*" + _ACCOUNT_TYPES
                    + r"|\btoString < " + _ACCOUNT_TYPES + r"|\bchar \* toString \( (?:const )?" + _ACCOUNT_TYPES),
         "secrets, names and labels are never printed"),
    Rule("print", SHIPPED, re.compile(r"\b(?:std :: (?:cout|cerr|clog)|v?f?printf|f?puts|perror) (?:\(|<<|;|,|\))"),
         "secrets are never printed: cli/output.h, or a log line",
         {"app/cli/typed_text.cpp": "the question before text that is typed without being shown"}),
]


def _words(name):
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def _log_troubles(source):
    """A log line says time, part, error code and host, never what an account is."""
    for match in _LOG.finditer(source.flat):
        statement = source.flat[match.start():].partition(" ;")[0]
        private = sorted({name for name in re.findall(r"[A-Za-z_]\w*", statement[len(match[0]):])
                          if _words(name) & _PRIVATE_WORDS})
        if private:
            yield match.start(), "private log line", f"{', '.join(private)}: payloads, keys, labels and texts are never logged"


_READS = re.compile(r"\b(qgetenv|(?:secure_)?getenv|qEnvironmentVariable(?:IsSet|IsEmpty|IntValue|IntegerValue)?|qputenv|qunsetenv"
                    r"|setenv|unsetenv|putenv)\b(?: \( )?")
_WHOLE = re.compile(r"\b(?:environ|QProcessEnvironment|clearenv)\b")


def read_list(text):
    """{name: reason} of tests/tools/environment.txt."""
    lines = [line.partition(" ") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {name: reason.strip() for name, _, reason in lines}


def _environment_troubles(source, known, used):
    for match in _WHOLE.finditer(source.flat):
        yield match.start(), "environment", f"{match[0]}: read one variable that {ENVIRONMENT} names"
    for match in _READS.finditer(source.flat):
        name = source.strings.get(match.end())
        if name is None:
            yield match.start(), "environment", f"{match[1]} of a name that is not written here"
        elif not known.get(name):
            yield match.start(), "environment", f"{name} is not in {ENVIRONMENT}, with its reason"
        else:
            used.add(name)


def _rule_troubles(rule, name, source, used):
    if not name.startswith(rule.where) or name.startswith(rule.at_home):
        return
    places = [(match.start(), match[0]) for match in rule.pattern.finditer(source.flat)]
    if rule.strings:
        places += [(place, f'"{text}"') for place, text in source.strings.items() if rule.strings.search(text)]
    if places and name in rule.allowed:
        used.add((rule.name, name))
        return
    for place, what in places:
        yield place, rule.name, f"{what}: {rule.why}"


def troubles(files, environment):
    """[(file, line, rule, what)] for {name: text} and the text of environment.txt; an allowance that nobody needs is one."""
    known, used_names, used_files, found = read_list(environment), set(), set(), []
    for name, text in sorted(files.items()):
        source = Source(text)
        mine = [trouble for rule in RULES for trouble in _rule_troubles(rule, name, source, used_files)]
        if name.startswith(SHIPPED):
            mine += [*_log_troubles(source), *_environment_troubles(source, known, used_names)]
        found += [(name, source.line(place), rule, what) for place, rule, what in mine]
    for rule in RULES:
        found += [(name, 0, rule.name, "is allowed here and not used") for name in rule.allowed if (rule.name, name) not in used_files]
    found += [(ENVIRONMENT, 0, "environment", f"{name} is read nowhere") for name in known if name not in used_names]
    return found


def main():
    files = {name: sources.read(name) for name in sources.files() if name.endswith((".h", ".cpp"))}
    bad = [f"{name}:{line}: {rule}: {what}" for name, line, rule, what in troubles(files, sources.read(ENVIRONMENT))]
    print("\n".join(bad) if bad else "clean")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
