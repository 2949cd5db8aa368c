// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/add_account_private.h"

#include "app/support/push_text.h"

namespace watchword::app {

void AddAccount::Private::enrol(push::Enrolment enrolment, const QStringList &leftAlone, Source source)
{
    enrolling = new EnrolPush(context, signIns, std::move(enrolment), leftAlone, &q);
    QObject::connect(enrolling, &EnrolPush::said, &q, &AddAccount::said);
    QObject::connect(enrolling, &EnrolPush::usePasswordRequested, &q, &AddAccount::usePasswordRequested);
    QObject::connect(enrolling, &EnrolPush::finished, enrolling, &QObject::deleteLater);
    QObject::connect(enrolling, &EnrolPush::finished, &q, [this] { enrolling.clear(); });
    QObject::connect(enrolling, &EnrolPush::scanAgainRequested, &q, [this, source] {
        q.close();
        lookAgain(source);
    });
    QObject::connect(
        enrolling, &EnrolPush::finished, &q,
        [this] {
            enrolNext();
            returnToGathering();
        },
        Qt::QueuedConnection);
    enrolling->start();
}

void AddAccount::Private::enrolNext()
{
    if (toEnrol.empty() || q.isOpen() || !vaultTakes())
        return;
    push::Enrolment next = std::move(toEnrol.front());
    toEnrol.erase(toEnrol.begin());
    enrol(std::move(next), {}, Source::Picture);
}

void AddAccount::Private::sayUnusable(const push::Failure &failure, Source source)
{
    say(pushErrorText(failure, PushMoment::Enrolling, {}), source);
}

} // namespace watchword::app
