// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/scan_result_dialog.h"
#include "app/flows/code_reader.h"
#include "core/enrol/recognise.h"
#include "core/transfer/migration_collector.h"
#include "core/vault/vault.h"

#include <map>

namespace watchword::app {

/// Everything that was read: each text with what it is, and each thing that was in it. Exports of several codes may be read
/// in several goes; when all that is to come has come, `settle` makes the list.
class Findings
{
public:
    explicit Findings(CodeReading reading);

    /// What an export still lacks, and whether there is one at all.
    const std::vector<transfer::MigrationSet> &exports() const { return m_exports.sets(); }
    bool lacksParts() const { return !m_exports.isComplete(); }
    /// Whether anything in it is to be kept for later: an account or a part of an export.
    bool isWorthKeeping() const;
    /// Whether any of it is meant for a program like this one, also when it cannot be taken. Before `settle`.
    bool isOurs() const;
    /// Adds what was read later. The pictures of both are wiped. Whether there was anything new in it.
    bool merge(Findings later);
    /// To be called once, before everything that follows.
    void settle();

    bool isEmpty() const { return m_recognised.empty(); }
    const std::vector<QImage> &pictures() const { return m_reading.pictures; }
    /// How many of the pictures have one colour, and nothing in them.
    int blank() const { return m_reading.blank; }
    const std::optional<Error> &error() const { return m_reading.error; }
    /// What is said when it is empty without an error.
    const Error &nothing() const { return m_reading.nothing; }
    const enrol::Recognition &recognition(std::size_t text) const { return m_recognised[text]; }
    ByteView text(std::size_t index) const { return m_reading.texts[index].text.view(); }
    std::size_t accounts() const;
    /// What sets up sign-ins to approve.
    std::size_t enrolments() const;
    /// The one to explain when there is no account: the code of another program before a contact or the like, that before a
    /// web link, that before plain text.
    std::size_t mostTelling() const;
    /// Whether there is more to say than one page can: accounts, enrolments, links that were not taken, files that could not be
    /// read and codes that a later version takes; and whenever there is an export. Codes of other programs and web links beside an account are no matter.
    bool needsList() const;
    /// What was read beside the accounts and is none of ours, a sentence each.
    QStringList leftAlone() const;
    /// The first account, taken out.
    accounts::Proposal takeFirst();
    push::Enrolment takeFirstEnrolment();

    /// For the list, in reading order. Not chosen are those that are there already or come from a trash.
    std::vector<ScanFinding> list(const vault::Vault &vault) const;
    /// What should be known of the whole: parts that are missing, a file that could not be read.
    QStringList notes() const;
    /// Copies of the accounts with these places in the list.
    std::vector<accounts::Proposal> accountsAt(const QList<int> &places) const;
    std::vector<push::Enrolment> enrolmentsAt(const QList<int> &places) const;

private:
    /// A place in the list: an account, an enrolment, a link that was not taken, or neither: a text that is something else.
    struct Entry {
        std::size_t text = 0;
        std::optional<accounts::Proposal> account = {};
        std::optional<push::Enrolment> enrolment = {};
        std::optional<enrol::Refusal> refused = {};
        std::optional<std::size_t> sameKeyAs = {}; ///< the place of the account that is taken instead
        bool isOfExport = false;
        QString heading = {};
    };
    using PartPlace = std::pair<std::size_t, int>; ///< which set, which of its parts

    /// Puts the parts of a text to those that are there; whether one is new.
    bool collect(std::size_t text);
    void enter(std::size_t text);
    void enterExports();
    ScanFinding findingOf(const Entry &entry, const vault::Vault &vault) const;
    void passOverRepeated();

    CodeReading m_reading;
    std::vector<enrol::Recognition> m_recognised; ///< one a text, without its accounts
    transfer::MigrationCollector m_exports;
    std::map<PartPlace, std::size_t> m_textOfPart;
    QStringList m_missing; ///< a sentence for each export that is not whole
    std::vector<Entry> m_entries;
};

} // namespace watchword::app
