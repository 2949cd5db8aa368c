// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/slot_layout.h"

#include <algorithm>

namespace watchword::vault {

QString SlotLayout::key(Slot slot, int chunk) const
{
    const QString first = m_prefix + (slot == Slot::A ? QStringLiteral("/a") : QStringLiteral("/b"));
    return chunk == 0 ? first : first + QLatin1Char('.') + QString::number(chunk);
}

std::vector<ByteView> cutIntoChunks(ByteView text, qsizetype limit)
{
    if (limit <= 0)
        return {text};
    const std::size_t longest = std::size_t(std::max<qsizetype>(limit, 4));
    std::vector<ByteView> chunks;
    while (text.size() > longest) {
        std::size_t cut = longest;
        const auto isContinuation = [&](std::size_t at) { return (text[at] & std::byte{0xC0}) == std::byte{0x80}; };
        while (cut > longest - 3 && isContinuation(cut))
            --cut;
        if (isContinuation(cut)) // not UTF-8: then anywhere is as good
            cut = longest;
        chunks.push_back(text.first(cut));
        text = text.subspan(cut);
    }
    chunks.push_back(text);
    return chunks;
}

} // namespace watchword::vault
