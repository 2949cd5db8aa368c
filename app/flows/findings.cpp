// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/findings.h"

#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "app/support/outside_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchword::app {

namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(Findings)

public:
    static ScanFinding account(const accounts::Proposal &proposal, const vault::Vault &vault);
};

ScanFinding FindingWords::account(const accounts::Proposal &proposal, const vault::Vault &vault)
{
    ScanFinding finding;
    finding.title = accountTitle(proposal.account);
    const QString parameters = parametersText(proposal.account.parameters);
    finding.detail = proposal.account.name.isEmpty()
        ? parameters
        : tr("%1 · %2").arg(outsideTextInSentence(proposal.account.name), parameters);
    const QList<vault::Duplicate> doubles = vault.duplicatesOf(proposal);
    const bool isThere = std::ranges::any_of(
        doubles, [](const vault::Duplicate &each) { return each.kind == vault::DuplicateKind::SameSecret; });
    finding.hasName = true;
    finding.isAccount = !isThere;
    finding.isChosen = doubles.isEmpty();
    finding.status = isThere ? tr("Already here")
        : doubles.isEmpty()  ? tr("New")
                             : tr("Same name, another key: both are kept");
    return finding;
}

/// What is no account, in two lines.
ScanFinding explained(const enrol::Recognition &recognition)
{
    ScanFinding finding;
    if (!recognition.refused.empty()) {
        const ErrorText text = errorText(recognition.refused.front());
        finding.title = text.sentence;
        finding.detail = text.hint;
    } else {
        const OriginText text = originText(recognition.origin, recognition.host);
        finding.title = text.title;
        finding.detail = text.steps.isEmpty() ? text.lead : text.sentence;
    }
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
    }
}

std::size_t Findings::accounts() const
{
    std::size_t count = 0;
    for (const enrol::Recognition &each : m_recognised)
        count += each.accounts.size();
    return count;
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
    const auto found =
        std::ranges::find_if(m_recognised, [](const enrol::Recognition &each) { return !each.accounts.empty(); });
    return std::move(found->accounts.front());
}

std::vector<ScanFinding> Findings::list(const vault::Vault &vault) const
{
    std::vector<ScanFinding> list;
    for (std::size_t i = 0; i < m_recognised.size(); ++i) {
        const std::size_t before = list.size();
        for (const accounts::Proposal &proposal : m_recognised[i].accounts)
            list.push_back(FindingWords::account(proposal, vault));
        if (m_recognised[i].accounts.empty())
            list.push_back(explained(m_recognised[i]));
        for (std::size_t place = before; place < list.size(); ++place) {
            list[place].picture = m_reading.texts[i].picture;
            for (const QPoint &corner : m_reading.texts[i].corners)
                list[place].corners << corner;
        }
    }
    return list;
}

std::vector<accounts::Proposal> Findings::accountsAt(const QList<int> &places) const
{
    std::vector<accounts::Proposal> chosen;
    int place = 0;
    for (const enrol::Recognition &each : m_recognised) {
        for (const accounts::Proposal &proposal : each.accounts) {
            if (places.contains(place++))
                chosen.push_back(proposal.clone());
        }
        if (each.accounts.empty())
            ++place;
    }
    return chosen;
}

} // namespace watchword::app
