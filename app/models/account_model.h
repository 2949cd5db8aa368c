// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/account_row.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>

namespace watchword {
class Clock;
}
namespace watchword::accounts {
struct PushAccount;
}
namespace watchword::push {
class PushService;
}
namespace watchword::vault {
class Vault;
}

namespace watchword::app {

/// The accounts outside the trash as rows: those with codes, then those that approve sign-ins. Codes are made when a row is
/// looked at and kept until they end, so that a thousand accounts cost no more than the dozen on the screen.
class AccountModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        RowRole = Qt::UserRole, ///< AccountRow
        IdRole,                 ///< quint64
    };

    AccountModel(const vault::Vault &vault, const Clock &clock, QObject *parent = nullptr);
    ~AccountModel() override;

    /// Says how those that approve sign-ins stand. Must outlive the model.
    void setPushService(const push::PushService &service);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    AccountRow rowAt(int row) const;
    /// How many rows have codes: they are the first ones.
    int accountCount() const;
    bool isPush(int row) const { return row >= accountCount(); }
    bool isPush(accounts::AccountId id) const { return rowOf(id) >= accountCount(); }
    /// Only for rows with codes.
    const accounts::Account &accountAt(int row) const;
    accounts::AccountId idAt(int row) const;
    bool isPinnedAt(int row) const { return !isPush(row) && accountAt(row).pinned; }
    /// What the search looks at.
    const QString &searchableAt(int row) const;
    /// -1 when it is not in the list.
    int rowOf(accounts::AccountId id) const;
    /// Its place from 0 where pinned ones stand first.
    int shownPlaceOf(accounts::AccountId id) const;
    /// Characters of the longest code, for the width of the code column.
    int longestCode() const;
    /// A row in words for a screen reader: "GitHub, alice, code 123 456, 12 seconds left".
    QString spokenText(int row) const;

    /// A move was asked for: the list shows it before it is saved. The number is for endMove.
    int expectMove(accounts::AccountId id, accounts::AccountId neighbour, bool isAfter);
    /// It was saved or refused: the vault's order holds.
    void endMove(int number);
    /// Rows name their group. Says nothing: for whoever lays the list out anew next.
    void setShowGroups(bool show) { m_showGroups = show; }

    /// Codes are dots until asked for, one by one.
    void setHideCodes(bool hide);
    bool hidesCodes() const { return m_hideCodes; }
    /// Shows a hidden code for half a minute, or hides it again.
    void setRevealed(accounts::AccountId id, bool revealed);
    bool isRevealed(accounts::AccountId id) const;
    /// Those that are shown for half a minute are hidden now.
    void hideRevealed();
    /// "Copied" for two seconds.
    void showCopied(accounts::AccountId id);
    /// A counter code that was taken; it stays while the window shows it.
    void showCounterCode(accounts::AccountId id, const QString &code);
    void forgetCounterCodes();

    /// To be called each second while shown: ends what is timed.
    void tick(qint64 unixSeconds);

private:
    struct Entry;
    struct PushEntry;
    struct Move {
        int number;
        accounts::AccountId id, neighbour;
        bool isAfter;
    };

    void reload();
    std::vector<Entry> freshEntries();
    static void move(std::vector<Entry> &entries, const Move &move);
    void reorder(std::vector<Entry> fresh);
    void indexRows();
    void changed(int row);
    void refreshCode(const Entry &entry, qint64 now) const;
    std::vector<PushEntry> freshPushEntries() const;
    void sayState(AccountRow &row, const accounts::PushAccount &account) const;
    void followPush();

    const vault::Vault &m_vault;
    const Clock &m_clock;
    const push::PushService *m_push = nullptr;
    std::vector<Entry> m_entries;
    std::vector<PushEntry> m_pushEntries;
    qint64 m_minute = 0; // that the states of those were said in
    QHash<accounts::AccountId, int> m_rows;
    QList<Move> m_moves; // asked for and not saved yet
    int m_lastMove = 0;
    bool m_showGroups = false;
    QTimer m_copiedTimer;
    accounts::AccountId m_copied;
    bool m_hideCodes = false;
};

} // namespace watchword::app
