// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/findings.h"

#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "app/support/outside_text.h"
#include "core/accounts/likeness.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace watchword::app {

namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(Findings)

public:
    static ScanFinding account(const accounts::Proposal &proposal);
    static void compare(ScanFinding &finding, const accounts::Proposal &proposal, const vault::Vault &vault);
    static QString sameKeyAs(std::size_t place);
};

bool isFromTrash(const accounts::Proposal &proposal)
{
    return proposal.remarks.contains(accounts::Remark::MarkedTrashed);
}

ScanFinding FindingWords::account(const accounts::Proposal &proposal)
{
    ScanFinding finding;
    finding.title = accountTitle(proposal.account);
    const QString parameters = parametersText(proposal.account.parameters);
    finding.detail = proposal.account.name.isEmpty()
        ? parameters
        : tr("%1 · %2").arg(outsideTextInSentence(proposal.account.name), parameters);
    finding.hasName = true;
    return finding;
}

/// Whether it can be added to what is there.
void FindingWords::compare(ScanFinding &finding, const accounts::Proposal &proposal, const vault::Vault &vault)
{
    const QList<vault::Duplicate> doubles = vault.duplicatesOf(proposal);
    const bool isThere = std::ranges::any_of(
        doubles, [](const vault::Duplicate &each) { return each.kind == vault::DuplicateKind::SameSecret; });
    finding.isAccount = !isThere;
    finding.isChosen = doubles.isEmpty() && !isFromTrash(proposal);
    finding.status = isThere    ? tr("Already here")
        : !doubles.isEmpty()    ? tr("Same name, another key: both are kept")
        : isFromTrash(proposal) ? tr("From a trash")
                                : tr("New");
    if (isThere)
        return;
    for (const accounts::Remark remark : proposal.remarks)
        finding.remarks << remarkText(remark);
}

QString FindingWords::sameKeyAs(std::size_t place)
{
    return tr("Same key as number %1").arg(QLocale().toString(int(place) + 1));
}

/// What is no account, in two lines.
ScanFinding explained(const ErrorText &text)
{
    ScanFinding finding;
    finding.title = text.sentence;
    finding.detail = text.hint;
    return finding;
}

ScanFinding explained(enrol::Origin origin, const QString &host)
{
    ScanFinding finding;
    const OriginText text = originText(origin, host);
    finding.title = text.title;
    finding.detail = text.steps.isEmpty() ? text.lead : text.sentence;
    return finding;
}

} // namespace

Findings::Findings(CodeReading reading)
    : m_reading(std::move(reading))
{
    // The same code on two monitors is one code.
    std::vector<ReadText> once;
    for (ReadText &each : m_reading.texts) {
        if (std::ranges::none_of(once, [&each](const ReadText &other) { return other.text == each.text; }))
            once.push_back(std::move(each));
    }
    m_reading.texts = std::move(once);
    for (const ReadText &each : m_reading.texts) {
        enrol::Recognition &recognised = m_recognised.emplace_back();
        if (each.isQr)
            recognised = enrol::recognise(each.text.view());
        else
            recognised.origin = enrol::Origin::PlainText;
        enter(m_recognised.size() - 1);
    }
    passOverRepeated();
}

void Findings::enter(std::size_t text)
{
    enrol::Recognition &recognised = m_recognised[text];
    if (recognised.accounts.empty() && recognised.refused.empty())
        m_entries.push_back({.text = text});
    auto refused = recognised.refused.cbegin();
    for (std::size_t i = 0; i <= recognised.accounts.size(); ++i) {
        for (; refused != recognised.refused.cend() && refused->before == i; ++refused)
            m_entries.push_back({.text = text, .refused = *refused});
        if (i < recognised.accounts.size())
            m_entries.push_back({.text = text, .account = std::move(recognised.accounts[i])});
    }
    recognised.accounts.clear();
}

// The same key twice is one account. What differs otherwise is shown; one that is not from a trash comes first.
void Findings::passOverRepeated()
{
    const auto isSame = [](const Entry &a, const Entry &b) {
        return a.account && b.account
            && accounts::likenessOf(a.account->account, a.account->secret, b.account->account, b.account->secret)
            == accounts::Likeness::SameSecret;
    };
    std::vector<Entry> kept;
    for (Entry &entry : m_entries) {
        const auto first =
            std::ranges::find_if(kept, [&](const Entry &other) { return !other.sameKeyAs && isSame(other, entry); });
        if (first != kept.end()) {
            const bool isEqual =
                first->account->account == entry.account->account && first->account->remarks == entry.account->remarks;
            if (isEqual)
                continue;
            if (isFromTrash(*first->account) && !isFromTrash(*entry.account)) {
                const std::size_t place = std::size_t(first - kept.begin());
                for (Entry &other : kept) {
                    if (other.sameKeyAs == place)
                        other.sameKeyAs = kept.size();
                }
                first->sameKeyAs = kept.size();
            } else {
                entry.sameKeyAs = std::size_t(first - kept.begin());
            }
        }
        kept.push_back(std::move(entry));
    }
    m_entries = std::move(kept);
}

std::size_t Findings::accounts() const
{
    return std::size_t(std::ranges::count_if(
        m_entries, [](const Entry &entry) { return entry.account.has_value() && !entry.sameKeyAs; }));
}

bool Findings::needsList() const
{
    const auto isTold = [this](const Entry &entry) {
        const enrol::Kind kind = m_recognised[entry.text].kind;
        return entry.account || entry.refused || kind == enrol::Kind::Migration || kind == enrol::Kind::Push
            || kind == enrol::Kind::Login;
    };
    const bool hasLinks = std::ranges::any_of(m_entries, [](const Entry &e) { return e.account || e.refused; });
    const auto told = std::ranges::count_if(m_entries, isTold) + (m_reading.error ? 1 : 0);
    return hasLinks && told > 1;
}

std::size_t Findings::mostTelling() const
{
    const auto tells = [](const enrol::Recognition &each) {
        return !each.refused.empty() || (each.kind != enrol::Kind::Other && each.origin != enrol::Origin::WebLink);
    };
    const auto found = std::ranges::find_if(m_recognised, tells);
    return found == m_recognised.end() ? 0 : std::size_t(found - m_recognised.begin());
}

accounts::Proposal Findings::takeFirst()
{
    const auto found = std::ranges::find_if(m_entries, [](const Entry &entry) { return entry.account.has_value(); });
    return std::move(*found->account);
}

std::vector<ScanFinding> Findings::list(const vault::Vault &vault) const
{
    std::vector<ScanFinding> list;
    for (const Entry &entry : m_entries) {
        const enrol::Recognition &recognised = m_recognised[entry.text];
        ScanFinding finding;
        if (entry.account) {
            finding = FindingWords::account(*entry.account);
            if (entry.sameKeyAs)
                finding.status = FindingWords::sameKeyAs(*entry.sameKeyAs);
            else
                FindingWords::compare(finding, *entry.account, vault);
        } else if (entry.refused && entry.refused->origin == enrol::Origin::None) {
            finding = explained(errorText(*entry.refused));
        } else if (entry.refused) {
            finding = explained(entry.refused->origin, entry.refused->host);
        } else {
            finding = explained(recognised.origin, recognised.host);
        }
        finding.picture = m_reading.texts[entry.text].picture;
        for (const QPoint &corner : m_reading.texts[entry.text].corners)
            finding.corners << corner;
        list.push_back(std::move(finding));
    }
    return list;
}

std::vector<accounts::Proposal> Findings::accountsAt(const QList<int> &places) const
{
    std::vector<accounts::Proposal> chosen;
    for (const int place : places)
        chosen.push_back(m_entries[std::size_t(place)].account->clone());
    return chosen;
}

} // namespace watchword::app
