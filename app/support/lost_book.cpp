// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/lost_book.h"

namespace watchword::app {

namespace {

/// The context of these sentences in the translations.
struct LostBookWords {
    Q_DECLARE_TR_FUNCTIONS(LostBook)
};

const QLatin1String missing("book missing");
const QLatin1String damaged("book damaged");

} // namespace

bool isBookLost(const std::optional<Error> &reason)
{
    return reason && (reason->detail == missing || reason->detail == damaged);
}

ErrorText textOfLostBook(const Error &reason)
{
    return {reason.detail == missing
                ? LostBookWords::tr(
                      "There are no accounts in the keychain, and the file “book” is missing from Watchword’s folder.")
                : LostBookWords::tr(
                      "There are no accounts in the keychain, and the file “book” in Watchword’s folder is damaged."),
            LostBookWords::tr(
                "If your accounts had a password of their own, they were in that file: put the folder back from a "
                "backup. If they were in a keychain, open the one that you used before. Then try again.")};
}

QString hintOfLostBook()
{
    return LostBookWords::tr(
        "If your accounts had a password of their own, they do not need the keychain but the file “book” in "
        "Watchword’s folder, which is missing or damaged: put the folder back from a backup, then try again. "
        "To begin anew without them, quit Watchword and move the folder somewhere else.");
}

} // namespace watchword::app
