// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/push_memory.h"

#include "core/push/signed_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <limits>

namespace watchword::push {

namespace {

using accounts::AccountId;

constexpr std::array endingNames = {QLatin1String("approved"),  QLatin1String("denied"),
                                    QLatin1String("not-taken"), QLatin1String("expired"),
                                    QLatin1String("elsewhere"), QLatin1String("other-server")};

const QString nonceKey = QStringLiteral("nonce"), choiceKey = QStringLiteral("choice"),
              optionKey = QStringLiteral("option"), reasonKey = QStringLiteral("reason"),
              overKey = QStringLiteral("over"), heldKey = QStringLiteral("held"),
              accountKey = QStringLiteral("account"), timeKey = QStringLiteral("time"),
              endingKey = QStringLiteral("ending"), decisionsKey = QStringLiteral("decisions"),
              historyKey = QStringLiteral("history"), refusedKey = QStringLiteral("refused"),
              approveText = QStringLiteral("approve"), denyText = QStringLiteral("deny");

QJsonObject decisionObject(const Decision &decision)
{
    QJsonObject object{{nonceKey, decision.nonce},
                       {choiceKey, decision.answer.choice == Choice::Approve ? approveText : denyText}};
    if (!decision.answer.option.isEmpty())
        object.insert(optionKey, decision.answer.option);
    if (decision.answer.reason != Reason::None)
        object.insert(reasonKey, reasonText(decision.answer.reason));
    if (decision.isOver)
        object.insert(overKey, true);
    if (decision.isHeld)
        object.insert(heldKey, true);
    return object;
}

/// What is no clear approval was a denial: nothing is ever approved because a text could not be read.
Decision decisionIn(const QJsonObject &object)
{
    Decision decision;
    decision.nonce = object.value(nonceKey).toString();
    decision.isOver = object.value(overKey).toBool();
    const QString reason = object.value(reasonKey).toString();
    if (object.value(choiceKey).toString() == approveText)
        decision.answer = {Choice::Approve, object.value(optionKey).toString(), Reason::None};
    else if (reason == reasonText(Reason::UnknownTrigger))
        decision.answer.reason = Reason::UnknownTrigger;
    else if (reason == reasonText(Reason::Cancelled))
        decision.answer.reason = Reason::Cancelled;
    decision.isHeld = object.value(heldKey).toBool() && decision.answer.choice == Choice::Deny && !decision.isOver;
    return decision;
}

std::optional<HistoryEntry> historyEntryIn(const QJsonObject &object)
{
    const auto id = AccountId::fromString(object.value(accountKey).toString());
    const auto name = std::ranges::find(endingNames, object.value(endingKey).toString());
    if (!id || name == endingNames.end())
        return {};
    return HistoryEntry{*id, object.value(timeKey).toInteger(), Ending(name - endingNames.begin())};
}

constexpr qint64 mostRefused = std::numeric_limits<int>::max(); // it stays there

template <class T>
void keepLast(QList<T> &list, qsizetype most)
{
    if (list.size() > most)
        list.remove(0, list.size() - most);
}

} // namespace

PushMemory PushMemory::read(const QByteArray &json)
{
    PushMemory memory;
    QJsonObject whole = QJsonDocument::fromJson(json).object();
    const QJsonObject decisions = whole.take(decisionsKey).toObject();
    for (auto one = decisions.begin(); one != decisions.end(); ++one) {
        const auto id = AccountId::fromString(one.key());
        const QJsonArray list = one.value().toArray();
        for (const auto &value : list) {
            const Decision decision = decisionIn(value.toObject());
            if (id && !decision.nonce.isEmpty())
                memory.m_decisions[*id] << decision;
        }
    }
    const QJsonArray history = whole.take(historyKey).toArray();
    for (const auto &value : history) {
        if (const auto entry = historyEntryIn(value.toObject()))
            memory.addHistory(*entry);
    }
    memory.m_refused = int(std::clamp<qint64>(whole.take(refusedKey).toInteger(), 0, mostRefused));
    memory.m_rest = whole;
    return memory;
}

QByteArray PushMemory::write() const
{
    QJsonObject decisions;
    for (auto one = m_decisions.begin(); one != m_decisions.end(); ++one) {
        QJsonArray list;
        for (const Decision &decision : *one)
            list << decisionObject(decision);
        decisions.insert(one.key().toString(), list);
    }
    QJsonArray history;
    for (const HistoryEntry &entry : m_history)
        history << QJsonObject{{accountKey, entry.account.toString()},
                               {timeKey, entry.time},
                               {endingKey, endingNames[std::size_t(entry.ending)]}};
    QJsonObject whole = m_rest;
    whole.insert(decisionsKey, decisions);
    whole.insert(historyKey, history);
    if (m_refused != 0)
        whole.insert(refusedKey, m_refused);
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

std::optional<Decision> PushMemory::decision(AccountId account, const QString &nonce) const
{
    const QList<Decision> list = m_decisions.value(account);
    const auto found = std::ranges::find(list, nonce, &Decision::nonce);
    return found == list.end() ? std::nullopt : std::optional(*found);
}

bool PushMemory::decide(AccountId account, const QString &nonce, const Answer &answer, Leaves leaves)
{
    const Decision decided{nonce, answer, false, leaves == Leaves::Later};
    QList<Decision> &list = m_decisions[account];
    const auto before = std::ranges::find(list, nonce, &Decision::nonce);
    if (before == list.end()) {
        list << decided;
        keepLast(list, mostDecisions);
        return true;
    }
    if (!before->isHeld || answer.choice != Choice::Deny)
        return before->answer == answer;
    *before = decided;
    return true;
}

void PushMemory::setOver(AccountId account, const QString &nonce)
{
    for (Decision &decision : m_decisions[account]) {
        if (decision.nonce == nonce)
            decision.isOver = true;
    }
}

void PushMemory::hold(AccountId account, const QString &nonce)
{
    for (Decision &decision : m_decisions[account]) {
        if (decision.nonce == nonce && decision.answer.choice == Choice::Deny && !decision.isOver)
            decision.isHeld = true;
    }
}

void PushMemory::addHistory(const HistoryEntry &entry)
{
    m_history << entry;
    keepLast(m_history, longestHistory);
}

void PushMemory::addRefused(int count)
{
    m_refused = int(std::min<qint64>(qint64(m_refused) + std::max(0, count), mostRefused));
}

void PushMemory::forget(AccountId account)
{
    m_decisions.remove(account);
    m_history.removeIf([account](const HistoryEntry &entry) { return entry.account == account; });
}

} // namespace watchword::push
