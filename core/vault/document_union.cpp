// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/document_union.h"

#include "core/crypto/hmac.h"
#include "core/vault/push_record.h"

#include <QtEndian>

#include <algorithm>
#include <compare>

namespace watchword::vault {

namespace {

/// An id for an account whose own is taken by another secret: drawn from its line, so that everyone who makes this union
/// finds the same, and keyed, so that it tells nothing of the secret.
Result<accounts::AccountId> derivedId(const Document &key, ByteView line, const Document &taken)
{
    SecretBytes text = SecretBytes::copyOf(line);
    for (int attempt = 0; attempt < 16; ++attempt) {
        const auto digest = crypto::hmacSha256(key.bookKey().view(), text.view());
        if (!digest)
            return std::unexpected(digest.error());
        const accounts::AccountId id{qFromBigEndian<quint64>(digest->view().data())};
        if (!id.isNull() && !taken.find(id) && !key.find(id) && !taken.findPush(id) && !key.findPush(id))
            return id;
        text = digest->clone();
    }
    return failure(ErrorCode::Internal, QStringLiteral("no free id"));
}

quint64 counterOf(const accounts::Account &account)
{
    const auto *hotp = std::get_if<otp::Hotp>(&account.parameters);
    return hotp ? hotp->counter : 0;
}

/// Whether `theirs` is to stand in the place of `ours`, apart from the counter.
bool isLater(const Record &ours, ByteView ourLine, const Record &theirs, ByteView theirLine)
{
    if (ours.account.changed != theirs.account.changed)
        return theirs.account.changed > ours.account.changed;
    return std::ranges::lexicographical_compare(ourLine, theirLine);
}

/// The line of an account that is in both, with the same secret.
Result<SecretBytes> mergedLine(const Record &ours, ByteView ourLine, const Record &theirs, ByteView theirLine)
{
    const bool takeTheirs = isLater(ours, ourLine, theirs, theirLine);
    const ByteView line = takeTheirs ? theirLine : ourLine;
    const quint64 counter = std::max(counterOf(ours.account), counterOf(theirs.account));
    if (counterOf(takeTheirs ? theirs.account : ours.account) < counter)
        return lineWithCounter(line, counter);
    return SecretBytes::copyOf(line);
}

class Merge
{
public:
    Merge(const Document &a, const Document &b)
        : m_a(a)
        , m_b(b)
    {
    }

    Result<DocumentUnion> run()
    {
        for (std::size_t i = 0; i < m_b.records().size(); ++i) {
            const auto done = m_b.records()[i].kind == RecordKind::Account ? takeAccount(i)
                : m_b.records()[i].kind == RecordKind::Push                ? takePush(i)
                                                                           : takeLine(i);
            if (!done)
                return std::unexpected(done.error());
        }
        auto document = m_a.with(m_change);
        if (!document)
            return std::unexpected(document.error());
        return DocumentUnion{std::move(*document), m_keptBoth};
    }

private:
    Result<void> takeLine(std::size_t index)
    {
        const ByteView line = m_b.line(index);
        for (std::size_t i = 0; i < m_a.records().size(); ++i) {
            if (sameBytes(m_a.line(i), line))
                return {};
        }
        m_change.added.push_back(SecretBytes::copyOf(line));
        return {};
    }

    Result<void> takeAccount(std::size_t index)
    {
        const Record &theirs = m_b.records()[index];
        const ByteView theirLine = m_b.line(index);
        const auto place = m_a.find(theirs.account.id);
        if (!place)
            return takeLine(index);
        const ByteView ourLine = m_a.line(*place);
        if (sameBytes(ourLine, theirLine))
            return {};
        const auto ourSecret = secretOfLine(ourLine);
        const auto theirSecret = secretOfLine(theirLine);
        if (!ourSecret || !theirSecret)
            return std::unexpected(ourSecret ? theirSecret.error() : ourSecret.error());
        const Record &ours = m_a.records()[*place];
        const bool isSameKind = ours.account.parameters.index() == theirs.account.parameters.index();
        if (!(*ourSecret == *theirSecret) || !isSameKind)
            return keepBoth(theirs, theirLine);
        auto line = mergedLine(ours, ourLine, theirs, theirLine);
        if (!line)
            return std::unexpected(line.error());
        m_change.replaced.insert_or_assign(*place, std::move(*line));
        return {};
    }

    /// As an account, by its private key.
    Result<void> takePush(std::size_t index)
    {
        const accounts::PushAccount &theirs = *m_b.records()[index].push;
        const ByteView theirLine = m_b.line(index);
        const auto place = m_a.findPush(theirs.id);
        if (!place)
            return takeLine(index);
        const ByteView ourLine = m_a.line(*place);
        const auto ourKey = privateKeyOfPushLine(ourLine);
        const auto theirKey = privateKeyOfPushLine(theirLine);
        if (!ourKey || !theirKey)
            return std::unexpected(ourKey ? theirKey.error() : ourKey.error());
        if (!(*ourKey == *theirKey)) {
            const auto id = derivedId(m_a, theirLine, m_b);
            if (!id)
                return std::unexpected(id.error());
            accounts::PushAccount account = theirs;
            account.id = *id;
            auto line = rewrittenPushLine(theirLine, account);
            if (!line)
                return std::unexpected(line.error());
            m_change.added.push_back(std::move(*line));
            ++m_keptBoth;
            return {};
        }
        const qint64 ourTime = m_a.records()[*place].push->changed;
        const bool isLater = theirs.changed != ourTime ? theirs.changed > ourTime
                                                       : std::ranges::lexicographical_compare(ourLine, theirLine);
        if (isLater)
            m_change.replaced.insert_or_assign(*place, SecretBytes::copyOf(theirLine));
        return {};
    }

    Result<void> keepBoth(const Record &theirs, ByteView theirLine)
    {
        const auto id = derivedId(m_a, theirLine, m_b);
        if (!id)
            return std::unexpected(id.error());
        accounts::Account account = theirs.account;
        account.id = *id;
        auto line = rewrittenLine(theirLine, account);
        if (!line)
            return std::unexpected(line.error());
        m_change.added.push_back(std::move(*line));
        ++m_keptBoth;
        return {};
    }

    const Document &m_a;
    const Document &m_b;
    Document::Change m_change;
    int m_keptBoth = 0;
};

} // namespace

Result<DocumentUnion> unionOf(const Document &a, const Document &b)
{
    return Merge(a, b).run();
}

} // namespace watchword::vault
