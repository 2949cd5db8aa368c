// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_reader.h"

#include "core/crypto/off_thread.h"

#include <QTimer>

namespace watchword::vault {

namespace {

constexpr int mostAttempts = 4;
constexpr int pauseBetweenAttempts = 100; // ms

/// What a refused or failed unlocking makes of a locked vault.
Reading afterFailedUnlock(Reading locked, const Error &error)
{
    locked.reason = error;
    const bool isStillLocked = error.code == ErrorCode::PromptDismissed || error.code == ErrorCode::KeychainLocked;
    locked.state = isStillLocked ? State::Locked : State::Unavailable;
    return locked;
}

} // namespace

VaultReader::VaultReader(KeyStore &store, SlotStore &slots, const DataDirectory &directory, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_slots(slots)
    , m_directory(directory)
{
}

void VaultReader::read(Prompting prompting, DocumentPointer known, Handler<VaultReading> handler)
{
    const auto run = std::make_shared<Run>();
    run->prompting = prompting;
    run->known = std::move(known);
    run->handler = std::move(handler);
    probeFiles(run);
}

void VaultReader::probeFiles(RunPointer run)
{
    struct Files {
        BookProbe book;
        std::optional<VaultId> mark;
        QByteArray fingerprint;
    };
    const auto work = [directory = m_directory] {
        const Book book(directory);
        Files files;
        files.fingerprint = book.fingerprint();
        files.book = book.probe();
        const auto mark = directory.mark();
        files.mark = mark ? *mark : std::optional(VaultId()); // unreadable: something was here
        return files;
    };
    crypto::runOffThread(this, work, [this, run](Files files) {
        run->book = files.book;
        run->mark = files.mark;
        run->fingerprint = files.fingerprint;
        if (run->book.outcome == BookProbe::Outcome::Whole && run->book.header.kind == FileKind::PasswordVault)
            take(run, {}); // the keychain is not asked
        else
            gather(run);
    });
}

void VaultReader::gather(RunPointer run)
{
    ++run->attempts;
    m_slots.gather([this, run](Evidence evidence) { take(run, std::move(evidence)); });
}

void VaultReader::take(RunPointer run, Evidence evidence)
{
    evidence.book = run->book;
    evidence.mark = run->mark;
    struct Decision {
        VaultReading vault;
        std::shared_ptr<const OpenedBook> book;
    };
    const auto work = [directory = m_directory, evidence = std::make_shared<Evidence>(std::move(evidence)),
                       known = run->known, last = m_lastBook] {
        Decision decision;
        VaultReading &vault = decision.vault;
        vault.reading = decide(std::move(*evidence), known);
        if (vault.reading.state != State::Unlocked)
            return decision;
        const Document &document = *vault.reading.document;
        vault.book = Book(directory).open(document.bookKey(), document.vault(), last.get());
        decision.book = std::make_shared<const OpenedBook>(vault.book);
        vault.book.comfort.fit(document, vault.book.header.seen);
        vault.accounts = AccountList::of(document, vault.book.comfort);
        return decision;
    };
    crypto::runOffThread(this, work, [this, run](Decision decision) {
        if (decision.book)
            m_lastBook = decision.book;
        takeDecision(run, std::move(decision.vault));
    });
}

void VaultReader::takeDecision(RunPointer run, VaultReading vault)
{
    Reading &reading = vault.reading;
    if (reading.mayBeTransient && run->attempts < mostAttempts) {
        QTimer::singleShot(pauseBetweenAttempts, this, [this, run] { gather(run); });
        return;
    }
    if (reading.state == State::Locked && run->prompting == Prompting::Allowed && !run->hasUnlocked) {
        unlock(run, std::move(reading));
        return;
    }
    if (vault.book.isDamaged && !reading.warnings.contains(Warning::BookDamaged))
        reading.warnings << Warning::BookDamaged;
    vault.bookFingerprint = run->fingerprint;
    run->handler(std::move(vault));
}

void VaultReader::unlock(RunPointer run, Reading locked)
{
    run->hasUnlocked = true;
    if (m_promptObserver)
        m_promptObserver(true);
    const auto known = std::make_shared<Reading>(std::move(locked));
    m_store.unlock(m_slots.keys(), this, [this, run, known](Result<void> unlocked) {
        if (m_promptObserver)
            m_promptObserver(false);
        if (unlocked)
            gather(run);
        else
            run->handler({afterFailedUnlock(std::move(*known), unlocked.error()), {}, run->fingerprint, {}});
    });
}

} // namespace watchword::vault
