// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/migration_link.h"

#include <QList>

#include <optional>
#include <utility>

namespace watchword::transfer {

/// One export: a place for each of its QR codes, filled or not.
struct MigrationSet {
    std::vector<std::optional<MigrationPart>> parts;

    /// The numbers, from 1, of those that were not read.
    QList<int> missing() const;
    bool isComplete() const { return missing().isEmpty(); }
    /// How many accounts were read, with those that cannot be taken.
    std::size_t entries() const;
};

/// Puts the QR codes of exports together, in whatever order they come. Exports are told apart by batch id, size and version;
/// where that is not enough (version 2 has no id) by this: a number that is there already with another content belongs to
/// another export.
class MigrationCollector
{
public:
    /// Where a part was put, or where it had been put before.
    struct Place {
        std::size_t set = 0;
        int index = 0;
        bool isRepeat = false;
    };

    Place add(MigrationPart part);
    const std::vector<MigrationSet> &sets() const { return m_sets; }
    /// The sets, taken out.
    std::vector<MigrationSet> takeSets() { return std::exchange(m_sets, {}); }
    bool isComplete() const;

private:
    std::vector<MigrationSet> m_sets;
};

} // namespace watchword::transfer
