// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QClipboard;
class QMimeData;

namespace watchword::app {

/// Puts codes on the clipboard and takes them off again: marked as secret for clipboard managers, never in the X11
/// primary selection, cleared after the set time and when the program ends, and only while they are still there.
class SecretClipboard final : public QObject
{
    Q_OBJECT

public:
    explicit SecretClipboard(QClipboard &clipboard, QObject *parent = nullptr);
    ~SecretClipboard() override;

    std::chrono::seconds clearAfter() const { return m_clearAfter; }
    /// For the next copy.
    void setClearAfter(std::chrono::seconds time) { m_clearAfter = time; }

    void copy(const QString &code);
    /// Whether what we copied last is still on the clipboard.
    bool isOurs() const;

public Q_SLOTS:
    /// Clears what is still ours; anything else is left alone.
    void clearNow();

Q_SIGNALS:
    /// Ours was taken off the clipboard by us.
    void cleared();

private:
    QClipboard &m_clipboard;
    QTimer m_timer;
    QPointer<const QMimeData> m_ours;
    std::chrono::seconds m_clearAfter{30};
};

} // namespace watchword::app
