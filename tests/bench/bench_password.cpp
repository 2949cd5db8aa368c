// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `bench_password [ACCOUNTS…]`: a vault under a password, in the folder that TMPDIR names. Medians of: scrypt; unlocking, and
// how much of it is not scrypt; one save (the new name of an account) from the call to the answer, which comes when the file
// is on the disk and was read back; locking. And the most processor time that the thread which asked used between two turns
// of its event loop.
#include "core/accounts/otpauth_uri.h"
#include "core/base/base32.h"
#include "core/vault/password_file.h"
#include "core/vault/vault.h"
#include "tests/bench/processor_time.h"
#include "tests/support/scripted_key_store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

using namespace watchword;

namespace {

constexpr int unlocks = 7;
constexpr int saves = 50;

void expect(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "bench_password: %s\n", what);
    std::exit(1);
}

SecretBytes password()
{
    return SecretBytes::copyOf(bytesOf("a password of the measurement"));
}

std::vector<accounts::Proposal> proposals(int count)
{
    std::vector<accounts::Proposal> found;
    for (int number = 0; number < count; ++number) {
        const QByteArray name = QByteArray::number(number);
        const SecretBytes key = encodeBase32(bytesOf("a key of its own " + name));
        const QByteArray link = "otpauth://totp/Service%20" + name + ":person" + name
            + "@example.org?secret=" + key.text().toByteArray() + "&issuer=Service%20" + name;
        auto proposal = accounts::readOtpauth(bytesOf(link));
        expect(proposal.has_value(), "a link of its own is not read");
        found.push_back(std::move(*proposal));
    }
    return found;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Starts something that answers, and gives the time that it took.
template <class Start>
double timed(Start start)
{
    QEventLoop loop;
    QElapsedTimer timer;
    double took = 0;
    bool isDone = false;
    timer.start();
    start(&loop, [&] {
        took = milliseconds(timer);
        isDone = true;
        loop.quit();
    });
    loop.exec();
    expect(isDone, "no answer");
    return took;
}

void settle(const vault::Vault &vault)
{
    while (vault.activity() != vault::Activity::Idle)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void measure(int count)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    tests::ScriptedKeyStore store(std::make_shared<tests::Keychain>());
    const auto directory = *vault::DataDirectory::open(folder.path());
    vault::Vault vault(store, clock, directory);
    timed([&](QObject *context, auto done) {
        QObject::connect(&vault, &vault::Vault::stateChanged, context, done);
        vault.open(vault::Prompting::Never);
    });
    timed([&](QObject *context, auto done) {
        vault.setPassword(password(), context, [done](const Result<void> &set) {
            expect(set.has_value(), "no password was set");
            done();
        });
    });
    QList<accounts::AccountId> ids;
    timed([&](QObject *context, auto done) {
        vault.add(proposals(count), context, [&ids, done](const vault::Vault::Saved &saved) {
            expect(saved.has_value(), "the accounts were not saved");
            ids = *saved;
            done();
        });
    });
    settle(vault);

    bench::Stalls stalls;
    std::vector<double> derived, unlocked, locked, saved;
    const auto derivation = *vault::PasswordFile(directory).derivation();
    for (int round = 0; round < unlocks; ++round) {
        locked.push_back(timed([&](QObject *context, auto done) { vault.lock(context, done); }));
        QElapsedTimer timer;
        timer.start();
        expect(vault::keyOf(password(), derivation).has_value(), "scrypt");
        derived.push_back(milliseconds(timer));
        stalls.takeLongest();
        unlocked.push_back(timed([&](QObject *context, auto done) {
            vault.unlock(password(), context, [done](const Result<void> &open) {
                expect(open.has_value(), "it does not open");
                done();
            });
        }));
        settle(vault);
    }
    const double unlockStall = stalls.takeLongest();
    for (int round = 0; round < saves; ++round) {
        vault::Edit edit;
        edit.name = QStringLiteral("round %1").arg(round);
        saved.push_back(timed([&](QObject *context, auto done) {
            vault.edit(ids[qsizetype(round) * 37 % ids.size()], edit, context, [done](const vault::Vault::Saved &one) {
                expect(one.has_value(), "a change was not saved");
                done();
            });
        }));
        settle(vault);
    }
    std::vector<double> beyond;
    beyond.reserve(unlocked.size());
    for (std::size_t i = 0; i < unlocked.size(); ++i)
        beyond.push_back(unlocked[i] - derived[i]);
    std::printf(
        "%6d accounts: scrypt %.0f ms, unlocked after %.0f ms (%.1f ms beyond scrypt), saved after %.1f ms, locked "
        "after %.1f ms; longest stall %.1f ms unlocking, %.1f ms saving\n",
        count, median(derived), median(unlocked), median(beyond), median(saved), median(locked), unlockStall,
        stalls.takeLongest());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    std::vector<int> counts;
    for (int i = 1; i < argc; ++i)
        counts.push_back(int(std::strtol(argv[i], nullptr, 10)));
    if (counts.empty())
        counts = {50, 1'000, 10'000};
    for (const int count : counts)
        measure(count);
}
