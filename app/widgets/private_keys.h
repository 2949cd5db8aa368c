// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace watchword::app {

/// While `field` has the focus, what is typed reaches it without going over the accessibility bus, where Qt sends each key
/// with its letter and waits for an answer before anybody else sees it. What screen readers command with (Insert or
/// Caps Lock, and all that is pressed while one of them is held) goes on going there, and so do keys that write nothing.
class PrivateKeys final : public QObject
{
    Q_OBJECT

public:
    /// Lives as long as `field`.
    explicit PrivateKeys(QWidget &field);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isForReaders(const QKeyEvent &event);

    QWidget &m_field;
    bool m_isReaderKeyHeld = false;
};

} // namespace watchword::app
