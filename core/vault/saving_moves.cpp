// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/off_thread.h"
#include "core/vault/careful_file.h"
#include "core/vault/document_union.h"
#include "core/vault/saving_change.h"

#include <algorithm>

// From a file into the keychain (vault-protocol section 6), and the end of two vaults and of one that is gone (section 3).

namespace watchword::vault {

namespace {

/// The file in which a vault is kept that is not used any more, sealed with the key of the other one's book.
Result<QString> keepAsFile(const DataDirectory &directory, const Document &other, const SecretBytes &key, qint64 now)
{
    FileHeader header;
    header.kind = FileKind::Backup;
    header.derivation = KeyDerivation::none();
    header.vault = other.vault();
    header.seen = other.generation();
    const auto sealed = sealFile(header, "{}", other.text(), key.view());
    if (!sealed)
        return std::unexpected(sealed.error());
    const auto opened = openSealedFile(bytesOf(*sealed), key.view());
    if (!opened || !sameBytes(opened->document.view(), other.text()))
        return failure(ErrorCode::Internal, QStringLiteral("a kept vault that does not open"));
    const QString name =
        QStringLiteral("kept-") + QString::fromLatin1(other.vault().toHex().first(8)) + QLatin1Char('-');
    while (true) {
        QString path = directory.file(name + QString::number(now++));
        const auto made = createCarefully(path, *sealed);
        if (!made)
            return std::unexpected(made.error());
        if (*made)
            return path;
    }
}

/// The book of another vault would make two of them again once this one alone lies in the keychain. So it goes before the
/// commit, not after it. The answer: where it is then; empty, when there is none.
Result<QString> putOthersBookAside(const DataDirectory &directory, const VaultId &vault, qint64 now)
{
    const BookProbe probe = Book(directory).probe();
    if (probe.outcome != BookProbe::Outcome::Whole || probe.header.vault == vault)
        return QString();
    const QString book = directory.file(QStringLiteral("book"));
    QString aside = nameAside(book, now);
    const auto put = putAside(book, now, QLatin1StringView("damaged"));
    if (!put) {
        putBack(aside, book); // it may have gone, and not for good
        return std::unexpected(put.error());
    }
    return aside;
}

} // namespace

/// What one of two vaults becomes.
struct Saving::Resolved {
    DocumentPointer document;
    std::shared_ptr<const SecretBytes> text;
    OpenedBook book;
    QString kept;
    QString bookAside;
};

/// Is there a keychain that can take the vault, and what of it lies there already?
void Saving::prepareKeychain()
{
    m_parts.reader.readKeychain(Prompting::Allowed, whenRead(&Saving::takeKeychain));
}

void Saving::takeKeychain(VaultReading found)
{
    const Reading &reading = found.reading;
    if (reading.state == State::Empty && reading.lacksDefaultCollection && !m_hasMadeCollection)
        return makeCollection([this] { prepareKeychain(); });
    const DocumentPointer there = reading.document;
    const DocumentPointer ours = m_vault.reading.document;
    if (reading.state == State::TwoVaults || (there && there->vault() != ours->vault()))
        return stop({ErrorCode::OtherVault, {}});
    if (reading.state != State::Empty && reading.state != State::Unlocked)
        return stop(reasonOf(reading));
    if (reading.isInClear)
        return stop(storedInClear());
    if (there && there->generation() > ours->generation()) {
        // It was in force after the file was written: nothing of either may be lost.
        auto merged = unionOf(*ours, *there);
        if (!merged)
            return stop(merged.error());
        m_vault.reading.document = std::make_shared<const Document>(std::move(merged->document));
    }
    m_highestElsewhere = reading.highestGeneration;
    m_keychain = std::move(found);
    m_mustWrite = true;
    applyOperation();
}

/// The file says that the keychain may hold leftovers; now both slots are written, and verified.
void Saving::writeSlot(Slot slot)
{
    m_patience.start();
    m_parts.slots.write(slot, m_text, [this, slot](const Result<void> &) {
        m_parts.slots.read(slot, [this, slot](const SlotReading &back) {
            m_patience.stop();
            m_isUnknown = false;
            if (!isSame(back, *m_text))
                return undoMove({ErrorCode::NotSaved, {}});
            if (slot == Slot::A)
                writeSlot(Slot::B);
            else
                commitToKeychain();
        });
    });
}

void Saving::commitToKeychain()
{
    m_comfort.leftovers = false;
    FileHeader header = m_vault.book.header;
    header.provider = m_keychain.reading.provider.toUtf8().left(16);
    struct Committed {
        Result<OpenedBook> book;
        bool hasStaleFirst = false;
        QByteArray fingerprint;
    };
    const auto work = [directory = m_parts.directory, header, json = m_comfort.write(),
                       document = m_vault.reading.document] {
        const Book book(directory);
        Committed committed{book.replacePasswordVault(header, json, document->bookKey()), false, {}};
        if (committed.book)
            committed.hasStaleFirst = !replaceStaleFirst(directory).has_value();
        committed.fingerprint = book.fingerprint();
        return committed;
    };
    crypto::runOffThread(this, work, [this](Committed committed) {
        if (!committed.book && committed.book.error().code == ErrorCode::NotConfirmed)
            return stop(committed.book.error()); // the keychain is in force, unless the power goes now
        if (!committed.book)
            return undoMove(committed.book.error());
        Reading &reading = m_vault.reading;
        reading.newest = Slot::B;
        reading.provider = m_keychain.reading.provider;
        reading.items = 2;
        reading.warnings.removeAll(Warning::LeftInKeychain);
        if (committed.hasStaleFirst)
            reading.warnings << Warning::OldPasswordOpens;
        m_vault.isPassword = false;
        m_vault.hasStaleFirst = committed.hasStaleFirst;
        m_vault.book = std::move(*committed.book);
        m_vault.book.comfort = m_comfort;
        m_vault.bookFingerprint = committed.fingerprint;
        m_parts.reader.forget();
        m_parts.reader.remember(m_vault.book);
        Q_EMIT vaultRead(m_vault);
        report(m_ids);
        finish(true);
    });
}

/// The file is still in force: what was written into the keychain goes again.
void Saving::undoMove(const Error &error)
{
    Q_EMIT vaultRead(m_vault);
    report(std::unexpected(error));
    cleanKeychain();
}

void Saving::resolveVaults(VaultReading vault)
{
    const Reading &reading = vault.reading;
    if (reading.isInClear)
        return stop(storedInClear());
    const auto use = std::get<ResolveVaults>(*m_operation).use;
    const auto &found = reading.candidates;
    std::size_t place = found.size() > 1 ? indexOf(reading.newest) : 0;
    if (use) {
        const auto wanted = std::ranges::find_if(found, [&](const auto &one) { return one->vault() == *use; });
        if (wanted == found.end())
            return stop({ErrorCode::NotUnlocked, QStringLiteral("no such vault")});
        place = std::size_t(wanted - found.begin());
    }
    const DocumentPointer main = found[place];
    const DocumentPointer other = found.size() > 1 ? found[1 - place] : nullptr;
    if (other)
        m_target = place == 0 ? Slot::B : Slot::A;
    else
        m_target = otherSlot(reading.newest);
    const bool isUnion = !use;
    const quint64 generation = 1 + std::max(reading.highestGeneration, m_tried);
    m_vault = std::move(vault);
    m_vault.reading.newest = otherSlot(m_target);
    m_hasBegunToWrite = true;
    const auto work = [directory = m_parts.directory, main, other, isUnion, generation,
                       now = m_parts.clock.unixSeconds(), limit = m_parts.slots.itemSizeLimit()]() -> Result<Resolved> {
        Resolved resolved;
        resolved.document = main;
        if (other) { // before anything is written over it
            auto kept = keepAsFile(directory, *other, main->bookKey(), now);
            if (!kept)
                return std::unexpected(kept.error());
            resolved.kept = *kept;
        }
        if (other && isUnion) {
            auto merged = unionOf(*main, *other);
            if (!merged)
                return std::unexpected(merged.error());
            resolved.document = std::make_shared<const Document>(std::move(merged->document));
        }
        auto text = resolved.document->write(generation, limit);
        if (!text)
            return std::unexpected(text.error());
        auto read = Document::read(text->clone(), resolved.document.get());
        if (!read)
            return failure(ErrorCode::Internal, QStringLiteral("the new document is not whole"));
        resolved.document = std::make_shared<const Document>(std::move(*read));
        resolved.text = std::make_shared<const SecretBytes>(std::move(*text));
        const auto aside = putOthersBookAside(directory, main->vault(), now);
        if (!aside)
            return std::unexpected(aside.error());
        resolved.bookAside = *aside;
        resolved.book = Book(directory).open(main->bookKey(), main->vault());
        return resolved;
    };
    crypto::runOffThread(this, work, [this, isUnion](Result<Resolved> resolved) {
        if (!resolved)
            return stop(resolved.error());
        m_kept = resolved->kept;
        m_bookAside = resolved->bookAside;
        m_isKeptForNow = isUnion && !m_kept.isEmpty();
        m_vault.book = std::move(resolved->book);
        m_vault.reading.candidates.clear();
        Change change{{}, {}, m_vault.book.comfort, false, std::move(resolved->document), std::move(resolved->text)};
        m_comfort = change.comfort;
        write(std::move(change));
    });
}

/// Nothing was chosen: the book that made way has its name again, as well as that can be done.
void Saving::stopAsBefore(Error error)
{
    if (m_bookAside.isEmpty())
        return stop(std::move(error));
    const auto work = [directory = m_parts.directory, aside = m_bookAside] {
        return putBack(aside, directory.file(QStringLiteral("book")));
    };
    crypto::runOffThread(this, work, [this, error = std::move(error)](bool) { stop(error); });
}

/// When still nothing is there of the vault. In every instant it is gone or there is none: `book.1` goes first, since a password
/// vault in it would count once `book` is away, and `book` last, since it needs no room on the disk.
void Saving::startAgain(const VaultReading &vault)
{
    if (!m_putAside && vault.reading.state == State::Gone) {
        m_hasBegunToWrite = true;
        const auto work = [directory = m_parts.directory, now = m_parts.clock.unixSeconds()]() -> Result<void> {
            const QString book = directory.file(QStringLiteral("book"));
            const QLatin1StringView why("lost");
            if (const auto marked = directory.mark(); !marked)
                return std::unexpected(marked.error());
            if (const auto put = putAside(book + QStringLiteral(".1"), now, why); !put)
                return put;
            if (const auto cleared = directory.clearMark(); !cleared)
                return cleared;
            return putAside(book, now, why);
        };
        return crypto::runOffThread(this, work, [this](Result<void> put) {
            m_putAside = std::move(put);
            readVault(); // what there is now
        });
    }
    Q_EMIT vaultRead(vault);
    if (m_putAside && !*m_putAside)
        return stop(m_putAside->error());
    if (vault.reading.state != State::Empty)
        return stop(reasonOf(vault.reading));
    report(m_ids);
    finish({});
}

} // namespace watchword::vault
