// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/account_delegate.h"

#include <QListView>

namespace watchword::app {

class AccountFilter;
class AccountModel;
class CodeTicker;

/// The list of accounts on its rounded card. Shows rows, and says what was asked of them: it copies nothing itself.
class AccountList final : public QListView
{
    Q_OBJECT

public:
    AccountList(const Theme &theme, AccountModel &model, AccountFilter &filter, CodeTicker &ticker,
                QWidget *parent = nullptr);

    /// The chosen row's account; the first row's when `orFirst` and none is chosen; null when there is none.
    accounts::AccountId chosen(bool orFirst = false) const;
    void choose(accounts::AccountId id);
    void chooseNone();
    /// Whether the account's row can go one up (-1) or down (1): pinned ones stay among themselves, and while a search
    /// filters nothing moves.
    bool canMove(accounts::AccountId id, int step) const;
    void move(accounts::AccountId id, int step);
    QSize sizeHint() const override;

Q_SIGNALS:
    void copyRequested(watchword::accounts::AccountId id);
    void nextCodeRequested(watchword::accounts::AccountId id);
    /// The page of an account that approves sign-ins.
    void pageRequested(watchword::accounts::AccountId id);
    void revealRequested(watchword::accounts::AccountId id);
    /// The account is to stand before or after that neighbour.
    void moveRequested(watchword::accounts::AccountId id, watchword::accounts::AccountId neighbour, bool isAfter);
    void menuRequested(watchword::accounts::AccountId id, const QPoint &globalPosition);
    /// A letter was typed, which belongs in the search.
    void typed(const QString &text);
    /// Back to the search: up from the first row, or Esc.
    void left();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;

private:
    AccountRow rowOf(const QModelIndex &index) const;
    accounts::AccountId idOf(const QModelIndex &index) const;
    RowPointer pointerAt(QPoint position) const;
    void setPointer(const RowPointer &pointer);
    void updateRow(int row);
    void repaintCountdowns(qint64 now);
    void watch();
    int contentHeight() const;
    void fitContent();
    void act(accounts::AccountId id);
    bool startsDrag(QPoint position) const;
    void drag(QPoint position);
    void endDrag();
    void paintDropLine();
    int sectionEnd(int row) const;
    int sectionStart(int row) const;
    void chooseLayout();

    const Theme &m_theme;
    AccountModel &m_model;
    AccountFilter &m_filter;
    CodeTicker &m_ticker;
    AccountDelegate *m_delegate;
    qint64 m_lastSecond = 0;
    RowPointer m_pointer;
    RowPointer m_pressed;
    QPoint m_pressedAt;
    accounts::AccountId m_dragged; // null: nothing is dragged
    int m_dropAt = -1;             // before which row it would be put; -1 while it would stay
    accounts::AccountId m_lastSelected;
};

} // namespace watchword::app
