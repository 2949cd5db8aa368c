// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/key_store.h"
#include "core/vault/document.h"
#include "core/vault/sealed_file.h"
#include "core/vault/slot_layout.h"
#include "core/vault/state.h"

#include <array>

namespace watchword::vault {

/// The answer for one slot: its text with all chunks, or that the store says it has none, or why it could not be read.
struct SlotReading {
    enum class Outcome { Found, NotFound, Failed };
    Outcome outcome = Outcome::NotFound;
    SecretBytes text;
    Error error;
};

/// What the book says without a key.
struct BookProbe {
    enum class Outcome { Missing, Whole, Damaged, Newer, Forbidden };
    Outcome outcome = Outcome::Missing;
    FileHeader header; ///< when whole
};

/// All that was asked before deciding. The slots are not read when the first survey already forbids it.
struct Evidence {
    QStringList keys; ///< of the two slots, as they were asked about
    Result<StoreSurvey> before = StoreSurvey{};
    Result<StoreSurvey> after = StoreSurvey{};
    std::array<SlotReading, 2> slots;
    bool slotsWereRead = false;
    BookProbe book;
    std::optional<VaultId> mark; ///< `vault.id` says that this vault existed
};

/// What the evidence means: one row of the table in vault-protocol section 3.
struct Reading {
    State state = State::Closed;
    std::optional<Error> reason;
    QList<Warning> warnings;
    QString provider;
    int items = 0;                       ///< items of this vault that the store named
    bool mayBeTransient = false;         ///< the answers contradict each other: worth asking once more
    bool lacksDefaultCollection = false; ///< the first save must let the keychain make one
    bool isInClear = false;              ///< the keychain has no password: it is read, and never written

    // when Unlocked
    DocumentPointer document; ///< the newest, or the union of two of one generation
    Slot newest = Slot::A;
    bool isUnion = false;    ///< to be written back as a new generation
    bool slotsAgree = false; ///< both hold the document byte for byte
    /// When TwoVaults: those of the slots a and b; or the only one of them, when the book is of another vault. `newest`
    /// is then the slot of the one that the book knows, or else of the one that was saved more often.
    std::vector<DocumentPointer> candidates;
    bool isBookOfOne = false; ///< the book is of the candidate in `newest`

    quint64 highestGeneration = 0; ///< in either slot or the book
};

/// Whether the first survey forbids reading the slots: reading a locked keyring would open its prompt.
bool forbidsReading(const Result<StoreSurvey> &survey);

/// Decides. `known` is the document in memory, whose lines need not be parsed again; may be null.
Reading decide(Evidence evidence, const DocumentPointer &known);

} // namespace watchword::vault
