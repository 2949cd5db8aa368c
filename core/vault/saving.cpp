// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/saving.h"

#include "core/crypto/off_thread.h"
#include "core/crypto/random.h"
#include "core/vault/saving_change.h"

#include <QFile>
#include <QPointer>

#include <algorithm>

namespace watchword::vault {

/// Works a change out on another thread, without writing anything.
struct Saving::ChangeWork {
    std::shared_ptr<const Operation> operation;
    DocumentPointer before;
    bool mustWrite = false;
    Comfort comfort;
    qint64 now = 0;
    quint64 generation = 0;
    qsizetype itemSizeLimit = 0;

    Result<Change> operator()()
    {
        const auto applied = apply(*operation, *before, now);
        if (!applied)
            return std::unexpected(applied.error());
        Change change{applied->ids, applied->counter, std::move(comfort), false, {}, {}};
        change.isComfortChanged = applyComfort(*operation, change.ids, change.comfort);
        if (!applied->document && !mustWrite)
            return change;
        const Document &after = applied->document ? *applied->document : *before;
        auto text = after.write(generation, itemSizeLimit);
        if (!text)
            return std::unexpected(text.error());
        // Read as everybody will read it, before anything is written.
        auto read = Document::read(text->clone(), &after);
        if (!read)
            return failure(ErrorCode::Internal, QStringLiteral("the new document is not whole"));
        change.document = std::make_shared<const Document>(std::move(*read));
        change.text = std::make_shared<const SecretBytes>(std::move(*text));
        return change;
    }
};

/// What the book is to say of the document, and the list that shows both.
struct Saving::BookText {
    Comfort comfort;
    QByteArray json;
    AccountList accounts;
};

namespace {

/// A vault that never was: drawn when its first account is saved.
Result<DocumentPointer> drawVault()
{
    const auto id = VaultId::random();
    if (!id)
        return std::unexpected(id.error());
    SecretBytes key(32);
    if (const auto drawn = crypto::randomBytes(key.data()); !drawn)
        return std::unexpected(drawn.error());
    return std::make_shared<const Document>(Document::empty(*id, std::move(key)));
}

} // namespace

Saving::Saving(Parts parts, std::shared_ptr<const Operation> operation, DocumentPointer known, quint64 tried,
               QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_operation(std::move(operation))
    , m_known(std::move(known))
    , m_tried(tried)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_parts.patience.write);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isUnknown = true;
        report(failure(ErrorCode::NotConfirmed));
        Q_EMIT stalled();
    });
}

Saving::~Saving() = default;

void Saving::start()
{
    takeLock(m_parts.directory, m_parts.patience.lock, this, [this](Result<HeldLock> lock) {
        if (m_isStopped)
            return;
        if (!lock)
            return stop(lock.error());
        m_lock = std::move(*lock);
        readVault();
    });
}

bool Saving::giveUp(const Error &error)
{
    if (m_hasBegunToWrite)
        return false;
    m_isStopped = true;
    stop(error);
    return true;
}

void Saving::readVault()
{
    const auto *const moving = std::get_if<UsePassword>(m_operation.get());
    if (moving && moving->isFirst)
        return m_parts.reader.readDirectory(whenRead(&Saving::takeDirectory));
    // Nobody has asked for what is only noted by the way, nor for what is only looked at once more.
    const auto *const noting = std::get_if<KeepPushMemory>(m_operation.get());
    const Prompting asked = noting ? noting->prompting : Prompting::Allowed;
    m_parts.reader.read(m_putAside ? Prompting::Never : asked, m_known, whenRead(&Saving::take));
}

Handler<VaultReading> Saving::whenRead(void (Saving::*taking)(VaultReading))
{
    return [self = QPointer(this), taking](VaultReading vault) {
        if (self && !self->m_isStopped)
            (self->*taking)(std::move(vault));
    };
}

void Saving::take(VaultReading vault)
{
    const Reading &reading = vault.reading;
    if (std::holds_alternative<StartAgain>(*m_operation))
        return startAgain(vault);
    if (reading.state == State::Empty && reading.lacksDefaultCollection && !m_hasMadeCollection)
        return makeCollection([this] { readVault(); });
    if (reading.state == State::Empty && !reading.lacksDefaultCollection) {
        if (reading.isInClear) // perhaps a collection that was made just now
            Q_EMIT vaultRead(vault);
        return beginEmpty(std::move(vault));
    }
    if (reading.state == State::TwoVaults && std::holds_alternative<ResolveVaults>(*m_operation))
        return resolveVaults(std::move(vault));
    Q_EMIT vaultRead(vault);
    if (reading.state != State::Unlocked)
        return stop(reasonOf(reading));
    m_vault = std::move(vault);
    m_target = otherSlot(m_vault.reading.newest);
    const bool isIntoKeychain = std::holds_alternative<UseKeychain>(*m_operation);
    if (isIntoKeychain && m_vault.isPassword)
        return prepareKeychain();
    m_mustWrite = m_vault.reading.isUnion || std::holds_alternative<UsePassword>(*m_operation);
    applyOperation();
}

void Saving::takeDirectory(VaultReading vault)
{
    if (vault.reading.state == State::Empty)
        beginEmpty(std::move(vault));
    else
        stop({ErrorCode::NotUnlocked, QStringLiteral("a vault was here")});
}

void Saving::makeCollection(std::function<void()> then)
{
    m_hasMadeCollection = true;
    Q_EMIT promptChanged(true);
    m_parts.store.createDefaultCollection(this, [this, then = std::move(then)](Result<void> made) {
        Q_EMIT promptChanged(false);
        if (made)
            then();
        else
            stop(made.error());
    });
}

void Saving::beginEmpty(VaultReading vault)
{
    auto document = drawVault();
    if (!document)
        return stop(document.error());
    m_isFirst = true;
    m_vault = std::move(vault);
    m_vault.reading.document = *document;
    m_target = Slot::A;
    m_mustWrite = std::holds_alternative<UsePassword>(*m_operation);
    applyOperation();
}

void Saving::applyOperation()
{
    ChangeWork work{m_operation, m_vault.reading.document, m_mustWrite, m_vault.book.comfort};
    work.now = m_parts.clock.unixSeconds();
    work.generation = 1 + std::max({m_vault.reading.highestGeneration, m_tried, m_highestElsewhere});
    const bool isForSlots = !goesToFile() || std::holds_alternative<UseKeychain>(*m_operation);
    work.itemSizeLimit = isForSlots ? m_parts.slots.itemSizeLimit() : 0;
    crypto::runOffThread(this, std::move(work), [this](Result<Change> change) {
        if (m_isStopped)
            return;
        if (change)
            takeChange(std::move(*change));
        else
            stop(change.error());
    });
}

void Saving::takeChange(Change change)
{
    m_ids = change.ids;
    m_counter = change.counter;
    m_comfort = std::move(change.comfort);
    if (goesToFile())
        return writeFile(std::move(change));
    if (change.text)
        return m_vault.reading.isInClear ? stop(storedInClear()) : write(std::move(change));
    if (m_isFirst) {
        report(m_ids);
        return finish(true);
    }
    // Nothing for the keychain: perhaps for the book.
    const Reading &reading = m_vault.reading;
    m_target = reading.newest;
    const bool isBookCurrent = m_vault.book.wasOpened && m_vault.book.header.seen >= reading.document->generation();
    if (change.isComfortChanged || !isBookCurrent) {
        prepareBook();
        return writeBook();
    }
    report(m_ids);
    heal();
}

void Saving::write(Change change)
{
    m_hasBegunToWrite = true;
    m_tried = change.document->generation();
    m_vault.reading.document = std::move(change.document);
    m_text = std::move(change.text);
    m_patience.start();
    m_parts.slots.write(m_target, m_text, [this](Result<void> written) { readBack(std::move(written)); });
    prepareBook(); // while the keychain is busy
}

void Saving::readBack(Result<void> written)
{
    m_parts.slots.read(m_target, [this, written = std::move(written)](SlotReading back) {
        if (back.outcome == SlotReading::Outcome::NotFound)
            doubtAbsence(written);
        else
            judge(written, back);
    });
}

/// A slot that is "not found" after it was written may lie in a keychain that has been locked since.
void Saving::doubtAbsence(Result<void> written)
{
    m_parts.store.survey(m_parts.slots.keys(), this, [this, written](const Result<StoreSurvey> &survey) {
        const bool isAbsent = !forbidsReading(survey) && survey->canBeAsked && survey->hasDefaultCollection
            && !survey->unlockedKeys.contains(m_parts.slots.keys().at(qsizetype(indexOf(m_target))));
        SlotReading back;
        if (!isAbsent) {
            back.outcome = SlotReading::Outcome::Failed;
            back.error = survey ? Error{ErrorCode::KeychainLocked, {}} : survey.error();
        }
        judge(written, back);
    });
}

void Saving::judge(const Result<void> &written, const SlotReading &back)
{
    m_patience.stop();
    m_isUnknown = false;
    if (isSame(back, *m_text))
        return commit();
    const bool isUnreadable = back.outcome == SlotReading::Outcome::Failed;
    const bool mayStillCome = !written && written.error().code == ErrorCode::KeychainHung;
    const QString detail = !written ? written.error().detail : isUnreadable ? back.error.detail : QString();
    if (isUnreadable || mayStillCome)
        stop({ErrorCode::NotConfirmed, detail});
    else
        stopAsBefore({ErrorCode::NotSaved, detail});
}

void Saving::commit()
{
    Reading &reading = m_vault.reading;
    reading.state = State::Unlocked;
    reading.reason.reset();
    reading.newest = m_target;
    reading.isUnion = false;
    reading.slotsAgree = false;
    reading.highestGeneration = reading.document->generation();
    reading.items = std::max(reading.items, 2);
    reading.warnings.removeAll(Warning::OlderCopyInKeychain);
    writeBook();
}

/// What the book will say: with many accounts it takes a while. Nothing is written.
void Saving::prepareBook()
{
    const auto work = [comfort = m_comfort, document = m_vault.reading.document]() mutable {
        comfort.fit(*document, document->generation());
        QByteArray json = comfort.write();
        AccountList accounts = AccountList::of(*document, comfort);
        return BookText{std::move(comfort), std::move(json), std::move(accounts)};
    };
    crypto::runOffThread(this, work, [this](BookText text) {
        m_bookText = std::make_unique<BookText>(std::move(text));
        if (m_isBookDue)
            writeBook();
    });
}

void Saving::writeBook()
{
    m_hasBegunToWrite = true;
    m_isBookDue = true;
    if (!m_bookText)
        return; // comes back when it is prepared
    const DocumentPointer document = m_vault.reading.document;
    OpenedBook &book = m_vault.book;
    book.comfort = std::move(m_bookText->comfort);
    m_vault.accounts = std::move(m_bookText->accounts);
    book.header.vault = document->vault();
    book.header.seen = std::max(book.header.seen, document->generation());
    book.header.provider = m_vault.reading.provider.toUtf8().left(16);
    struct Written {
        Result<OpenedBook> book;
        QByteArray fingerprint;
    };
    const auto work = [directory = m_parts.directory, header = book.header, json = std::move(m_bookText->json),
                       document, now = m_parts.clock.unixSeconds()] {
        directory.clearLeftovers();
        const Book file(directory);
        Written written{file.write(header, json, document->bookKey(), now), {}};
        written.fingerprint = file.fingerprint();
        if (const auto marked = directory.setMark(document->vault()); !marked && written.book)
            written.book = std::unexpected(marked.error());
        return written;
    };
    crypto::runOffThread(this, work, [this](Written written) {
        m_vault.bookFingerprint = written.fingerprint;
        takeBook(std::move(written.book));
    });
}

void Saving::takeBook(Result<OpenedBook> written)
{
    auto &warnings = m_vault.reading.warnings;
    warnings.removeIf([&](Warning warning) {
        return warning == Warning::BookNotSaved || warning == Warning::BookForbidden
            || (warning == Warning::BookDamaged && written);
    });
    if (!written)
        warnings << (written.error().code == ErrorCode::NoPermission ? Warning::BookForbidden : Warning::BookNotSaved);
    Q_EMIT vaultRead(m_vault);
    // What the keychain holds is saved, also when the comfort data are not.
    const bool isSaved = written || m_text;
    report(isSaved ? Result<QList<accounts::AccountId>>(m_ids) : std::unexpected(written.error()));
    if (written) {
        m_vault.hasStaleFirst = false; // the one before took its place
        written->comfort = m_vault.book.comfort;
        m_parts.reader.remember(std::move(*written));
    }
    heal();
}

void Saving::heal()
{
    m_hasBegunToWrite = true;
    if (m_vault.reading.slotsAgree)
        return tidy(true);
    if (m_vault.reading.isInClear)
        return finish({});
    if (!m_text)
        m_text = std::make_shared<const SecretBytes>(SecretBytes::copyOf(m_vault.reading.document->text()));
    const Slot other = otherSlot(m_vault.reading.newest);
    m_patience.start();
    m_parts.slots.write(other, m_text, [this, other](Result<void>) { checkHealed(other); });
}

void Saving::checkHealed(Slot slot)
{
    m_parts.slots.read(slot, [this](SlotReading back) { tidy(isSame(back, *m_text)); });
}

void Saving::tidy(bool healed)
{
    m_patience.stop();
    m_isUnknown = false;
    if (!healed)
        return finish(false);
    const int chunks = m_vault.reading.document->chunks();
    m_parts.slots.removeChunksFrom(Slot::A, chunks, [this, chunks] {
        m_parts.slots.removeChunksFrom(Slot::B, chunks, [this] { replaceFirst(); });
    });
}

void Saving::report(Result<QList<accounts::AccountId>> answer)
{
    if (std::exchange(m_isReported, true))
        return;
    Q_EMIT reported({std::move(answer), m_counter, m_isKeptForNow ? QString() : m_kept});
}

void Saving::stop(Error error)
{
    report(std::unexpected(std::move(error)));
    finish({});
}

void Saving::finish(std::optional<bool> healed)
{
    m_isHealed = healed;
    if (healed.value_or(false) && m_isKeptForNow)
        QFile::remove(m_kept);
    m_patience.stop();
    m_lock.reset();
    Q_EMIT finished();
}

} // namespace watchword::vault
