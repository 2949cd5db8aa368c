// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace watchword {

/// Everything that can go wrong, as one closed list. `app/support/error_text.h` turns each into one sentence and a
/// hint with an exhaustive switch; add here and the compiler asks for the words there.
enum class ErrorCode {
    Internal, ///< a rule of our own was broken; nothing was saved
    // texts and links
    EmptyInput,
    NotText,      ///< binary data where text was expected
    TooLarge,     ///< over the limit named in the detail
    NotAnAccount, ///< text that is no otpauth link
    UnknownType,  ///< otpauth type that is neither totp, hotp nor steam
    MissingSecret,
    InvalidBase32,    ///< detail: the first offending character
    UnknownAlgorithm, ///< detail: the value as read
    InvalidDigits,
    InvalidPeriod,
    InvalidCounter,
    MalformedLink,
    DamagedExport, ///< an export of another program that cannot be read as one
    EmptyExport,   ///< an export without accounts
    // pictures and screens
    NotAPicture,
    PictureTooLarge,
    PackedPicture,     ///< gzip around it, as files called .svgz have
    EntitiesInPicture, ///< an SVG picture that declares entities of its own, which could grow without end
    DamagedDocument,   ///< an SVG picture or PDF that cannot be drawn; detail: "svg" or "pdf"
    LockedDocument,    ///< a PDF that wants a password
    PagesLeftOut,      ///< only the first pages of a PDF were looked at
    RendererMissing,   ///< our own program that draws SVG pictures and PDFs is not where it belongs
    RendererFailed,    ///< it crashed, or its answer was nonsense
    RendererSlow,      ///< it did not answer in time and was ended
    NoCodeInPicture,   ///< detail: "pdf" for one of the pages that were looked at, "pdf start" when there are more
    NoDisplay,
    CaptureFailed,
    CaptureBlank,     ///< every monitor came out in one colour
    PortalMissing,    ///< a Wayland session without a portal that takes pictures of the screen; detail: the desktop
    PortalSlow,       ///< it did not answer in time
    CaptureRefused,   ///< by the portal; detail: the desktop
    CaptureCancelled, ///< by the person, who was asked
    // files
    FileNotFound,
    FileNotReadable,
    FileNotRegular,
    FileElsewhere, ///< on another computer, as its address says; it was not opened
    DiskFull,
    ReadOnlyDisk,
    WriteFailed,
    NotADirectory,   ///< something else lies where the data directory should be
    UnsafeDirectory, ///< data directory that is not ours, or group- or world-writable
    NoPermission,    ///< the rights of the data directory, or of a file in it, keep us out
    // keychain and vault
    EntryNotFound, ///< the key store's answer for a key; never believed by itself (vault-protocol section 3)
    KeychainLocked,
    PromptDismissed,
    KeychainRefused,
    NoBus,          ///< no session bus
    NoKeychain,     ///< a bus, but nobody provides the Secret Service
    KeychainHung,   ///< no answer
    KeychainFailed, ///< any other answer that is an error
    OtherProvider,  ///< another provider answered than the one noted in the book
    NotUnlocked,    ///< the vault's state does not allow it
    VaultBusy,      ///< another process holds vault.lock; detail: host name
    NotSaved,       ///< read-back differed, or a write failed; the newest slot was not touched
    NotConfirmed,   ///< a write without an answer: outcome unknown
    DamagedFile,
    WrongKey,        ///< sealed file whose key does not fit
    WrongPassword,   ///< of a password vault
    OtherVault,      ///< the keychain holds the accounts of another vault
    PasswordChanged, ///< another program has given the vault a new password, which has to be asked for
    NewerFormat,
    UnknownAccount, ///< no account with that id
    NotInTrash,     ///< only what is in the trash is removed for ever
    LowerCounter,   ///< a counter may go back only when the person said so
};

/// What went wrong, and for the log what exactly. `detail` never holds a secret, a label, a URI or a body.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T>
using Result = std::expected<T, Error>;

/// `return failure(ErrorCode::X, u"why"_qs);`
inline std::unexpected<Error> failure(ErrorCode code, QString detail = {})
{
    return std::unexpected(Error{code, std::move(detail)});
}

} // namespace watchword
