// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/account_text.h"

#include <cstdio>

#include <unistd.h>

namespace watchword::app::cli {

namespace {

void write(std::FILE *stream, QByteArrayView bytes)
{
    std::fwrite(bytes.data(), 1, std::size_t(bytes.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream); // also so that a disk that is full is known at once
}

JsonWriter objectOf(const char *kind, const QString &id, const ErrorText &text)
{
    JsonWriter writer;
    writer.beginObject().key(kind).value(id).key("text").value(withoutIsolates(text.sentence));
    writer.key("do").value(withoutIsolates(text.hint));
    return writer;
}

} // namespace

void Output::line(const QString &text) const
{
    QByteArray bytes = withoutIsolates(text).toUtf8();
    write(stdout, bytes);
    wipe(bytes);
}

void Output::json(const JsonWriter &writer) const
{
    write(stdout, writer.text().text());
}

void Output::note(const QString &text) const
{
    if (!m_json)
        write(stderr, withoutIsolates(text).toUtf8());
}

void Output::warning(const QString &id, const ErrorText &text) const
{
    if (m_json)
        write(stderr, objectOf("warning", id, text).endObject().text().text());
    else
        note(text.whole());
}

void Output::error(const QString &id, const ErrorText &text, const QList<accounts::Account> &matches) const
{
    if (!m_json) {
        write(stderr, withoutIsolates(text.whole()).toUtf8());
        for (const accounts::Account &account : matches)
            write(stderr, (account.id.toString() + QStringLiteral("  ") + accountLabel(account)).toUtf8());
        return;
    }
    JsonWriter writer = objectOf("error", id, text);
    if (!matches.isEmpty()) {
        writer.key("matches").beginArray();
        for (const accounts::Account &account : matches)
            writeAccountName(writer, account);
        writer.endArray();
    }
    write(stderr, writer.endObject().text().text());
}

// The stream itself remembers a failure.
bool Output::isWritten()
{
    return std::ferror(stdout) == 0;
}

QString withoutIsolates(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}

Exit exitFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::KeychainLocked:
    case ErrorCode::PromptDismissed:
    case ErrorCode::KeychainRefused:
    case ErrorCode::NoBus:
    case ErrorCode::NoKeychain:
    case ErrorCode::KeychainHung:
    case ErrorCode::KeychainFailed:
    case ErrorCode::OtherProvider: return Exit::KeychainUnavailable;
    case ErrorCode::UnknownAccount:
    case ErrorCode::NoCodeInPicture: return Exit::NothingFound;
    case ErrorCode::WrongKey:
    case ErrorCode::WrongPassword:
    case ErrorCode::PasswordChanged: return Exit::WrongPassword;
    default: return Exit::Failed;
    }
}

// One case a code and no default: a new code without an id does not compile.
QString errorId(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Internal: return QStringLiteral("internal");
    case ErrorCode::EmptyInput: return QStringLiteral("empty-input");
    case ErrorCode::NotText: return QStringLiteral("not-text");
    case ErrorCode::TooLarge: return QStringLiteral("too-large");
    case ErrorCode::NotAnAccount: return QStringLiteral("not-an-account");
    case ErrorCode::UnknownType: return QStringLiteral("unknown-type");
    case ErrorCode::MissingSecret: return QStringLiteral("missing-secret");
    case ErrorCode::InvalidBase32: return QStringLiteral("invalid-base32");
    case ErrorCode::UnknownAlgorithm: return QStringLiteral("unknown-algorithm");
    case ErrorCode::InvalidDigits: return QStringLiteral("invalid-digits");
    case ErrorCode::InvalidPeriod: return QStringLiteral("invalid-period");
    case ErrorCode::InvalidCounter: return QStringLiteral("invalid-counter");
    case ErrorCode::MalformedLink: return QStringLiteral("malformed-link");
    case ErrorCode::DamagedExport: return QStringLiteral("damaged-export");
    case ErrorCode::EmptyExport: return QStringLiteral("empty-export");
    case ErrorCode::NotAPicture: return QStringLiteral("not-a-picture");
    case ErrorCode::PictureTooLarge: return QStringLiteral("picture-too-large");
    case ErrorCode::PackedPicture: return QStringLiteral("packed-picture");
    case ErrorCode::EntitiesInPicture: return QStringLiteral("entities-in-picture");
    case ErrorCode::DamagedDocument: return QStringLiteral("damaged-document");
    case ErrorCode::LockedDocument: return QStringLiteral("locked-document");
    case ErrorCode::PagesLeftOut: return QStringLiteral("pages-left-out");
    case ErrorCode::RendererMissing: return QStringLiteral("renderer-missing");
    case ErrorCode::RendererFailed: return QStringLiteral("renderer-failed");
    case ErrorCode::RendererSlow: return QStringLiteral("renderer-slow");
    case ErrorCode::NoCodeInPicture: return QStringLiteral("no-code-in-picture");
    case ErrorCode::NoDisplay: return QStringLiteral("no-display");
    case ErrorCode::CaptureFailed: return QStringLiteral("capture-failed");
    case ErrorCode::CaptureBlank: return QStringLiteral("capture-blank");
    case ErrorCode::PortalMissing: return QStringLiteral("portal-missing");
    case ErrorCode::PortalSlow: return QStringLiteral("portal-slow");
    case ErrorCode::CaptureRefused: return QStringLiteral("capture-refused");
    case ErrorCode::CaptureCancelled: return QStringLiteral("capture-cancelled");
    case ErrorCode::FileNotFound: return QStringLiteral("file-not-found");
    case ErrorCode::FileNotReadable: return QStringLiteral("file-not-readable");
    case ErrorCode::FileNotRegular: return QStringLiteral("file-not-regular");
    case ErrorCode::FileElsewhere: return QStringLiteral("file-elsewhere");
    case ErrorCode::DiskFull: return QStringLiteral("disk-full");
    case ErrorCode::ReadOnlyDisk: return QStringLiteral("read-only-disk");
    case ErrorCode::WriteFailed: return QStringLiteral("write-failed");
    case ErrorCode::NotADirectory: return QStringLiteral("not-a-directory");
    case ErrorCode::UnsafeDirectory: return QStringLiteral("unsafe-directory");
    case ErrorCode::NoPermission: return QStringLiteral("no-permission");
    case ErrorCode::EntryNotFound: return QStringLiteral("entry-not-found");
    case ErrorCode::KeychainLocked: return QStringLiteral("keychain-locked");
    case ErrorCode::PromptDismissed: return QStringLiteral("prompt-dismissed");
    case ErrorCode::KeychainRefused: return QStringLiteral("keychain-refused");
    case ErrorCode::NoBus: return QStringLiteral("no-bus");
    case ErrorCode::NoKeychain: return QStringLiteral("no-keychain");
    case ErrorCode::KeychainHung: return QStringLiteral("keychain-hung");
    case ErrorCode::KeychainFailed: return QStringLiteral("keychain-failed");
    case ErrorCode::OtherProvider: return QStringLiteral("other-provider");
    case ErrorCode::NotUnlocked: return QStringLiteral("not-unlocked");
    case ErrorCode::VaultBusy: return QStringLiteral("vault-busy");
    case ErrorCode::NotSaved: return QStringLiteral("not-saved");
    case ErrorCode::NotConfirmed: return QStringLiteral("not-confirmed");
    case ErrorCode::DamagedFile: return QStringLiteral("damaged");
    case ErrorCode::WrongKey: return QStringLiteral("wrong-key");
    case ErrorCode::WrongPassword: return QStringLiteral("wrong-password");
    case ErrorCode::PasswordChanged: return QStringLiteral("password-changed");
    case ErrorCode::OtherVault: return QStringLiteral("other-vault");
    case ErrorCode::NewerFormat: return QStringLiteral("newer-format");
    case ErrorCode::UnknownAccount: return QStringLiteral("unknown-account");
    case ErrorCode::NotInTrash: return QStringLiteral("not-in-trash");
    case ErrorCode::LowerCounter: return QStringLiteral("lower-counter");
    }
    return {};
}

} // namespace watchword::app::cli
