// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/findings.h"

#include "app/flows/known_enrolment.h"
#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "app/support/export_text.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
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
    static ScanFinding enrolment(const push::Enrolment &enrolment, const vault::Vault &vault);
    static ScanFinding unusable(const push::Failure &failure);
    static void compare(ScanFinding &finding, const accounts::Proposal &proposal, const vault::Vault &vault);
    static QString sameKeyAs(std::size_t place);
    static QString titleOf(const enrol::Recognition &recognised);
    static QString exportHeading(std::size_t place, const transfer::MigrationSet &set);
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

/// Its own card follows when it is chosen.
ScanFinding FindingWords::enrolment(const push::Enrolment &enrolment, const vault::Vault &vault)
{
    ScanFinding finding;
    const QString host = outsideText(enrolment.address.toString());
    const QString issuer = outsideText(enrolment.issuer.trimmed());
    finding.title = issuer.isEmpty() ? host : issuer;
    finding.detail = tr("Sign-ins to approve · %1").arg(host);
    finding.hasName = true;
    finding.isAccount = true;
    finding.isChosen = true;
    finding.status =
        knownEnrolment(enrolment, vault.pushAccounts()).isSame ? tr("New key for an account here") : tr("New");
    return finding;
}

ScanFinding FindingWords::unusable(const push::Failure &failure)
{
    const ErrorText text = pushErrorText(failure, PushMoment::Enrolling, {});
    ScanFinding finding;
    finding.title = text.sentence;
    finding.detail = text.hint;
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

/// In one line, with the host of a web page.
QString FindingWords::titleOf(const enrol::Recognition &recognised)
{
    const QString title = originText(recognised.origin, recognised.host).title;
    return recognised.origin != enrol::Origin::WebLink || recognised.host.isEmpty()
        ? tr("%1.").arg(title)
        : tr("%1: %2.").arg(title, outsideTextInSentence(recognised.host));
}

QString FindingWords::exportHeading(std::size_t place, const transfer::MigrationSet &set)
{
    const QString heading = tr("Export %1").arg(QLocale().toString(int(place) + 1));
    const QString missing = missingPartsText(set);
    return missing.isEmpty() ? heading : tr("%1 · %2").arg(heading, missing);
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
        m_recognised.push_back(each.isQr ? enrol::recognise(each.text.view())
                                         : enrol::recogniseBarcode(each.text.view()));
        collect(m_recognised.size() - 1);
    }
}

bool Findings::collect(std::size_t text)
{
    bool isNew = false;
    for (transfer::MigrationPart &part : std::exchange(m_recognised[text].parts, {})) {
        const transfer::MigrationCollector::Place place = m_exports.add(std::move(part));
        isNew = isNew || !place.isRepeat;
        m_textOfPart.try_emplace({place.set, place.index}, text);
    }
    return isNew;
}

bool Findings::isWorthKeeping() const
{
    return !m_exports.sets().empty()
        || std::ranges::any_of(m_recognised, [](const enrol::Recognition &each) { return !each.accounts.empty(); });
}

bool Findings::isOurs() const
{
    const auto isMeantForUs = [](const enrol::Recognition &each) {
        return !each.refused.empty() || each.kind == enrol::Kind::Push || each.kind == enrol::Kind::Login;
    };
    return isWorthKeeping() || std::ranges::any_of(m_recognised, isMeantForUs);
}

bool Findings::merge(Findings later)
{
    bool isNew = false;
    // Nobody looks at pictures that were taken at different times.
    m_reading.forgetPictures();
    later.m_reading.forgetPictures();
    std::map<std::size_t, std::size_t> places;
    for (std::size_t i = 0; i < later.m_recognised.size(); ++i) {
        const bool isThere = std::ranges::any_of(
            m_reading.texts, [&](const ReadText &each) { return each.text == later.m_reading.texts[i].text; });
        if (isThere)
            continue;
        places[i] = m_recognised.size();
        isNew = isNew || !later.m_recognised[i].accounts.empty();
        m_reading.texts.push_back(std::move(later.m_reading.texts[i]));
        m_recognised.push_back(std::move(later.m_recognised[i]));
    }
    std::vector<transfer::MigrationSet> sets = later.m_exports.takeSets();
    for (const auto &[place, text] : later.m_textOfPart) {
        const auto kept = places.find(text);
        std::optional<transfer::MigrationPart> &part = sets[place.first].parts[std::size_t(place.second)];
        if (kept == places.end())
            continue; // with all of its text
        m_recognised[kept->second].parts.push_back(std::move(*part));
    }
    for (const auto &[text, place] : places)
        isNew = collect(place) || isNew;
    if (!m_reading.error)
        m_reading.error = later.m_reading.error;
    return isNew;
}

void Findings::settle()
{
    for (std::size_t i = 0; i < m_recognised.size(); ++i)
        enter(i);
    enterExports();
    passOverRepeated();
}

void Findings::enterExports()
{
    std::vector<transfer::MigrationSet> sets = m_exports.takeSets();
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (!sets[i].isComplete())
            m_missing << missingPartsText(sets[i]);
        QString heading = sets.size() > 1 ? FindingWords::exportHeading(i, sets[i]) : QString();
        for (std::optional<transfer::MigrationPart> &part : sets[i].parts) {
            if (!part)
                continue;
            const std::size_t text = m_textOfPart.at({i, part->index});
            auto refused = part->refused.cbegin();
            for (std::size_t j = 0; j <= part->accounts.size(); ++j) {
                for (; refused != part->refused.cend() && refused->before == j; ++refused)
                    m_entries.push_back(
                        {.text = text,
                         .refused = enrol::Refusal{*refused, enrol::Origin::None, {}, j, 1, enrol::nameOf(*refused)},
                         .isOfExport = true,
                         .heading = std::exchange(heading, {})});
                if (j < part->accounts.size())
                    m_entries.push_back({.text = text,
                                         .account = std::move(part->accounts[j]),
                                         .isOfExport = true,
                                         .heading = std::exchange(heading, {})});
            }
        }
    }
}

void Findings::enter(std::size_t text)
{
    enrol::Recognition &recognised = m_recognised[text];
    if (recognised.accounts.empty() && recognised.refused.empty() && recognised.enrolments.empty()
        && recognised.kind != enrol::Kind::Migration)
        m_entries.push_back({.text = text});
    auto refused = recognised.refused.cbegin();
    for (std::size_t i = 0; i <= recognised.accounts.size(); ++i) {
        for (; refused != recognised.refused.cend() && refused->before == i; ++refused)
            m_entries.push_back({.text = text, .refused = *refused});
        if (i < recognised.accounts.size())
            m_entries.push_back({.text = text, .account = std::move(recognised.accounts[i])});
    }
    recognised.accounts.clear();
    for (push::Enrolment &each : std::exchange(recognised.enrolments, {}))
        m_entries.push_back({.text = text, .enrolment = std::move(each)});
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
            if (isEqual && entry.heading.isEmpty())
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

std::size_t Findings::enrolments() const
{
    return std::size_t(
        std::ranges::count_if(m_entries, [](const Entry &entry) { return entry.enrolment.has_value(); }));
}

bool Findings::needsList() const
{
    const auto isTold = [this](const Entry &entry) {
        const enrol::Kind kind = m_recognised[entry.text].kind;
        return entry.account || entry.enrolment || entry.refused || kind == enrol::Kind::Push
            || kind == enrol::Kind::Login;
    };
    if (std::ranges::any_of(m_entries, &Entry::isOfExport))
        return true;
    const bool hasLinks =
        std::ranges::any_of(m_entries, [](const Entry &e) { return e.account || e.enrolment || e.refused; });
    const auto told = std::ranges::count_if(m_entries, isTold) + (m_reading.error ? 1 : 0);
    return hasLinks && told > 1;
}

std::size_t Findings::mostTelling() const
{
    const auto tells = [](const enrol::Recognition &each) {
        using enrol::Origin;
        if (!each.refused.empty() || each.kind != enrol::Kind::Other)
            return 3;
        switch (each.origin) {
        case Origin::PlainText:
        case Origin::Binary:
        case Origin::OtherBarcode: return 0;
        case Origin::WebLink: return 1;
        default: return 2;
        }
    };
    const auto most = std::ranges::max_element(m_recognised, {}, tells);
    return std::size_t(most - m_recognised.begin());
}

QStringList Findings::leftAlone() const
{
    QStringList sentences;
    for (const Entry &entry : m_entries) {
        const enrol::Recognition &recognised = m_recognised[entry.text];
        if (entry.account || entry.enrolment || entry.refused)
            continue;
        sentences << FindingWords::titleOf(recognised);
    }
    sentences.removeDuplicates();
    return sentences;
}

accounts::Proposal Findings::takeFirst()
{
    const auto found = std::ranges::find_if(m_entries, [](const Entry &entry) { return entry.account.has_value(); });
    return std::move(*found->account);
}

push::Enrolment Findings::takeFirstEnrolment()
{
    const auto found = std::ranges::find_if(m_entries, [](const Entry &entry) { return entry.enrolment.has_value(); });
    return std::move(*found->enrolment);
}

ScanFinding Findings::findingOf(const Entry &entry, const vault::Vault &vault) const
{
    ScanFinding finding;
    if (entry.account) {
        finding = FindingWords::account(*entry.account);
        if (entry.sameKeyAs)
            finding.status = FindingWords::sameKeyAs(*entry.sameKeyAs);
        else
            FindingWords::compare(finding, *entry.account, vault);
    } else if (entry.enrolment) {
        finding = FindingWords::enrolment(*entry.enrolment, vault);
    } else if (!entry.refused && m_recognised[entry.text].unusable) {
        finding = FindingWords::unusable(*m_recognised[entry.text].unusable);
    } else if (!entry.refused) {
        finding = explained(m_recognised[entry.text].origin, m_recognised[entry.text].host);
    } else if (entry.refused->origin != enrol::Origin::None) {
        finding = explained(entry.refused->origin, entry.refused->host);
    } else if (!entry.isOfExport || entry.refused->name.isEmpty()) {
        finding = explained(errorText(*entry.refused));
    } else {
        finding.title = outsideText(entry.refused->name);
        finding.detail = errorText(*entry.refused).whole();
    }
    finding.isOfExport = entry.isOfExport;
    finding.heading = entry.heading;
    return finding;
}

std::vector<ScanFinding> Findings::list(const vault::Vault &vault) const
{
    std::vector<ScanFinding> list;
    for (const Entry &entry : m_entries) {
        ScanFinding &finding = list.emplace_back(findingOf(entry, vault));
        finding.picture = m_reading.pictures.empty() ? -1 : m_reading.texts[entry.text].picture;
        for (const QPoint &corner : m_reading.texts[entry.text].corners)
            finding.corners << corner;
    }
    return list;
}

QStringList Findings::notes() const
{
    QStringList notes = m_missing;
    if (m_reading.error)
        notes << errorText(*m_reading.error).whole();
    return notes;
}

std::vector<accounts::Proposal> Findings::accountsAt(const QList<int> &places) const
{
    std::vector<accounts::Proposal> chosen;
    for (const int place : places) {
        if (const auto &account = m_entries[std::size_t(place)].account)
            chosen.push_back(account->clone());
    }
    return chosen;
}

std::vector<push::Enrolment> Findings::enrolmentsAt(const QList<int> &places) const
{
    std::vector<push::Enrolment> chosen;
    for (const int place : places) {
        if (const auto &enrolment = m_entries[std::size_t(place)].enrolment)
            chosen.push_back(enrolment->clone());
    }
    return chosen;
}

} // namespace watchword::app
