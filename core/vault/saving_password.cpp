// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/off_thread.h"
#include "core/vault/saving_change.h"

#include <QPointer>

#include <algorithm>

// Saving where the document is in the file (vault-protocol section 6): the file is written and verified, its rename is the
// commit. After a move from the keychain the items there are removed.

namespace watchword::vault {

/// What became of a write of the file.
struct Saving::FileWritten {
    Result<OpenedBook> book;
    Comfort comfort;
    AccountList accounts;
    QByteArray fingerprint;
};

namespace {

/// Slots that hold an older state of this vault, which can go, and whether that is all that is there.
struct LeftSlots {
    std::vector<Slot> found;
    bool isComplete = false;
};

LeftSlots leftSlotsOf(const Evidence &evidence, const Document &document)
{
    LeftSlots left;
    if (!evidence.slotsWereRead || forbidsReading(evidence.after))
        return left;
    left.isComplete = true;
    for (const Slot slot : {Slot::A, Slot::B}) {
        const SlotReading &reading = evidence.slots[indexOf(slot)];
        if (reading.outcome == SlotReading::Outcome::NotFound)
            continue;
        const auto there = reading.outcome == SlotReading::Outcome::Found ? Document::read(reading.text.clone())
                                                                          : std::unexpected(reading.error);
        // A newer one was saved when the keychain was in force: it may hold what the file does not.
        if (there && there->vault() == document.vault() && there->generation() <= document.generation())
            left.found.push_back(slot);
        else
            left.isComplete = false;
    }
    return left;
}

} // namespace

bool Saving::goesToFile() const
{
    return m_vault.isPassword || std::holds_alternative<UsePassword>(*m_operation);
}

void Saving::writeFile(Change change)
{
    const bool isMove = m_mustWrite && !m_vault.reading.isUnion;
    if (!change.text && !change.isComfortChanged && !isMove) {
        report(m_ids);
        return replaceFirst();
    }
    if (m_vault.reading.warnings.contains(Warning::BookForbidden))
        return stop(m_parts.directory.named({ErrorCode::NoPermission, {}}));
    if (change.document) {
        m_tried = change.document->generation();
        m_vault.reading.document = std::move(change.document);
        m_text = std::move(change.text);
    }
    if (std::holds_alternative<UsePassword>(*m_operation))
        m_comfort.leftovers = !m_isFirst && (!m_vault.isPassword || m_comfort.leftovers);
    else if (std::holds_alternative<UseKeychain>(*m_operation))
        m_comfort.leftovers = true;
    m_hasBegunToWrite = true;
    m_patience.start();
    putFile([this](FileWritten written) { takeFile(std::move(written)); });
}

/// Writes the file with the document and the comfort data as they are now.
void Saving::putFile(Handler<FileWritten> handler)
{
    const auto *const moving = std::get_if<UsePassword>(m_operation.get());
    const bool isNewPlace = moving && !m_hasMoved;
    const PasswordKeyPointer key = isNewPlace ? moving->key : m_parts.reader.key();
    const OpenedBook &book = m_vault.book;
    const auto before = book.isDamaged ? PasswordFile::Before::Damaged
        : isNewPlace                   ? PasswordFile::Before::Other
                                       : PasswordFile::Before::SameKey;
    FileHeader header = book.header;
    header.vault = m_vault.reading.document->vault();
    header.seen = m_vault.reading.document->generation();
    header.provider.clear();
    const auto work = [directory = m_parts.directory, document = m_vault.reading.document, header, key, before,
                       comfort = m_comfort, now = m_parts.clock.unixSeconds()]() mutable {
        directory.clearLeftovers();
        comfort.fit(*document, document->generation());
        const QByteArray json = comfort.write();
        FileWritten written{
            PasswordFile(directory).write(header, {json, document->text()}, *key, before, now), {}, {}, {}};
        if (written.book) { // without the mark it is a password vault all the same
            [[maybe_unused]] const auto marked = directory.setMark(document->vault());
        }
        written.accounts = AccountList::of(*document, comfort);
        written.comfort = std::move(comfort);
        written.fingerprint = Book(directory).fingerprint();
        return written;
    };
    crypto::runOffThread(this, work,
                         [handler = std::move(handler)](FileWritten written) mutable { handler(std::move(written)); });
}

void Saving::takeFile(FileWritten written)
{
    m_patience.stop();
    m_isUnknown = false;
    if (!written.book)
        return stop(written.book.error());
    const auto *const moving = std::get_if<UsePassword>(m_operation.get());
    if (moving) {
        m_hasMoved = true;
        m_parts.reader.setKey(moving->key);
    }
    Reading &reading = m_vault.reading;
    reading.state = State::Unlocked;
    reading.reason.reset();
    reading.isUnion = false;
    reading.slotsAgree = true;
    reading.highestGeneration = reading.document->generation();
    reading.items = 0;
    reading.provider.clear();
    reading.isInClear = false;
    const bool areLeft = !moving && m_comfort.leftovers;
    reading.warnings.removeIf([areLeft](Warning warning) {
        return warning != Warning::NeedsAttention && (warning != Warning::LeftInKeychain || !areLeft);
    });
    m_vault.isPassword = true;
    m_vault.hasStaleFirst = moving != nullptr;
    rememberFile(std::move(written));
    if (std::holds_alternative<UseKeychain>(*m_operation))
        return writeSlot(Slot::A);
    Q_EMIT vaultRead(m_vault);
    if (!moving)
        report(m_ids);
    replaceFirst();
}

void Saving::rememberFile(FileWritten written)
{
    m_comfort = written.comfort;
    m_vault.book = std::move(*written.book);
    m_vault.book.comfort = std::move(written.comfort);
    m_vault.accounts = std::move(written.accounts);
    m_vault.bookFingerprint = written.fingerprint;
    m_parts.reader.remember(
        OpenedPasswordFile{m_vault.book, m_vault.reading.document, m_vault.reading.document->generation()});
}

/// What is done when the change is saved: no file may open with a key of before, and nothing may be left in the keychain.
void Saving::replaceFirst()
{
    const bool isMove = std::holds_alternative<UsePassword>(*m_operation);
    const bool isUpkeep = std::holds_alternative<Upkeep>(*m_operation);
    const bool cleans = m_vault.isPassword && m_vault.book.comfort.leftovers && (isMove || isUpkeep);
    if (!m_vault.hasStaleFirst && !cleans)
        return finish(true);
    struct Replaced {
        bool isDone = false;
        QByteArray fingerprint;
    };
    const auto work = [directory = m_parts.directory] {
        const bool isDone = replaceStaleFirst(directory).has_value();
        return Replaced{isDone, Book(directory).fingerprint()};
    };
    crypto::runOffThread(this, work, [this, cleans](const Replaced &replaced) {
        m_vault.hasStaleFirst = m_vault.hasStaleFirst && !replaced.isDone;
        m_vault.bookFingerprint = replaced.fingerprint;
        if (m_vault.hasStaleFirst)
            m_vault.reading.warnings << Warning::OldPasswordOpens;
        Q_EMIT vaultRead(m_vault);
        report(m_ids);
        if (cleans && replaced.isDone) // else the file is perhaps not on the disk for good
            cleanKeychain();
        else
            finish(true);
    });
}

void Saving::cleanKeychain()
{
    // A keychain that does not answer must not hold up what is saved to the file.
    QTimer::singleShot(m_parts.patience.write, this, [this] { noteLeftovers(false); });
    m_parts.slots.gather([self = QPointer(this)](Evidence gathered) {
        if (!self)
            return;
        const auto work = [evidence = std::make_shared<Evidence>(std::move(gathered)),
                           document = self->m_vault.reading.document] { return leftSlotsOf(*evidence, *document); };
        crypto::runOffThread(self, work,
                             [self](LeftSlots left) { self->removeLeftSlots(std::move(left.found), left.isComplete); });
    });
}

void Saving::removeLeftSlots(std::vector<Slot> found, bool isComplete)
{
    if (m_isTidied)
        return;
    if (found.empty())
        return isComplete ? checkLeftovers() : noteLeftovers(false);
    const Slot slot = found.back();
    found.pop_back();
    m_parts.slots.remove(slot, [self = QPointer(this), found = std::move(found), isComplete] {
        if (self)
            self->removeLeftSlots(found, isComplete);
    });
}

/// A removal that was reported proves nothing.
void Saving::checkLeftovers()
{
    m_parts.store.survey(m_parts.slots.keys(), this, [this](const Result<StoreSurvey> &survey) {
        noteLeftovers(survey && survey->unlockedKeys.isEmpty() && survey->lockedKeys.isEmpty());
    });
}

void Saving::noteLeftovers(bool areGone)
{
    if (std::exchange(m_isTidied, true))
        return;
    auto &warnings = m_vault.reading.warnings;
    warnings.removeAll(Warning::LeftInKeychain);
    if (!areGone) {
        warnings << Warning::LeftInKeychain;
        Q_EMIT vaultRead(m_vault);
        return finish(true);
    }
    m_comfort = m_vault.book.comfort;
    m_comfort.leftovers = false;
    putFile([this](FileWritten written) {
        if (written.book)
            rememberFile(std::move(written));
        Q_EMIT vaultRead(m_vault);
        finish(true);
    });
}

} // namespace watchword::vault
