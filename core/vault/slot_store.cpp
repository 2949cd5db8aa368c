// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/slot_store.h"

#include <utility>

namespace watchword::vault {

SlotStore::SlotStore(KeyStore &store, const SlotLayout &layout, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_layout(layout)
{
}

void SlotStore::gather(Handler<Evidence> handler)
{
    const auto gathering = std::make_shared<Gathering>();
    gathering->evidence.keys = m_layout.keys();
    gathering->handler = std::move(handler);
    m_store.survey(m_layout.keys(), this, [this, gathering](Result<StoreSurvey> survey) {
        gathering->evidence.before = std::move(survey);
        if (forbidsReading(gathering->evidence.before))
            gathering->handler(std::move(gathering->evidence));
        else
            readSlots(gathering);
    });
}

void SlotStore::readSlots(std::shared_ptr<Gathering> gathering)
{
    read(Slot::A, [this, gathering](SlotReading a) {
        gathering->evidence.slots[indexOf(Slot::A)] = std::move(a);
        read(Slot::B, [this, gathering](SlotReading b) {
            gathering->evidence.slots[indexOf(Slot::B)] = std::move(b);
            gathering->evidence.slotsWereRead = true;
            surveyAgain(gathering);
        });
    });
}

void SlotStore::surveyAgain(std::shared_ptr<Gathering> gathering)
{
    m_store.survey(m_layout.keys(), this, [gathering](Result<StoreSurvey> survey) {
        gathering->evidence.after = std::move(survey);
        gathering->handler(std::move(gathering->evidence));
    });
}

void SlotStore::read(Slot slot, Handler<SlotReading> handler)
{
    const auto reading = std::make_shared<ChunkReading>();
    reading->slot = slot;
    reading->handler = std::move(handler);
    readNext(reading);
}

void SlotStore::readNext(std::shared_ptr<ChunkReading> reading)
{
    m_store.read(m_layout.key(reading->slot, reading->next), this,
                 [this, reading](Result<SecretBytes> chunk) { takeChunk(reading, std::move(chunk)); });
}

void SlotStore::takeChunk(const std::shared_ptr<ChunkReading> &reading, Result<SecretBytes> chunk)
{
    SlotReading &result = reading->result;
    const bool isFirst = reading->next == 0;
    const bool isMissing = !chunk && chunk.error().code == ErrorCode::EntryNotFound;
    if (!chunk && !isMissing) {
        result.outcome = SlotReading::Outcome::Failed;
        result.error = chunk.error();
    } else if (chunk && isFirst) {
        result.outcome = SlotReading::Outcome::Found;
        reading->chunks = m_store.itemSizeLimit() > 0 ? chunksNamedIn(chunk->view()) : 1;
        result.text = std::move(*chunk);
    } else if (chunk) {
        result.text.append(chunk->view());
    }
    ++reading->next;
    // A missing chunk leaves a text that is not whole: found, and damaged.
    if (!chunk || reading->next >= reading->chunks)
        reading->handler(std::move(result));
    else
        readNext(reading);
}

void SlotStore::write(Slot slot, std::shared_ptr<const SecretBytes> text, Handler<Result<void>> handler)
{
    const auto writing = std::make_shared<ChunkWriting>();
    writing->slot = slot;
    writing->text = std::move(text);
    writing->remaining = cutIntoChunks(writing->text->view(), m_store.itemSizeLimit());
    writing->handler = std::move(handler);
    writeNext(writing);
}

void SlotStore::writeNext(std::shared_ptr<ChunkWriting> writing)
{
    const int chunk = int(writing->remaining.size()) - 1;
    const SecretBytes value = SecretBytes::copyOf(writing->remaining.back());
    writing->remaining.pop_back();
    m_store.write(m_layout.key(writing->slot, chunk), value, this, [this, writing](Result<void> written) {
        if (!written || writing->remaining.empty())
            writing->handler(std::move(written));
        else
            writeNext(writing);
    });
}

void SlotStore::removeChunksFrom(Slot slot, int first, Handler<> handler)
{
    if (m_store.itemSizeLimit() <= 0 || first < 1)
        return handler();
    const auto removal = std::make_shared<ChunkRemoval>();
    removal->slot = slot;
    removal->first = first;
    removal->end = first;
    removal->handler = std::move(handler);
    findEnd(removal);
}

void SlotStore::remove(Slot slot, Handler<> handler)
{
    removeChunksFrom(slot, 1, [this, slot, handler = std::move(handler)]() mutable {
        m_store.remove(m_layout.key(slot, 0), this,
                       [handler = std::move(handler)](const Result<void> &) mutable { handler(); });
    });
}

void SlotStore::findEnd(std::shared_ptr<ChunkRemoval> removal)
{
    m_store.read(m_layout.key(removal->slot, removal->end), this, [this, removal](Result<SecretBytes> chunk) {
        if (!chunk)
            return removeLast(removal);
        ++removal->end;
        findEnd(removal);
    });
}

void SlotStore::removeLast(std::shared_ptr<ChunkRemoval> removal)
{
    if (removal->end <= removal->first)
        return removal->handler();
    --removal->end;
    m_store.remove(m_layout.key(removal->slot, removal->end), this,
                   [this, removal](Result<void>) { removeLast(removal); });
}

} // namespace watchword::vault
