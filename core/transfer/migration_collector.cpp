// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/migration_collector.h"

#include <algorithm>

namespace watchword::transfer {

namespace {

// Of one export, as far as the parts say.
bool belongsTo(const MigrationSet &set, const MigrationPart &part)
{
    const auto there =
        std::ranges::find_if(set.parts, [](const std::optional<MigrationPart> &each) { return each.has_value(); });
    return there != set.parts.end() && (*there)->size == part.size && (*there)->batchId == part.batchId
        && (*there)->version == part.version;
}

} // namespace

QList<int> MigrationSet::missing() const
{
    QList<int> numbers;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i])
            numbers.append(int(i) + 1);
    }
    return numbers;
}

std::size_t MigrationSet::entries() const
{
    std::size_t count = 0;
    for (const std::optional<MigrationPart> &part : parts)
        count += part ? part->accounts.size() + part->refused.size() : 0;
    return count;
}

MigrationCollector::Place MigrationCollector::add(MigrationPart part)
{
    const auto place = std::size_t(part.index);
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < m_sets.size(); ++i) {
        if (!belongsTo(m_sets[i], part))
            continue;
        const std::optional<MigrationPart> &there = m_sets[i].parts[place];
        if (there && there->digest == part.digest)
            return {i, part.index, true};
        if (!there && !open)
            open = i;
    }
    if (!open) {
        open = m_sets.size();
        m_sets.emplace_back().parts.resize(std::size_t(part.size));
    }
    const Place put{*open, part.index, false};
    m_sets[*open].parts[place] = std::move(part);
    return put;
}

bool MigrationCollector::isComplete() const
{
    return std::ranges::all_of(m_sets, &MigrationSet::isComplete);
}

} // namespace watchword::transfer
