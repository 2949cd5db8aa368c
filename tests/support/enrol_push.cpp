// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Puts an enrolment for Approve / Deny into this person's vault, for journeys about what comes after it:
// enrol_push [AUTHORITY.pem] <LINK. Ends with 0 when the server has given its key and that is saved.
#include "core/enrol/recognise.h"
#include "core/platform/network_http_client.h"
#include "core/platform/secret_service_store.h"
#include "core/push/enrolment_run.h"
#include "core/vault/push_vault.h"

#include <QCoreApplication>
#include <QFile>

using namespace watchword;

namespace {

int fail(const char *what, int number)
{
    qCritical("enrol_push: %s (%d)", what, number);
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail("no input", 0);
    const QByteArray link = input.readAll().trimmed();
    const enrol::Recognition found = enrol::recognise(bytesOf(link));
    if (found.enrolments.size() != 1)
        return fail("no enrolment in it", int(found.enrolments.size()));
    auto directory = vault::DataDirectory::open(vault::DataDirectory::defaultPath());
    if (!directory)
        return fail("no folder", int(directory.error().code));

    const SystemClock clock;
    platform::SecretServiceStore store;
    platform::NetworkHttpClient http;
    vault::Vault vault(store, clock, std::move(*directory));
    vault::PushVault keeper(vault);
    ServerTrust trust;
    if (argc > 1) {
        QFile file(QString::fromLocal8Bit(argv[1]));
        const auto facts = file.open(QIODevice::ReadOnly) ? http.factsOf(file.readAll()) : std::nullopt;
        if (!facts)
            return fail("no certificate", 0);
        trust = {ServerTrust::Kind::Authority, facts->der};
    }
    push::EnrolmentRun run({http, keeper, clock}, found.enrolments.front().clone(), trust);
    QObject::connect(&run, &push::EnrolmentRun::stepChanged, &application, [&run] {
        if (run.step() == push::EnrolmentRun::Step::Failed)
            QCoreApplication::exit(fail("refused", int(run.failure()->trouble)));
    });
    // The vault goes on for a moment after the run: the other slot is written too.
    const auto endWhenIdle = [&] {
        if (run.step() == push::EnrolmentRun::Step::Done && vault.activity() == vault::Activity::Idle)
            QCoreApplication::exit(0);
    };
    QObject::connect(&run, &push::EnrolmentRun::stepChanged, &application, endWhenIdle);
    QObject::connect(&vault, &vault::Vault::activityChanged, &application, endWhenIdle);
    QObject::connect(&vault, &vault::Vault::stateChanged, &application, [&] {
        const vault::State state = vault.state();
        if (state != vault::State::Unlocked && state != vault::State::Empty)
            QCoreApplication::exit(fail("the vault is not open", int(state)));
        else if (run.step() == push::EnrolmentRun::Step::Waiting)
            run.start();
    });
    vault.open(vault::Prompting::Allowed);
    return QCoreApplication::exec();
}
