// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace watchword::app {

/// SIGTERM, SIGINT and SIGHUP, by which sessions end and terminals close, as a signal of Qt's: so that a copied code is taken
/// off the clipboard then too. Whoever sends one again ends the program at once. One in a program.
class EndingSignals final : public QObject
{
    Q_OBJECT

public:
    explicit EndingSignals(QObject *parent = nullptr);
    ~EndingSignals() override;

Q_SIGNALS:
    void came();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace watchword::app
