// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/handler.h"
#include "core/base/secret_bytes.h"

#include <QStringList>

class QObject;

namespace watchword {

/// What the key store says of itself and of the items asked about, before and after a read (vault-protocol section 3,
/// step 1). Where a store cannot be asked (a sandbox), `canBeAsked` is false and absence is never certain.
struct StoreSurvey {
    bool canBeAsked = true;
    QString provider; ///< `gnome-keyring-d`, `keepassxc`, `kwalletd5`, else `secretservice`
    bool hasDefaultCollection = false;
    bool defaultCollectionLocked = false;
    bool storesInClear = false; ///< the default collection is known to lie unencrypted on the disk: it has no password
    QStringList unlockedKeys;   ///< of the keys asked about: present and readable
    QStringList lockedKeys;     ///< of the keys asked about: present and locked

    friend bool operator==(const StoreSurvey &, const StoreSurvey &) = default;
};

/// The system's keychain, shaped by the vault's need. All calls answer later on the caller's thread; one job runs at a
/// time, in the order of the calls. No call has a time limit of its own: the person may be typing a password.
class KeyStore
{
public:
    virtual ~KeyStore() = default;

    /// Asks without ever prompting. Errors: NoBus, NoKeychain, KeychainHung (no answer in 5 s), KeychainFailed.
    virtual void survey(const QStringList &keys, QObject *context, Handler<Result<StoreSurvey>> handler) = 0;
    /// Lets the keychain ask the person to unlock its default collection and these keys' items; true when it is open
    /// afterwards. Errors: as survey, and PromptDismissed, KeychainRefused.
    virtual void unlock(const QStringList &keys, QObject *context, Handler<Result<void>> handler) = 0;
    /// Lets the keychain ask the person for the password of a first default collection (Secret Service: CreateCollection
    /// with the alias `default`, and its prompt); answers when it is there. Called only when `survey` saw none and the
    /// first account is being saved. Errors: as unlock.
    virtual void createDefaultCollection(QObject *context, Handler<Result<void>> handler) = 0;
    /// Gives up a prompt that `unlock` or `createDefaultCollection` opened ("Stop waiting"); its handler then gets
    /// PromptDismissed. The window is closed where the keychain survives that; where it stays open, the next `unlock`
    /// waits for it again.
    virtual void stopUnlocking() = 0;
    /// Errors: EntryNotFound (not to be believed by itself), KeychainRefused, KeychainFailed.
    virtual void read(const QString &key, QObject *context, Handler<Result<SecretBytes>> handler) = 0;
    /// `value` is UTF-8 text. Errors: KeychainRefused, KeychainLocked, KeychainFailed.
    virtual void write(const QString &key, const SecretBytes &value, QObject *context,
                       Handler<Result<void>> handler) = 0;
    /// Success proves nothing: survey again.
    virtual void remove(const QString &key, QObject *context, Handler<Result<void>> handler) = 0;
    /// Longest value of one item in bytes of UTF-8; 0: no practical limit.
    virtual qsizetype itemSizeLimit() const = 0;
};

} // namespace watchword
