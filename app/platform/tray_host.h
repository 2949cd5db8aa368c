// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>

namespace watchword::app {

/// Whether the desktop has a place for tray icons: a panel that speaks StatusNotifierItem on the session bus, or one that
/// takes in X11 windows (XEmbed). Qt looks once in the life of a program, at its first tray icon, and a program that starts
/// with the session is often there before the panel: so whoever wants an icon waits for this.
class TrayHost final : public QObject, private QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    enum class Kind { None, StatusNotifier, XEmbed };

    explicit TrayHost(QObject *parent = nullptr);
    ~TrayHost() override;

    /// Asks; changed() tells, also from then on.
    void start();
    /// Of the panel that is there now; StatusNotifier where there are both.
    Kind kind() const;

Q_SIGNALS:
    /// A panel has come or gone, or might have.
    void changed();

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void ask();

private:
    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;
    void setOnBus(bool isOnBus);

    bool m_isOnBus = false;
    quint32 m_manager = 0; // the X server's number for that word
};

} // namespace watchword::app
