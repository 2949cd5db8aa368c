// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/key_store.h"
#include "core/vault/reading.h"
#include "core/vault/slot_layout.h"

#include <QObject>

namespace watchword::vault {

/// Reads and writes whole slots, chunk by chunk, in the key store. Answers come later, and not after this object died.
class SlotStore : public QObject
{
public:
    /// `store` must outlive this.
    SlotStore(KeyStore &store, const SlotLayout &layout, QObject *parent);

    QStringList keys() const { return m_layout.keys(); }
    qsizetype itemSizeLimit() const { return m_store.itemSizeLimit(); }

    /// Survey, both slots, survey again. The slots are left alone where reading would open a prompt. The book and the mark
    /// are not filled in.
    void gather(Handler<Evidence> handler);
    /// All chunks of one slot.
    void read(Slot slot, Handler<SlotReading> handler);
    /// Writes the last chunk first and chunk 0 last. Errors: as KeyStore::write.
    void write(Slot slot, std::shared_ptr<const SecretBytes> text, Handler<Result<void>> handler);
    /// Takes away chunks from `first` on, left by a longer document, the last one first. Where items have no size limit
    /// there are none. What cannot be removed is left.
    void removeChunksFrom(Slot slot, int first, Handler<> handler);
    /// Takes away the whole slot, its first chunk last. Whether it is gone is for a survey to say.
    void remove(Slot slot, Handler<> handler);

private:
    struct Gathering {
        Evidence evidence;
        Handler<Evidence> handler;
    };
    struct ChunkReading {
        Slot slot;
        int chunks = 1;
        int next = 0;
        SlotReading result;
        Handler<SlotReading> handler;
    };
    struct ChunkWriting {
        Slot slot;
        std::shared_ptr<const SecretBytes> text;
        std::vector<ByteView> remaining;
        Handler<Result<void>> handler;
    };
    struct ChunkRemoval {
        Slot slot;
        int first = 0;
        int end = 0;
        Handler<> handler;
    };

    void readSlots(std::shared_ptr<Gathering> gathering);
    void surveyAgain(std::shared_ptr<Gathering> gathering);
    void readNext(std::shared_ptr<ChunkReading> reading);
    void takeChunk(const std::shared_ptr<ChunkReading> &reading, Result<SecretBytes> chunk);
    void writeNext(std::shared_ptr<ChunkWriting> writing);
    void findEnd(std::shared_ptr<ChunkRemoval> removal);
    void removeLast(std::shared_ptr<ChunkRemoval> removal);

    KeyStore &m_store;
    SlotLayout m_layout;
};

} // namespace watchword::vault
