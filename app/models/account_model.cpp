// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/account_model.h"

#include "app/models/last_watch.h"
#include "app/support/outside_text.h"
#include "core/accounts/search.h"
#include "core/otp/grouping.h"
#include "core/ports/clock.h"
#include "core/vault/vault.h"

#include <algorithm>

namespace watchword::app {

namespace {

constexpr int revealStays = 30;   // seconds
constexpr int copiedStays = 2000; // milliseconds

} // namespace

struct AccountModel::Entry {
    accounts::Account account;
    QString issuer;
    QString name;
    QString group;
    mutable QString searchable; // made when looked at
    qint64 revealedUntil = 0;
    QString counterCode;
    // made when looked at
    mutable otp::Code code;
    mutable otp::Code next;
    mutable bool hasTrouble = false;
};

AccountModel::AccountModel(const vault::Vault &vault, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_vault(vault)
    , m_clock(clock)
{
    m_copiedTimer.setSingleShot(true);
    m_copiedTimer.setInterval(copiedStays);
    connect(&m_copiedTimer, &QTimer::timeout, this, [this] {
        const int row = rowOf(std::exchange(m_copied, {}));
        if (row >= 0)
            changed(row);
    });
    connect(&vault, &vault::Vault::accountsChanged, this, &AccountModel::reload);
    connect(&vault, &vault::Vault::stateChanged, this, &AccountModel::reload);
    reload();
}

AccountModel::~AccountModel() = default;

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case RowRole: return QVariant::fromValue(rowAt(index.row()));
    case IdRole: return m_entries[std::size_t(index.row())].account.id.value;
    case Qt::DisplayRole: return m_entries[std::size_t(index.row())].issuer;
    case Qt::AccessibleTextRole: return spokenText(index.row());
    default: return {};
    }
}

void AccountModel::refreshCode(const Entry &entry, qint64 now) const
{
    if (otp::isCounterBased(entry.account.parameters))
        return;
    if (entry.code.validUntil == 0 || now < entry.code.validFrom || now >= entry.code.validUntil) {
        const auto code = entry.next.validUntil != 0 && now >= entry.next.validFrom && now < entry.next.validUntil
            ? Result<otp::Code>(entry.next)
            : m_vault.codeAt(entry.account.id, now);
        entry.hasTrouble = !code;
        entry.code = code.value_or(otp::Code{});
        entry.next = {};
    }
    const int left = int(entry.code.validUntil - now);
    if (!entry.hasTrouble && entry.next.validUntil == 0 && isLastWatch(left, otp::periodOf(entry.account.parameters)))
        entry.next = m_vault.codeAt(entry.account.id, entry.code.validUntil).value_or(otp::Code{});
}

AccountRow AccountModel::rowAt(int row) const
{
    const Entry &entry = m_entries[std::size_t(row)];
    const qint64 now = m_clock.unixSeconds();
    refreshCode(entry, now);
    AccountRow shown;
    shown.id = entry.account.id;
    shown.issuer = entry.issuer;
    shown.name = entry.name;
    if (m_showGroups)
        shown.group = entry.group;
    shown.digits = otp::digitsOf(entry.account.parameters);
    shown.isPinned = entry.account.pinned;
    shown.canHide = m_hideCodes;
    shown.isHidden = m_hideCodes && entry.revealedUntil <= now;
    shown.isCopied = m_copied == entry.account.id;
    shown.isCounter = otp::isCounterBased(entry.account.parameters);
    if (shown.isCounter) {
        shown.counter = std::get<otp::Hotp>(entry.account.parameters).counter;
        shown.code = entry.counterCode;
        return shown;
    }
    shown.hasTrouble = entry.hasTrouble;
    shown.code = entry.code.digits;
    shown.period = otp::periodOf(entry.account.parameters);
    shown.secondsLeft = int(qBound(qint64(1), entry.code.validUntil - now, qint64(shown.period)));
    if (isLastWatch(shown.secondsLeft, shown.period))
        shown.nextCode = entry.next.digits;
    return shown;
}

const accounts::Account &AccountModel::accountAt(int row) const
{
    return m_entries[std::size_t(row)].account;
}

const QString &AccountModel::searchableAt(int row) const
{
    const Entry &entry = m_entries[std::size_t(row)];
    if (entry.searchable.isEmpty())
        entry.searchable = accounts::searchableText(entry.account);
    return entry.searchable;
}

int AccountModel::rowOf(accounts::AccountId id) const
{
    return m_rows.value(id, -1);
}

int AccountModel::shownPlaceOf(accounts::AccountId id) const
{
    const int row = rowOf(id);
    if (row < 0)
        return -1;
    const bool isPinned = accountAt(row).pinned;
    const auto before = std::ranges::count_if(m_entries, [&](const Entry &entry) {
        const accounts::Account &other = entry.account;
        return other.pinned == isPinned ? &entry < &m_entries[std::size_t(row)] : other.pinned;
    });
    return int(before);
}

int AccountModel::longestCode() const
{
    int longest = 6;
    for (const Entry &entry : m_entries)
        longest = qMax(longest, otp::digitsOf(entry.account.parameters));
    return longest;
}

QString AccountModel::spokenText(int row) const
{
    const AccountRow shown = rowAt(row);
    QString who = shown.name.isEmpty() ? shown.issuer : tr("%1, %2", "issuer, account").arg(shown.issuer, shown.name);
    if (!shown.group.isEmpty())
        who = tr("%1, group %2").arg(who, shown.group);
    if (shown.hasTrouble)
        return tr("%1, needs attention: no code can be made").arg(who);
    if (shown.isCounter && shown.code.isEmpty())
        return tr("%1, counter code, press Enter for the next code").arg(who);
    if (shown.isHidden)
        return tr("%1, code hidden").arg(who);
    if (shown.isCounter)
        return tr("%1, code %2").arg(who, otp::grouped(shown.code));
    const QString code =
        tr("%1, code %2, %n second(s) left", nullptr, shown.secondsLeft).arg(who, otp::grouped(shown.code));
    return shown.hasNext() ? tr("%1, next code %2").arg(code, otp::grouped(shown.nextCode)) : code;
}

int AccountModel::expectMove(accounts::AccountId id, accounts::AccountId neighbour, bool isAfter)
{
    m_moves << Move{++m_lastMove, id, neighbour, isAfter};
    reload();
    return m_lastMove;
}

void AccountModel::endMove(int number)
{
    m_moves.removeIf([number](const Move &move) { return move.number == number; });
    reload();
}

void AccountModel::setHideCodes(bool hide)
{
    if (m_hideCodes == hide)
        return;
    m_hideCodes = hide;
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void AccountModel::setRevealed(accounts::AccountId id, bool revealed)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[std::size_t(row)].revealedUntil = revealed ? m_clock.unixSeconds() + revealStays : 0;
    changed(row);
}

bool AccountModel::isRevealed(accounts::AccountId id) const
{
    const int row = rowOf(id);
    return row >= 0 && (!m_hideCodes || m_entries[std::size_t(row)].revealedUntil > m_clock.unixSeconds());
}

void AccountModel::showCopied(accounts::AccountId id)
{
    const int before = rowOf(std::exchange(m_copied, id));
    if (before >= 0)
        changed(before);
    const int row = rowOf(id);
    if (row >= 0)
        changed(row);
    m_copiedTimer.start();
}

void AccountModel::showCounterCode(accounts::AccountId id, const QString &code)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[std::size_t(row)].counterCode = code;
    changed(row);
}

void AccountModel::forgetCounterCodes()
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!std::exchange(m_entries[i].counterCode, {}).isEmpty())
            changed(int(i));
    }
}

void AccountModel::tick(qint64 unixSeconds)
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        qint64 &until = m_entries[i].revealedUntil;
        if (until != 0 && until <= unixSeconds) {
            until = 0;
            changed(int(i));
        }
    }
}

void AccountModel::changed(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

std::vector<AccountModel::Entry> AccountModel::freshEntries()
{
    std::vector<Entry> fresh;
    const QList<accounts::Account> &accounts = m_vault.accounts();
    fresh.reserve(std::size_t(accounts.size()));
    for (const accounts::Account &account : accounts) {
        Entry entry;
        entry.account = account;
        entry.issuer = outsideText(account.issuer);
        entry.name = outsideText(account.name);
        entry.group = outsideText(account.group);
        if (entry.issuer.isEmpty())
            entry.issuer = std::exchange(entry.name, {});
        if (entry.issuer.isEmpty())
            entry.issuer = tr("No name");
        const int old = rowOf(account.id);
        if (old >= 0) {
            const Entry &before = m_entries[std::size_t(old)];
            entry.revealedUntil = before.revealedUntil;
            if (otp::isCounterBased(account.parameters)
                && otp::digitsOf(account.parameters) == otp::digitsOf(before.account.parameters))
                entry.counterCode = before.counterCode;
            if (before.account.parameters == account.parameters && before.account.changed == account.changed)
                entry.code = before.code, entry.next = before.next, entry.hasTrouble = before.hasTrouble;
        }
        fresh.push_back(std::move(entry));
    }
    return fresh;
}

void AccountModel::move(std::vector<Entry> &entries, const Move &move)
{
    const auto placeOf = [&entries](accounts::AccountId id) {
        return std::ranges::find(entries, id, [](const Entry &entry) { return entry.account.id; });
    };
    const auto from = placeOf(move.id), neighbour = placeOf(move.neighbour);
    if (from == entries.end() || neighbour == entries.end() || from == neighbour)
        return;
    const auto to = neighbour + (move.isAfter ? 1 : 0);
    if (from < to)
        std::rotate(from, from + 1, to);
    else
        std::rotate(to, from, from + 1);
}

void AccountModel::indexRows()
{
    m_rows.clear();
    m_rows.reserve(qsizetype(m_entries.size()));
    for (std::size_t row = 0; row < m_entries.size(); ++row)
        m_rows.insert(m_entries[row].account.id, int(row));
}

/// The same accounts in another order: what is chosen and where the list is scrolled to stay.
void AccountModel::reorder(std::vector<Entry> fresh)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<accounts::AccountId> ids;
    for (const QModelIndex &one : before)
        ids << accountAt(one.row()).id;
    m_entries = std::move(fresh);
    indexRows();
    QModelIndexList after;
    for (const accounts::AccountId id : ids)
        after << index(rowOf(id));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void AccountModel::reload()
{
    std::vector<Entry> fresh = freshEntries();
    for (const Move &one : m_moves)
        move(fresh, one);
    const auto idOf = [](const Entry &entry) { return entry.account.id; };
    if (!std::ranges::equal(m_entries, fresh, {}, idOf, idOf)) {
        const bool isSameSet = m_entries.size() == fresh.size()
            && std::ranges::all_of(fresh, [&](const Entry &entry) { return m_rows.contains(entry.account.id); });
        if (!isSameSet) {
            beginResetModel();
            m_entries = std::move(fresh);
            indexRows();
            endResetModel();
            return;
        }
        reorder(std::move(fresh));
    } else {
        m_entries = std::move(fresh);
    }
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace watchword::app
