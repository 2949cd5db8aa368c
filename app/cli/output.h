// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/json_writer.h"
#include "app/support/error_text.h"
#include "core/accounts/account.h"

namespace watchword::app::cli {

/// How the program ends.
enum class Exit { Done = 0, Failed = 1, Usage = 2, NothingFound = 3, KeychainUnavailable = 4, WrongPassword = 5 };

/// What the program says: results on standard output, everything else on standard error; plain text, or JSON.
class Output
{
public:
    explicit Output(bool json)
        : m_json(json)
    {
    }
    bool isJson() const { return m_json; }

    /// A line of a result for a person.
    void line(const QString &text) const;
    /// A result as JSON.
    void json(const JsonWriter &writer) const;
    /// A word beside the result, for a person only.
    void note(const QString &text) const;
    /// The same with a name that a script can look for: as JSON one object on standard error, `{"warning","text","do"}`.
    void warning(const QString &id, const ErrorText &text) const;
    /// What went wrong: a paragraph, or one object. `matches`: the accounts that could have been meant.
    void error(const QString &id, const ErrorText &text, const QList<accounts::Account> &matches = {}) const;

    /// Whether all results so far reached standard output.
    static bool isWritten();

private:
    bool m_json;
};

/// A sentence without the direction marks that set names from outside apart in it: they confuse terminals and scripts.
QString withoutIsolates(QString text);
/// The `id` of an error in JSON, such as `keychain-locked`.
QString errorId(ErrorCode code);
/// The exit status that an error means.
Exit exitFor(ErrorCode code);

} // namespace watchword::app::cli
