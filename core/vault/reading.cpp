// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/reading.h"

#include "core/vault/document_union.h"

#include <algorithm>
#include <utility>

namespace watchword::vault {

namespace {

using Outcome = SlotReading::Outcome;

/// The two slots after parsing: whole, or not and why.
struct Slots {
    std::array<DocumentPointer, 2> whole;
    bool anyPresent = false;
    bool anyNewer = false;
    std::optional<Error> failed;

    int wholeCount() const { return int(whole[0] != nullptr) + int(whole[1] != nullptr); }
};

/// Parses a slot, unless its text is that of a document that is there already.
void parse(SecretBytes text, std::size_t index, Slots &slots, std::initializer_list<const DocumentPointer *> known)
{
    for (const DocumentPointer *document : known) {
        if (*document && sameBytes((*document)->text(), text.view())) {
            slots.whole[index] = *document;
            return;
        }
    }
    const DocumentPointer &like = **known.begin();
    auto document = Document::read(std::move(text), like.get());
    if (document)
        slots.whole[index] = std::make_shared<const Document>(std::move(*document));
    else
        slots.anyNewer = slots.anyNewer || document.error().code == ErrorCode::NewerFormat;
}

Slots parseSlots(std::array<SlotReading, 2> readings, const DocumentPointer &known)
{
    Slots slots;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        SlotReading &reading = readings[i];
        if (reading.outcome == Outcome::Failed && !slots.failed)
            slots.failed = reading.error;
        if (reading.outcome != Outcome::Found)
            continue;
        slots.anyPresent = true;
        parse(std::move(reading.text), i, slots, {&known, &slots.whole[0]});
    }
    return slots;
}

bool surveyIsLocked(const StoreSurvey &survey)
{
    return survey.canBeAsked
        && (!survey.lockedKeys.isEmpty() || (survey.hasDefaultCollection && survey.defaultCollectionLocked));
}

Reading stopped(State state, std::optional<Error> reason)
{
    Reading reading;
    reading.state = state;
    reading.reason = std::move(reason);
    return reading;
}

Reading contradicting(const QString &what)
{
    Reading reading = stopped(State::Unavailable, Error{ErrorCode::KeychainFailed, what});
    reading.mayBeTransient = true;
    return reading;
}

/// Neither slot holds anything: a first run, or accounts that were there and are gone.
Reading decideNothing(const Evidence &evidence)
{
    const bool existed = evidence.mark || evidence.book.outcome != BookProbe::Outcome::Missing;
    const StoreSurvey &survey = *evidence.after;
    Reading reading;
    reading.lacksDefaultCollection = survey.canBeAsked && !survey.hasDefaultCollection;
    if (!existed) {
        reading.state = State::Empty;
        return reading;
    }
    // It may be a vault with a password.
    if (evidence.book.outcome == BookProbe::Outcome::Forbidden)
        return stopped(State::Unavailable, Error{ErrorCode::NoPermission, {}});
    if (!survey.canBeAsked)
        return stopped(State::Unavailable,
                       Error{ErrorCode::EntryNotFound, QStringLiteral("the keychain cannot be asked")});
    const QByteArray &noted = evidence.book.header.provider;
    const bool isOther = evidence.book.outcome == BookProbe::Outcome::Whole && !noted.isEmpty()
        && noted != survey.provider.toUtf8().left(16);
    return stopped(State::Gone,
                   Error{isOther ? ErrorCode::OtherProvider : ErrorCode::EntryNotFound,
                         reading.lacksDefaultCollection ? QStringLiteral("no default collection") : QString()});
}

void addWarnings(Reading &reading, const BookProbe &book, quint64 newestGeneration)
{
    if (book.outcome == BookProbe::Outcome::Damaged)
        reading.warnings << Warning::BookDamaged;
    if (book.outcome == BookProbe::Outcome::Forbidden)
        reading.warnings << Warning::BookForbidden;
    if (book.outcome == BookProbe::Outcome::Whole && book.header.seen > newestGeneration)
        reading.warnings << Warning::OlderCopyInKeychain;
    if (reading.document->unknownRecords() > 0)
        reading.warnings << Warning::NeedsAttention;
}

/// Two vaults in the two slots. What is in the book's vault, or is newer, is offered first.
Reading twoVaults(const DocumentPointer &a, const DocumentPointer &b, const BookProbe &book)
{
    Reading reading;
    reading.state = State::TwoVaults;
    reading.candidates = {a, b};
    const bool isBookWhole = book.outcome == BookProbe::Outcome::Whole;
    const bool bookNamesOne = isBookWhole && (book.header.vault == a->vault() || book.header.vault == b->vault());
    reading.isBookOfOne = bookNamesOne;
    const bool isB = bookNamesOne ? book.header.vault == b->vault() : b->generation() > a->generation();
    reading.newest = isB ? Slot::B : Slot::A;
    reading.highestGeneration = std::max({a->generation(), b->generation(), isBookWhole ? book.header.seen : 0});
    return reading;
}

Reading decideWhole(const Slots &slots, const BookProbe &book)
{
    const auto &[a, b] = slots.whole;
    if (a && b && a->vault() != b->vault())
        return twoVaults(a, b, book);

    Reading reading;
    const bool isOtherBook = book.outcome == BookProbe::Outcome::Whole && book.header.vault != (a ? a : b)->vault();
    reading.state = isOtherBook ? State::TwoVaults : State::Unlocked;
    reading.newest = !b || (a && a->generation() >= b->generation()) ? Slot::A : Slot::B;
    reading.document = slots.whole[indexOf(reading.newest)];
    reading.slotsAgree = a && b && (a == b || sameBytes(a->text(), b->text()));
    if (a && b && a->generation() == b->generation() && a->sha256() != b->sha256()) {
        auto merged = unionOf(*a, *b);
        if (!merged)
            return stopped(State::Damaged, merged.error());
        reading.document = std::make_shared<const Document>(std::move(merged->document));
        reading.isUnion = true;
    }
    reading.highestGeneration = std::max(a ? a->generation() : 0, b ? b->generation() : 0);
    addWarnings(reading, book, reading.highestGeneration);
    if (book.outcome == BookProbe::Outcome::Whole)
        reading.highestGeneration = std::max(reading.highestGeneration, book.header.seen);
    if (isOtherBook) {
        reading.candidates = {std::exchange(reading.document, {})};
        reading.warnings.clear();
    }
    return reading;
}

/// A slot that was not found although the store names its item as readable.
bool contradicts(const Evidence &evidence)
{
    for (std::size_t i = 0; i < evidence.slots.size(); ++i) {
        const QString key = evidence.keys.value(qsizetype(i));
        const bool isNamed = evidence.before->unlockedKeys.contains(key) || evidence.after->unlockedKeys.contains(key);
        if (isNamed && evidence.slots[i].outcome == Outcome::NotFound)
            return true;
    }
    return false;
}

Reading decideRead(Evidence evidence, const DocumentPointer &known)
{
    const bool isContradiction = contradicts(evidence);
    const Slots slots = parseSlots(std::move(evidence.slots), known);
    if (slots.anyNewer)
        return stopped(State::Newer, Error{ErrorCode::NewerFormat, QStringLiteral("document")});
    if (slots.failed) {
        const bool isLocked =
            slots.failed->code == ErrorCode::KeychainLocked || slots.failed->code == ErrorCode::PromptDismissed;
        return stopped(isLocked ? State::Locked : State::Unavailable, slots.failed);
    }
    if (isContradiction)
        return contradicting(QStringLiteral("an item was named and not found"));
    if (slots.wholeCount() > 0)
        return decideWhole(slots, evidence.book);
    if (slots.anyPresent)
        return stopped(State::Damaged, Error{ErrorCode::DamagedFile, QStringLiteral("no slot is whole")});
    if (evidence.before->hasDefaultCollection != evidence.after->hasDefaultCollection)
        return contradicting(QStringLiteral("the default collection changed"));
    return decideNothing(evidence);
}

} // namespace

bool forbidsReading(const Result<StoreSurvey> &survey)
{
    return !survey || surveyIsLocked(*survey);
}

Reading decide(Evidence evidence, const DocumentPointer &known)
{
    if (evidence.book.outcome == BookProbe::Outcome::Whole && evidence.book.header.kind == FileKind::PasswordVault)
        return stopped(State::Password, {});
    const auto before = evidence.before;
    const auto after = evidence.slotsWereRead ? evidence.after : before;
    Reading reading;
    if (!before || !after)
        reading = stopped(State::Unavailable, before ? after.error() : before.error());
    else if (evidence.book.outcome == BookProbe::Outcome::Newer)
        reading = stopped(State::Newer, Error{ErrorCode::NewerFormat, QStringLiteral("book")});
    else if (surveyIsLocked(*before) || surveyIsLocked(*after))
        reading = stopped(State::Locked, Error{ErrorCode::KeychainLocked, {}});
    else if (!evidence.slotsWereRead)
        reading = stopped(State::Unavailable, Error{ErrorCode::Internal, QStringLiteral("the slots were not read")});
    else
        reading = decideRead(std::move(evidence), known);
    if (after) {
        reading.provider = after->provider;
        reading.isInClear = after->storesInClear;
        if (reading.isInClear && isOpen(reading.state))
            reading.warnings << Warning::KeyringInClear;
        reading.items = int(after->unlockedKeys.size() + after->lockedKeys.size());
    }
    return reading;
}

} // namespace watchword::vault
