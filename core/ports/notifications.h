// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

namespace watchword {

/// What the desktop is asked to show outside of our windows. All texts are plain.
struct Notice {
    struct Action {
        QString key; ///< says which it is, to us
        QString label;
        friend bool operator==(const Action &, const Action &) = default;
    };

    QString title;
    QString body;
    QList<Action> actions;  ///< buttons, where the desktop has them
    QString onClick;        ///< the key of the action that a click on the notice itself is; empty: of none
    QString withoutActions; ///< what else to do, said below the body where there are no buttons
    bool stays = false;     ///< until it is closed, as far as the desktop goes along with it

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// Notices outside of our windows. Each has a name of the caller's. Where nobody shows them nothing happens at all.
class Notifications : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// In place of the one with this name.
    virtual void show(const QString &name, const Notice &notice) = 0;
    virtual void close(const QString &name) = 0;

Q_SIGNALS:
    /// The person chose an action of it. `activationToken` is the desktop's permission to bring a window to the front; may
    /// be empty.
    void actionChosen(const QString &name, const QString &action, const QByteArray &activationToken);
    /// The desktop took it away by itself or for the person; not said after close().
    void closed(const QString &name);
};

} // namespace watchword
