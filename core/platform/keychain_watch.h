// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/message_bus.h"

namespace watchword::platform {

/// Tells when a keychain that could not be read may be readable now: it was unlocked by somebody else, as at the end of
/// a session's start, or has come at all. Hints only, since anybody can send a signal: whoever hears one reads again. Never
/// starts a keychain.
class KeychainWatch final : public QObject
{
    Q_OBJECT

public:
    explicit KeychainWatch(QObject *parent = nullptr);
    ~KeychainWatch() override;

Q_SIGNALS:
    /// A collection was locked, unlocked, or made.
    void collectionChanged();
    /// Somebody offers a keychain who did not before.
    void appeared();

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void hearOwner(const QString &name, const QString &before, const QString &after);

private:
    void listen();

    MessageBus m_bus;
};

} // namespace watchword::platform
