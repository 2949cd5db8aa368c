// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_reader.h"

#include "core/crypto/off_thread.h"
#include "core/vault/lost_book.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>

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

bool neverWas(const DataDirectory &directory, const Result<std::optional<VaultId>> &mark, const BookProbe &book)
{
    return mark && !*mark && book.outcome == BookProbe::Outcome::Missing
        && !QFileInfo::exists(directory.file(QStringLiteral("book.1")));
}

/// A vault was here, as the mark or what is left of its file says, and the file is not, while the keychain has nothing or cannot
/// be read. Only the file could have told that the accounts had a password and were in it, so who says what is missing has to
/// speak of both.
void noteLostBook(Reading &reading, const BookProbe &book, const std::optional<VaultId> &mark)
{
    const bool isShut =
        reading.state == State::Gone || reading.state == State::Locked || reading.state == State::Unavailable;
    if (!isShut || !reading.reason)
        return;
    if (book.outcome == BookProbe::Outcome::Damaged)
        tellOfLostBook(*reading.reason, bookDamaged);
    else if (book.outcome == BookProbe::Outcome::Missing && mark)
        tellOfLostBook(*reading.reason, bookMissing);
}

VaultReading unlockedBy(const OpenedPasswordFile &file)
{
    VaultReading vault;
    vault.isPassword = true;
    vault.book = file.book;
    vault.book.comfort.fit(*file.document, file.book.header.seen);
    vault.accounts = AccountList::of(*file.document, vault.book.comfort);
    Reading &reading = vault.reading;
    reading.state = State::Unlocked;
    reading.document = file.document;
    reading.slotsAgree = true; // there are none
    reading.highestGeneration = std::max(file.document->generation(), file.highestSeen);
    if (file.book.isDamaged)
        reading.warnings << Warning::PreviousCopyUsed;
    if (vault.book.comfort.leftovers)
        reading.warnings << Warning::LeftInKeychain;
    if (file.document->unknownRecords() > 0)
        reading.warnings << Warning::NeedsAttention;
    return vault;
}

VaultReading stoppedBy(const Error &error)
{
    VaultReading vault;
    vault.isPassword = true;
    vault.reading.reason = error;
    switch (error.code) {
    case ErrorCode::WrongPassword:
    case ErrorCode::PasswordChanged: vault.reading.state = State::Password; break;
    case ErrorCode::NewerFormat: vault.reading.state = State::Newer; break;
    case ErrorCode::DamagedFile:
        vault.reading.state = State::Damaged;
        vault.reading.reason->detail = QStringLiteral("password vault");
        break;
    default: vault.reading.state = State::Unavailable; break;
    }
    return vault;
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

void VaultReader::readKeychain(Prompting prompting, Handler<VaultReading> handler)
{
    const auto run = std::make_shared<Run>();
    run->prompting = prompting;
    run->isKeychainOnly = true;
    run->handler = std::move(handler);
    gather(run);
}

void VaultReader::readDirectory(Handler<VaultReading> handler)
{
    const auto work = [directory = m_directory] {
        VaultReading vault;
        vault.reading.state =
            neverWas(directory, directory.mark(), Book(directory).probe()) ? State::Empty : State::Closed;
        return vault;
    };
    crypto::runOffThread(this, work,
                         [handler = std::move(handler)](VaultReading vault) mutable { handler(std::move(vault)); });
}

void VaultReader::setKey(PasswordKeyPointer key)
{
    m_key = std::move(key);
    m_lastFile.reset();
}

void VaultReader::forget()
{
    setKey({});
    m_lastBook.reset();
}

void VaultReader::probeFiles(RunPointer run)
{
    struct Files {
        BookProbe book;
        std::optional<VaultId> mark;
        bool neverWas = false;
        QByteArray fingerprint;
    };
    const auto work = [directory = m_directory] {
        const Book book(directory);
        Files files;
        files.fingerprint = book.fingerprint();
        files.book = book.probe();
        const auto mark = directory.mark();
        files.mark = mark ? *mark : std::optional(VaultId()); // unreadable: something was here
        files.neverWas = neverWas(directory, mark, files.book);
        return files;
    };
    crypto::runOffThread(this, work, [this, run](Files files) {
        run->book = files.book;
        run->mark = files.mark;
        run->neverWas = files.neverWas;
        run->fingerprint = files.fingerprint;
        if (run->book.outcome == BookProbe::Outcome::Whole && run->book.header.kind == FileKind::PasswordVault)
            openPasswordFile(run); // the keychain is not asked
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
                       known = run->known, last = m_lastBook, isKeychainOnly = run->isKeychainOnly] {
        Decision decision;
        VaultReading &vault = decision.vault;
        vault.reading = decide(std::move(*evidence), known);
        if (vault.reading.state != State::Unlocked || isKeychainOnly)
            return decision;
        const Document &document = *vault.reading.document;
        vault.book = Book(directory).open(document.bookKey(), document.vault(), last.get());
        decision.book = std::make_shared<const OpenedBook>(vault.book);
        vault.book.comfort.fit(document, vault.book.header.seen);
        vault.accounts = AccountList::of(document, vault.book.comfort);
        vault.hasStaleFirst = vault.book.wasOpened && hasStaleFirst(directory, vault.book.header);
        return decision;
    };
    crypto::runOffThread(this, work, [this, run](Decision decision) {
        if (decision.book)
            m_lastBook = decision.book;
        takeDecision(run, std::move(decision.vault));
    });
}

void VaultReader::openPasswordFile(RunPointer run)
{
    if (!m_key)
        return take(run, {});
    struct Opened {
        VaultReading vault;
        std::shared_ptr<const OpenedPasswordFile> file;
    };
    const auto work = [directory = m_directory, key = m_key, known = run->known, last = m_lastFile] {
        auto file = PasswordFile(directory).open(*key, known.get(), last.get());
        Opened opened;
        opened.vault = file ? unlockedBy(*file) : stoppedBy(file.error());
        if (!file)
            return opened;
        opened.vault.hasStaleFirst = file->book.wasOpened && hasStaleFirst(directory, file->book.header);
        opened.file = std::make_shared<const OpenedPasswordFile>(std::move(*file));
        return opened;
    };
    crypto::runOffThread(this, work, [this, run](Opened opened) {
        if (opened.file && opened.file->book.wasOpened && m_key)
            m_lastFile = opened.file;
        opened.vault.bookFingerprint = run->fingerprint;
        run->handler(std::move(opened.vault));
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
    vault.isPassword = reading.state == State::Password;
    vault.neverWas = run->neverWas;
    if (vault.book.isDamaged && !reading.warnings.contains(Warning::BookDamaged))
        reading.warnings << Warning::BookDamaged;
    noteLostBook(reading, run->book, run->mark);
    vault.bookFingerprint = run->fingerprint;
    run->handler(std::move(vault));
}

void VaultReader::unlock(RunPointer run, Reading locked)
{
    run->hasUnlocked = true;
    locked.reason = Error{ErrorCode::PromptDismissed, {}};
    noteLostBook(locked, run->book, run->mark);
    m_dismissal = *locked.reason;
    if (m_promptObserver)
        m_promptObserver(true);
    const auto known = std::make_shared<Reading>(std::move(locked));
    m_store.unlock(m_slots.keys(), this, [this, run, known](Result<void> unlocked) {
        if (m_promptObserver)
            m_promptObserver(false);
        if (unlocked)
            return gather(run);
        VaultReading vault;
        vault.reading = afterFailedUnlock(std::move(*known), unlocked.error());
        noteLostBook(vault.reading, run->book, run->mark);
        vault.bookFingerprint = run->fingerprint;
        vault.neverWas = run->neverWas;
        run->handler(std::move(vault));
    });
}

} // namespace watchword::vault
