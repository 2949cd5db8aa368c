// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/account_row.h"

#include <QListView>

namespace watchword::app {

class AccountDelegate;
class AccountFilter;
class AccountModel;
class CodeTicker;
class Theme;

/// The list of accounts: the whole row is one click target, its parts are told apart by where the mouse is. Knows nothing
/// of the clipboard or the vault; it says what the person wants.
class AccountList final : public QListView
{
    Q_OBJECT

public:
    AccountList(const Theme &theme, AccountModel &model, AccountFilter &filter, CodeTicker &ticker,
                QWidget *parent = nullptr);

    /// The chosen row's account; the first row's when `orFirst` and none is chosen; null when there is none.
    accounts::AccountId chosen(bool orFirst = false) const;
    void choose(accounts::AccountId id);
    void chooseFirst();
    /// Where the context menu of the chosen row opens by keyboard.
    QPoint menuPosition() const;

Q_SIGNALS:
    void copyRequested(watchword::accounts::AccountId id);
    void nextCodeRequested(watchword::accounts::AccountId id);
    void revealRequested(watchword::accounts::AccountId id);
    void menuRequested(watchword::accounts::AccountId id, const QPoint &globalPosition);
    /// Letters typed while the list has the focus belong to the search.
    void typed(const QString &text);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyboardSearch(const QString &) override {}
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void repaintCountdowns();
    accounts::AccountId idOf(const QModelIndex &index) const;
    void setHover(const QModelIndex &index, bool pressed);

    const Theme &m_theme;
    AccountModel &m_model;
    AccountFilter &m_filter;
    CodeTicker &m_ticker;
    AccountDelegate *m_delegate;
    QPersistentModelIndex m_hover;
    QPersistentModelIndex m_pressed;
    QPoint m_pressedAt;
};

} // namespace watchword::app
