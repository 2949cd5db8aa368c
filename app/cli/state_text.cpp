// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/state_text.h"

#include "app/cli/invocation.h"
#include "app/support/lost_book.h"

namespace watchword::app::cli {

using vault::State;
using vault::Warning;

QString stateName(State state)
{
    switch (state) {
    case State::Closed: break;
    case State::Empty: return QStringLiteral("empty");
    case State::Unlocked: return QStringLiteral("unlocked");
    case State::Locked: return QStringLiteral("locked");
    case State::Unavailable: return QStringLiteral("unavailable");
    case State::Gone: return QStringLiteral("gone");
    case State::Damaged: return QStringLiteral("damaged");
    case State::Newer: return QStringLiteral("newer");
    case State::TwoVaults: return QStringLiteral("two-vaults");
    case State::Password: return QStringLiteral("password");
    }
    return QStringLiteral("unavailable");
}

QString stateId(State state, const std::optional<Error> &reason)
{
    if (state == State::Locked || state == State::Unavailable)
        return errorId(reason ? reason->code : ErrorCode::KeychainLocked);
    return stateName(state);
}

ErrorText stateText(State state, const std::optional<Error> &reason)
{
    switch (state) {
    case State::Locked:
    case State::Unavailable: {
        ErrorText text = textOfShutVault(
            reason.value_or(Error{state == State::Locked ? ErrorCode::KeychainLocked : ErrorCode::KeychainFailed, {}}));
        if (vault::tellsOfLostBook(reason))
            text.hint += QLatin1Char(' ') + hintOfLostBook();
        return text;
    }
    case State::Gone:
        if (reason && reason->code == ErrorCode::OtherProvider)
            return errorText(*reason);
        if (vault::tellsOfLostBook(reason)) {
            ErrorText text = textOfLostBook(*reason);
            text.hint +=
                QLatin1Char(' ')
                + CommandLine::tr(
                    "Nothing was changed. If they are lost for good, Watchword’s window offers to start again.");
            return text;
        }
        return {
            CommandLine::tr("Your accounts are no longer in the keychain."),
            CommandLine::tr(
                "Was it reset, or is another one in use? Nothing was changed; open the keychain that you used before and try again. If "
                "it is lost for good, Watchword’s window offers to start again.")};
    case State::Damaged:
        if (reason && reason->detail == QLatin1String("password vault"))
            return errorText(*reason);
        return {
            CommandLine::tr("What the keychain holds for Watchword is damaged."),
            CommandLine::tr(
                "Nothing was changed. You can still look at the items named “Watchword” in your desktop’s password manager.")};
    case State::Newer:
        return {CommandLine::tr("A newer version of Watchword has saved your accounts."),
                CommandLine::tr("Update Watchword; nothing was changed.")};
    case State::TwoVaults:
        return {CommandLine::tr("The keychain holds the accounts of two different Watchwords."),
                CommandLine::tr("Nothing was changed. Open Watchword’s window, which shows both and lets you choose.")};
    case State::Password:
        return reason ? errorText(*reason)
                      : ErrorText{CommandLine::tr("Your accounts are protected by a password."),
                                  CommandLine::tr("Give it in a terminal, or with “--password-file FILE”.")};
    default: return errorText(reason.value_or(Error{ErrorCode::KeychainFailed, {}}));
    }
}

Exit exitForState(State state)
{
    switch (state) {
    case State::Empty:
    case State::Unlocked: return Exit::Done;
    case State::Locked:
    case State::Unavailable:
    case State::Closed: return Exit::KeychainUnavailable;
    case State::Password: return Exit::WrongPassword;
    default: return Exit::Failed;
    }
}

QString warningId(Warning warning)
{
    switch (warning) {
    case Warning::OlderCopyInKeychain: return QStringLiteral("older-copy");
    case Warning::SecretMissing: return QStringLiteral("secret-missing");
    case Warning::BookDamaged: return QStringLiteral("book-damaged");
    case Warning::BookNotSaved: return QStringLiteral("book-not-saved");
    case Warning::BookForbidden: return QStringLiteral("book-forbidden");
    case Warning::SlotNotHealed: return QStringLiteral("slot-not-healed");
    case Warning::PreviousCopyUsed: return QStringLiteral("previous-copy-used");
    case Warning::KeyringInClear: return QStringLiteral("keyring-in-clear");
    case Warning::LeftInKeychain: return QStringLiteral("left-in-keychain");
    case Warning::OldPasswordOpens: return QStringLiteral("old-password-opens");
    case Warning::NeedsAttention: return QStringLiteral("needs-attention");
    case Warning::SecretsNotLocked: return QStringLiteral("secrets-not-locked");
    }
    return {};
}

} // namespace watchword::app::cli
