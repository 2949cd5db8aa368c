// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/warning_text.h"

#include <QCoreApplication>

namespace watchword::app {

namespace {

struct WarningWords {
    Q_DECLARE_TR_FUNCTIONS(WarningWords)
};

} // namespace

ErrorText warningText(vault::Warning warning)
{
    using vault::Warning;
    switch (warning) {
    case Warning::OlderCopyInKeychain:
        return {WarningWords::tr("The keychain holds an older copy of your accounts."),
                WarningWords::tr("Look whether one is missing, and set that one up anew at its site.")};
    case Warning::SecretMissing:
        return {WarningWords::tr("The secret of an account is missing in the keychain."),
                WarningWords::tr("Set the account up anew at its site.")};
    case Warning::BookDamaged:
        return {WarningWords::tr("The file with the order of your accounts was damaged; no account is lost."),
                WarningWords::tr("Watchword has made a new one and kept the old one beside it.")};
    case Warning::BookNotSaved:
        return {WarningWords::tr("The order of your accounts could not be saved; no account is lost."),
                WarningWords::tr("Look whether the disk is full.")};
    case Warning::BookForbidden:
        return {
            WarningWords::tr("Watchword may not read the file with the order of your accounts; no account is lost."),
            WarningWords::tr("Give yourself the right to read and change Watchword’s folder and “book” in it.")};
    case Warning::SlotNotHealed:
        return {WarningWords::tr("Only one of the two copies in the keychain is up to date."),
                WarningWords::tr("The next change makes it good.")};
    case Warning::PreviousCopyUsed:
        return {
            WarningWords::tr("The file with your accounts was damaged; this is the copy from before the last change."),
            WarningWords::tr(
                "Look whether an account is missing. The next change makes a new file and keeps the damaged one.")};
    case Warning::LeftInKeychain:
        return {
            WarningWords::tr("Your accounts have a password now, but an older copy of them is still in the keychain."),
            WarningWords::tr(
                "Watchword tries again at its next start. You can also delete the items “Watchword” yourself.")};
    case Warning::OldPasswordOpens:
        return {WarningWords::tr("The copy “book.1” of your accounts still opens with the password or key of before."),
                WarningWords::tr("Look whether the disk is full. Watchword tries again at its next start.")};
    case Warning::KeyringInClear:
        return {
            WarningWords::tr(
                "Your keyring has no password: secrets in it lie in clear on the disk, and GNOME Keyring can lose them. "
                "Watchword saves nothing there."),
            WarningWords::tr("Use a password for Watchword, or give the keyring one.")};
    case Warning::NeedsAttention:
        return {WarningWords::tr("Among your accounts is something that this version does not understand."),
                WarningWords::tr("It is kept as it is, and the other accounts work without it.")};
    case Warning::SecretsNotLocked:
        return {WarningWords::tr("Secrets in memory could not be kept from the swap file."),
                WarningWords::tr("Raise the limit of locked memory (ulimit -l), or encrypt the swap.")};
    }
    return {};
}

} // namespace watchword::app
