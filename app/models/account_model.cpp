// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/account_model.h"

#include "app/models/last_watch.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
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

struct AccountModel::PushEntry {
    accounts::PushAccount account;
    AccountRow row;
    QString searchable;
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
    connect(&vault, &vault::Vault::pushAccountsChanged, this, &AccountModel::reload);
    connect(&vault, &vault::Vault::stateChanged, this, &AccountModel::reload);
    reload();
}

AccountModel::~AccountModel() = default;

void AccountModel::setPushService(const push::PushService &service)
{
    m_push = &service;
    connect(&service, &push::PushService::statusChanged, this, &AccountModel::followPush);
    connect(&service, &push::PushService::requestsChanged, this, &AccountModel::followPush);
    connect(&service, &push::PushService::pausedChanged, this, &AccountModel::followPush);
    followPush();
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size() + m_pushEntries.size());
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case RowRole: return QVariant::fromValue(rowAt(index.row()));
    case IdRole: return idAt(index.row()).value;
    case Qt::DisplayRole:
        return isPush(index.row()) ? rowAt(index.row()).issuer : m_entries[std::size_t(index.row())].issuer;
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
    if (isPush(row))
        return m_pushEntries[std::size_t(row - accountCount())].row;
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

int AccountModel::accountCount() const
{
    return int(m_entries.size());
}

const accounts::Account &AccountModel::accountAt(int row) const
{
    return m_entries[std::size_t(row)].account;
}

accounts::AccountId AccountModel::idAt(int row) const
{
    return isPush(row) ? m_pushEntries[std::size_t(row - accountCount())].account.id
                       : m_entries[std::size_t(row)].account.id;
}

const QString &AccountModel::searchableAt(int row) const
{
    if (isPush(row))
        return m_pushEntries[std::size_t(row - accountCount())].searchable;
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
    if (row < 0 || isPush(row))
        return row;
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
    if (shown.isPush && shown.hasTrouble)
        return tr("%1, Approve / Deny, needs attention: %2").arg(who, shown.state);
    if (shown.isPush)
        return tr("%1, Approve / Deny, %2").arg(who, shown.state);
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
    if (row < 0 || isPush(row))
        return;
    m_entries[std::size_t(row)].revealedUntil = revealed ? m_clock.unixSeconds() + revealStays : 0;
    changed(row);
}

void AccountModel::hideRevealed()
{
    for (Entry &entry : m_entries) {
        if (std::exchange(entry.revealedUntil, 0) != 0)
            changed(rowOf(entry.account.id));
    }
}

bool AccountModel::isRevealed(accounts::AccountId id) const
{
    const int row = rowOf(id);
    return row >= 0 && !isPush(row)
        && (!m_hideCodes || m_entries[std::size_t(row)].revealedUntil > m_clock.unixSeconds());
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
    if (row < 0 || isPush(row))
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
    constexpr qint64 minute = 60;
    if (std::exchange(m_minute, unixSeconds / minute) != unixSeconds / minute)
        followPush();
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
        if (old >= 0 && !isPush(old)) {
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
    m_rows.reserve(rowCount());
    for (std::size_t row = 0; row < m_entries.size(); ++row)
        m_rows.insert(m_entries[row].account.id, int(row));
    for (std::size_t i = 0; i < m_pushEntries.size(); ++i)
        m_rows.insert(m_pushEntries[i].account.id, accountCount() + int(i));
}

/// The same accounts in another order: what is chosen and where the list is scrolled to stay.
void AccountModel::reorder(std::vector<Entry> fresh)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<accounts::AccountId> ids;
    for (const QModelIndex &one : before)
        ids << idAt(one.row());
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
    std::vector<PushEntry> freshPush = freshPushEntries();
    const auto idOf = [](const auto &entry) { return entry.account.id; };
    const bool isSamePush = std::ranges::equal(m_pushEntries, freshPush, {}, idOf, idOf);
    if (isSamePush)
        m_pushEntries.swap(freshPush);
    if (!isSamePush || !std::ranges::equal(m_entries, fresh, {}, idOf, idOf)) {
        const bool isSameSet = isSamePush && m_entries.size() == fresh.size()
            && std::ranges::all_of(fresh, [&](const Entry &entry) { return m_rows.contains(entry.account.id); });
        if (!isSameSet) {
            beginResetModel();
            m_entries = std::move(fresh);
            if (!isSamePush)
                m_pushEntries = std::move(freshPush);
            indexRows();
            endResetModel();
            return;
        }
        reorder(std::move(fresh));
    } else {
        m_entries = std::move(fresh);
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

std::vector<AccountModel::PushEntry> AccountModel::freshPushEntries() const
{
    std::vector<PushEntry> fresh;
    const QList<accounts::PushAccount> all = m_vault.pushAccounts();
    for (const accounts::PushAccount &account : all) {
        PushEntry entry;
        entry.account = account;
        entry.row.id = account.id;
        entry.row.isPush = true;
        entry.row.issuer = pushTitle(account);
        entry.row.name = pushName(account);
        sayState(entry.row, account);
        entry.searchable = accounts::folded(
            QStringList{account.issuer, account.name, pushHost(account), account.serial}.join(QLatin1Char('\n')));
        fresh.push_back(std::move(entry));
    }
    return fresh;
}

/// What matters most of how it stands; the rest is on its page.
void AccountModel::sayState(AccountRow &row, const accounts::PushAccount &account) const
{
    const push::PushStatus status = m_push ? m_push->status(account.id) : push::PushStatus{};
    const qint64 muted = m_push ? m_push->mutedUntil(account.id) : 0;
    const int waiting = m_push ? m_push->waiting(account.id) : 0;
    row.isWaiting = waiting > 0;
    row.hasTrouble = false;
    if (account.state == accounts::PushState::Enrolling) {
        row.hasTrouble = true;
        row.state = statusText(account, status, m_clock.unixSeconds());
    } else if (row.isWaiting) {
        row.state = waitingText(waiting);
    } else if (m_push && m_push->isPaused()) {
        row.state = tr("Not asked while the session is locked");
    } else if (!status.trouble && muted != 0) {
        row.state = mutedText(muted, m_clock.millisecondsSinceEpoch());
    } else {
        row.hasTrouble = status.trouble.has_value();
        row.state = statusText(account, status, m_clock.unixSeconds());
    }
}

void AccountModel::followPush()
{
    for (std::size_t i = 0; i < m_pushEntries.size(); ++i) {
        AccountRow row = m_pushEntries[i].row;
        sayState(row, m_pushEntries[i].account);
        if (row == m_pushEntries[i].row)
            continue;
        m_pushEntries[i].row = row;
        changed(accountCount() + int(i));
    }
}

} // namespace watchword::app
