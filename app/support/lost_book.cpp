// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/lost_book.h"

namespace watchword::app {

namespace {

/// The context of these sentences in the translations.
struct LostBookWords {
    Q_DECLARE_TR_FUNCTIONS(LostBook)
};

} // namespace

ErrorText textOfLostBook(const Error &reason)
{
    return {reason.detail.endsWith(vault::bookMissing)
                ? LostBookWords::tr(
                      "There are no accounts in the keychain, and the file “book” is missing from Watchword’s folder.")
                : LostBookWords::tr(
                      "There are no accounts in the keychain, and the file “book” in Watchword’s folder is damaged."),
            LostBookWords::tr(
                "If your accounts had a password of their own, they were in that file: put the folder back from a "
                "backup. If they were in a keychain, open the one that you used before. Then try again.")};
}

ErrorText textOfShutVault(const Error &reason)
{
    ErrorText text = errorText(reason);
    if (!vault::tellsOfLostBook(reason))
        return text;
    if (reason.code == ErrorCode::PromptDismissed)
        text.hint = LostBookWords::tr("Try again to be asked once more.");
    else if (reason.code == ErrorCode::KeychainHung)
        text.hint = LostBookWords::tr("Wait a moment and try again.");
    else if (reason.code == ErrorCode::KeychainFailed)
        text.hint = LostBookWords::tr("Nothing was changed. Try again.");
    return text;
}

QString hintOfLostBook()
{
    return LostBookWords::tr(
        "If your accounts had a password of their own, they do not need the keychain but the file “book” in "
        "Watchword’s folder, which is missing or damaged: put the folder back from a backup, then try again. "
        "To begin anew without them, quit Watchword and move the folder somewhere else.");
}

} // namespace watchword::app
