// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `bench_save [ACCOUNTS…]`, in a sandbox with a keychain: the median time of one save (the new name of an account) from the
// call to the answer, which comes when it has been written and read back, and until both slots are the same again; and the
// most processor time that the thread which asked used before it came back to its event loop.
// `bench_save fill ACCOUNTS` puts accounts into the vault of the person's own data directory, for other measurements.
#include "core/accounts/otpauth_uri.h"
#include "core/crypto/random.h"
#include "core/platform/secret_service_store.h"
#include "core/vault/vault.h"
#include "tests/bench/processor_time.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

using namespace watchword;

namespace {

constexpr int rounds = 20;

void expect(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "bench_save: %s\n", what);
    std::exit(1);
}

std::vector<accounts::Proposal> proposals(int count)
{
    std::vector<accounts::Proposal> found;
    for (int number = 0; number < count; ++number) {
        const QString link =
            QStringLiteral("otpauth://totp/Service %1:person%1@example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                           "&issuer=Service %1")
                .arg(number)
                .replace(QLatin1Char(' '), QStringLiteral("%20"));
        Result<accounts::Proposal> proposal = accounts::readOtpauth(bytesOf(link.toUtf8()));
        expect(proposal.has_value(), "a link of its own is not read");
        found.push_back(std::move(*proposal));
    }
    return found;
}

void waitUntilIdle(const vault::Vault &vault)
{
    QEventLoop loop;
    QObject::connect(&vault, &vault::Vault::activityChanged, &loop, [&] {
        if (vault.activity() == vault::Activity::Idle)
            loop.quit();
    });
    if (vault.activity() != vault::Activity::Idle)
        loop.exec();
}

void openEmpty(vault::Vault &vault)
{
    QEventLoop loop;
    QObject::connect(&vault, &vault::Vault::stateChanged, &loop, [&] { loop.quit(); });
    vault.open(vault::Prompting::Never);
    loop.exec();
    expect(vault.state() == vault::State::Empty, "the keychain of the sandbox is not there, or not empty");
    waitUntilIdle(vault);
}

QList<accounts::AccountId> addAll(vault::Vault &vault, int count)
{
    QEventLoop loop;
    QList<accounts::AccountId> ids;
    vault.add(proposals(count), &loop, [&](vault::Vault::Saved saved) {
        expect(saved.has_value(), "the accounts were not saved");
        ids = *saved;
        loop.quit();
    });
    loop.exec();
    return ids;
}

void fill(int count)
{
    const SystemClock clock;
    platform::SecretServiceStore store;
    vault::Vault vault(store, clock, *vault::DataDirectory::open(vault::DataDirectory::defaultPath()));
    openEmpty(vault);
    addAll(vault, count);
    waitUntilIdle(vault);
}

void measure(int count)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    platform::SecretServiceStore store;
    vault::Vault vault(store, clock, *vault::DataDirectory::open(folder.path()));
    openEmpty(vault);

    QElapsedTimer timer;
    timer.start();
    const QList<accounts::AccountId> ids = addAll(vault, count);
    const double first = double(timer.nsecsElapsed()) / 1e6;
    waitUntilIdle(vault);

    QEventLoop loop;
    bench::Stalls stall;
    stall.takeLongest();
    std::vector<double> answered, whole, stalls;
    for (int round = 0; round < rounds; ++round) {
        vault::Edit edit;
        edit.name = QStringLiteral("round %1").arg(round);
        timer.start();
        vault.edit(ids[qsizetype(round) * 37 % ids.size()], edit, &loop, [&](const vault::Vault::Saved &saved) {
            expect(saved.has_value(), "a change was not saved");
            answered.push_back(double(timer.nsecsElapsed()) / 1e6);
            loop.quit();
        });
        loop.exec();
        waitUntilIdle(vault);
        whole.push_back(double(timer.nsecsElapsed()) / 1e6);
        stalls.push_back(stall.takeLongest());
    }
    std::ranges::sort(answered);
    std::ranges::sort(whole);
    std::ranges::sort(stalls);
    std::printf(
        "%6d accounts: saved after %.1f ms (%.1f to %.1f), both slots after %.1f ms; longest stall %.1f ms (worst "
        "%.1f); adding them all at once %.0f ms\n",
        count, answered[rounds / 2], answered.front(), answered.back(), whole[rounds / 2], stalls[rounds / 2],
        stalls.back(), first);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "fill") {
        fill(int(std::strtol(argv[2], nullptr, 10)));
        return 0;
    }
    if (argc == 1) {
        for (const int count : {50, 1'000, 10'000})
            measure(count);
    }
    for (int i = 1; i < argc; ++i)
        measure(int(std::strtol(argv[i], nullptr, 10)));
}
