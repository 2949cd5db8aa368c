// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/record.h"
#include "core/vault/vault_id.h"

#include <QHash>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace watchword::vault {

class Document;
using DocumentPointer = std::shared_ptr<const Document>;

/// What a slot of the keychain holds: all accounts and everything that would cost an account or a code if it were lost
/// (vault-protocol section 1). Never changes; `with` makes another. Lines are kept byte for byte.
class Document
{
public:
    /// Lines to put in the place of others, by their index in records(), to leave out, and to add at the end.
    struct Change {
        std::map<std::size_t, SecretBytes> replaced;
        std::set<std::size_t> removed;
        std::vector<SecretBytes> added;
    };

    /// A new vault's, without accounts. Its generation is 0: it was never written.
    static Document empty(const VaultId &vault, SecretBytes bookKey);
    /// Reads the whole text of a slot; lines that stand in `known` too are not parsed again. Errors: DamagedFile when the
    /// text is not whole (cut, flipped, not UTF-8), NewerFormat.
    static Result<Document> read(SecretBytes text, const Document *known = nullptr);

    const VaultId &vault() const { return m_vault; }
    quint64 generation() const { return m_generation; }
    int chunks() const { return m_chunks; }
    /// 64 hex digits; empty for a document that was never written.
    const QByteArray &sha256() const { return m_sha256; }
    /// The 32-byte key of the book.
    const SecretBytes &bookKey() const { return m_bookKey; }

    const std::vector<Record> &records() const { return m_records; }
    ByteView line(std::size_t index) const;
    /// Index of the account's record.
    std::optional<std::size_t> find(accounts::AccountId id) const;
    /// Index of an enrolment's record.
    std::optional<std::size_t> findPush(accounts::AccountId id) const;
    /// How many lines nobody understands.
    int unknownRecords() const;

    /// The same document with lines changed. Error: Internal for an added or replaced line that holds an LF.
    Result<Document> with(const Change &change) const;

    /// The text of a slot for this content as `generation`, to be cut by `itemSizeLimit`. Error: Internal.
    Result<SecretBytes> write(quint64 generation, qsizetype itemSizeLimit) const;
    /// The text that was read; empty for a document that was never written.
    ByteView text() const { return m_sha256.isEmpty() ? ByteView() : m_text.view(); }

private:
    Document() = default;
    ByteView body() const { return m_text.view().subspan(m_bodyStart); }
    void index(const Document *known);

    VaultId m_vault;
    quint64 m_generation = 0;
    int m_chunks = 1;
    QByteArray m_sha256;
    SecretBytes m_bookKey;
    SecretBytes m_headerRest; // what a later version of format 1 added to the header line, with its blank
    SecretBytes m_text;       // header, LF and body; the body alone when it was never written
    std::size_t m_bodyStart = 0;
    std::vector<Record> m_records;
    QHash<accounts::AccountId, std::size_t> m_byId;
};

/// Reads `chunks=` of the header line in a slot's first chunk, to know what else to read; 1 when there is no such line.
int chunksNamedIn(ByteView firstChunk);

} // namespace watchword::vault
