// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/operation.h"

#include "core/accounts/likeness.h"
#include "core/accounts/otpauth_uri.h"
#include "core/crypto/random.h"
#include "core/vault/push_record.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace watchword::vault {

namespace {

using accounts::Account;
using accounts::AccountId;

Result<AccountId> freeId(const Document &document, const QList<AccountId> &taken)
{
    for (int attempt = 0; attempt < 16; ++attempt) {
        AccountId id;
        if (const auto drawn = crypto::randomBytes(std::as_writable_bytes(std::span(&id.value, 1))); !drawn)
            return std::unexpected(drawn.error());
        if (!id.isNull() && !document.find(id) && !document.findPush(id) && !taken.contains(id))
            return id;
    }
    return failure(ErrorCode::Internal, QStringLiteral("no free id"));
}

/// What an edit makes of the parameters. A counter goes back only when that was said.
Result<otp::Parameters> editedParameters(const Edit &edit, const otp::Parameters &saved)
{
    if (!edit.parameters && !edit.counter)
        return saved;
    otp::Parameters wanted = edit.parameters.value_or(saved);
    auto *const hotp = std::get_if<otp::Hotp>(&wanted);
    if (!hotp)
        return edit.counter ? failure(ErrorCode::InvalidCounter) : otp::checked(wanted);
    const auto *const before = std::get_if<otp::Hotp>(&saved);
    hotp->counter = edit.counter.value_or(before ? before->counter : hotp->counter);
    if (hotp->counter > accounts::largestCounter || edit.counter == accounts::largestCounter)
        return failure(ErrorCode::InvalidCounter);
    if (before && hotp->counter < before->counter && !edit.mayLowerCounter)
        return failure(ErrorCode::LowerCounter);
    return otp::checked(wanted);
}

/// Applies one operation, collecting the lines to change.
class Application
{
public:
    Application(const Document &before, qint64 now)
        : m_before(before)
        , m_now(now)
    {
    }

    Result<void> operator()(const AddAccounts &operation)
    {
        const std::vector<std::size_t> come = placesOfOthers(operation.known);
        for (const accounts::Proposal &proposal : operation.proposals) {
            if (const auto twin = twinAmong(come, proposal))
                m_applied.ids << *twin;
            else if (const auto added = add(proposal); !added)
                return added;
        }
        return {};
    }

    Result<void> operator()(const ReplaceAccount &operation)
    {
        if (const auto added = add(operation.proposal); !added)
            return added;
        return trash(operation.old, true);
    }

    Result<void> operator()(const EditAccount &operation)
    {
        if (const auto push = m_before.findPush(operation.id))
            return editPush(*push, operation.edit);
        const auto place = m_before.find(operation.id);
        if (!place)
            return failure(ErrorCode::UnknownAccount);
        m_applied.ids << operation.id;
        Account account = m_before.records()[*place].account;
        const Account old = account;
        const auto parameters = editedParameters(operation.edit, old.parameters);
        if (!parameters)
            return std::unexpected(parameters.error());
        account.parameters = *parameters;
        account.issuer = operation.edit.issuer.value_or(account.issuer);
        account.name = operation.edit.name.value_or(account.name);
        if (account == old)
            return {};
        account.changed = laterThan(old.changed);
        return replace(*place, rewrittenLine(m_before.line(*place), account));
    }

    Result<void> operator()(const MoveAccount &operation)
    {
        if (!m_before.find(operation.id) || !m_before.find(operation.neighbour))
            return failure(ErrorCode::UnknownAccount);
        m_applied.ids << operation.id;
        return {};
    }

    Result<void> operator()(const RemoveAccounts &operation)
    {
        for (const AccountId id : operation.ids) {
            const auto place = placeOf(id);
            if (!place)
                return failure(ErrorCode::UnknownAccount);
            const Record &record = m_before.records()[*place];
            if (!(record.push ? record.push->trashed : record.account.trashed))
                return failure(ErrorCode::NotInTrash);
            if (m_change.removed.insert(*place).second) {
                m_applied.ids << id;
                m_applied.removed << id;
            }
        }
        return {};
    }

    Result<void> operator()(const TrashAccounts &operation)
    {
        for (const AccountId id : operation.ids) {
            if (m_applied.ids.contains(id))
                continue;
            if (const auto marked = trash(id, operation.trashed); !marked)
                return marked;
        }
        return {};
    }

    Result<void> operator()(const TakeCounter &operation)
    {
        const auto place = m_before.find(operation.id);
        if (!place)
            return failure(ErrorCode::UnknownAccount);
        const auto *hotp = std::get_if<otp::Hotp>(&m_before.records()[*place].account.parameters);
        if (!hotp || hotp->counter >= quint64(std::numeric_limits<qint64>::max()))
            return failure(ErrorCode::InvalidCounter);
        const quint64 least = operation.handedOut ? *operation.handedOut + 1 : 0;
        m_applied.ids << operation.id;
        m_applied.counter = operation.answered.value_or(std::max(hotp->counter, least));
        if (hotp->counter > *m_applied.counter)
            return {}; // shown unsaved, and moved on by another process since
        return replace(*place, lineWithCounter(m_before.line(*place), *m_applied.counter + 1));
    }

    Result<void> operator()(const AddPush &operation)
    {
        return addNew(operation.account,
                      [&](const accounts::PushAccount &account) { return newPushLine(account, operation.privateKey); });
    }

    Result<void> operator()(const ChangePush &operation)
    {
        const auto place = m_before.findPush(operation.account.id);
        if (!place)
            return failure(ErrorCode::UnknownAccount);
        const accounts::PushAccount &old = *m_before.records()[*place].push;
        accounts::PushAccount account = operation.account;
        if (account.server != old.server || account.url != old.url || account.serial != old.serial)
            return failure(ErrorCode::Internal, QStringLiteral("another enrolment"));
        m_applied.ids << account.id;
        account.changed = old.changed;
        return changePush(*place, std::move(account));
    }

    Result<void> operator()(const KeepPushMemory &) { return {}; }

    // Which of them write is for Saving to know: no line changes.
    Result<void> operator()(const UsePassword &) { return {}; }
    Result<void> operator()(const UseKeychain &) { return {}; }
    Result<void> operator()(const ResolveVaults &) { return {}; }
    Result<void> operator()(const StartAgain &) { return {}; }
    Result<void> operator()(const Upkeep &) { return {}; }

    Result<Applied> finish()
    {
        if (m_change.added.empty() && m_change.replaced.empty() && m_change.removed.empty())
            return std::move(m_applied);
        auto after = m_before.with(m_change);
        if (!after)
            return std::unexpected(after.error());
        if (!isExactly(m_before, *after, m_applied.added, m_applied.changed, m_applied.removed))
            return failure(ErrorCode::Internal, QStringLiteral("the operation did something else"));
        m_applied.document = std::move(*after);
        return std::move(m_applied);
    }

private:
    /// Later than `changed` even when the clock went back, so that a union takes the later change.
    qint64 laterThan(qint64 changed) const { return std::max(m_now, changed + 1); }

    /// Of the accounts outside the trash that are none of these.
    std::vector<std::size_t> placesOfOthers(const QList<AccountId> &ids) const
    {
        const QSet<AccountId> known(ids.begin(), ids.end());
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < m_before.records().size(); ++i) {
            const Record &record = m_before.records()[i];
            if (record.kind == RecordKind::Account && !record.account.trashed && !known.contains(record.account.id))
                places.push_back(i);
        }
        return places;
    }

    /// The account at one of these places that has the proposal's key.
    std::optional<AccountId> twinAmong(const std::vector<std::size_t> &places, const accounts::Proposal &proposal) const
    {
        for (const std::size_t place : places) {
            const Account &account = m_before.records()[place].account;
            const auto secret = secretOfLine(m_before.line(place));
            if (secret
                && accounts::likenessOf(proposal.account, proposal.secret, account, *secret)
                    == accounts::Likeness::SameSecret)
                return account.id;
        }
        return {};
    }

    Result<void> add(const accounts::Proposal &proposal)
    {
        return addNew(proposal.account,
                      [&](const Account &account) { return newAccountLine(account, proposal.secret); });
    }

    /// An account of one kind or the other, with an id of its own.
    template <class AnyAccount, class LineOf>
    Result<void> addNew(AnyAccount account, LineOf lineOf)
    {
        const auto id = freeId(m_before, m_applied.added);
        if (!id)
            return std::unexpected(id.error());
        account.id = *id;
        account.changed = std::max<qint64>(m_now, 0);
        account.trashed.reset();
        auto line = lineOf(account);
        if (!line)
            return std::unexpected(line.error());
        m_change.added.push_back(std::move(*line));
        m_applied.ids << *id;
        m_applied.added << *id;
        return {};
    }

    /// Of an account of either kind.
    std::optional<std::size_t> placeOf(AccountId id) const
    {
        const auto place = m_before.find(id);
        return place ? place : m_before.findPush(id);
    }

    /// Words alone: there are no codes.
    Result<void> editPush(std::size_t place, const Edit &edit)
    {
        if (edit.parameters || edit.counter)
            return failure(ErrorCode::Internal, QStringLiteral("an enrolment has no codes"));
        accounts::PushAccount account = *m_before.records()[place].push;
        m_applied.ids << account.id;
        account.issuer = edit.issuer.value_or(account.issuer);
        account.name = edit.name.value_or(account.name);
        return changePush(place, std::move(account));
    }

    /// `account.changed` is still the one that is saved.
    Result<void> changePush(std::size_t place, accounts::PushAccount account)
    {
        const accounts::PushAccount &old = *m_before.records()[place].push;
        if (account == old)
            return {};
        account.changed = laterThan(old.changed);
        return replace(place, rewrittenPushLine(m_before.line(place), account));
    }

    Result<void> trash(AccountId id, bool trashed)
    {
        const auto place = placeOf(id);
        if (!place)
            return failure(ErrorCode::UnknownAccount);
        m_applied.ids << id;
        const Record &record = m_before.records()[*place];
        const Account &account = record.account;
        if ((record.push ? record.push->trashed : account.trashed).has_value() == trashed)
            return {};
        const auto mark = trashed ? std::optional(std::max<qint64>(m_now, 0)) : std::nullopt;
        if (record.push) {
            accounts::PushAccount push = *record.push;
            push.trashed = mark;
            return changePush(*place, std::move(push));
        }
        return replace(*place, lineWithTrashed(m_before.line(*place), mark, laterThan(account.changed)));
    }

    Result<void> replace(std::size_t place, Result<SecretBytes> line)
    {
        if (!line)
            return std::unexpected(line.error());
        m_applied.changed << m_before.records()[place].id();
        m_change.replaced.insert_or_assign(place, std::move(*line));
        return {};
    }

    const Document &m_before;
    qint64 m_now;
    Document::Change m_change;
    Applied m_applied;
};

} // namespace

namespace {

/// The pin and the group that links brought with them.
bool addComfort(const std::vector<accounts::Proposal> &proposals, const QList<AccountId> &ids, Comfort &comfort)
{
    bool isDifferent = false;
    for (qsizetype i = 0; i < std::min(ids.size(), qsizetype(proposals.size())); ++i) {
        const Account &account = proposals[std::size_t(i)].account;
        if ((!account.pinned && account.group.isEmpty()) || comfort.find(ids[i]))
            continue;
        ComfortEntry entry;
        entry.id = ids[i];
        entry.pinned = account.pinned;
        entry.group = account.group;
        comfort.entries << entry;
        isDifferent = true;
    }
    return isDifferent;
}

/// What the book keeps of an edit.
bool editComfort(const EditAccount &operation, Comfort &comfort)
{
    ComfortEntry *const entry = comfort.find(operation.id);
    if (!entry)
        return false;
    const ComfortEntry before = *entry;
    entry->pinned = operation.edit.pinned.value_or(entry->pinned);
    entry->group = operation.edit.group.value_or(entry->group);
    return !(*entry == before);
}

bool moveComfort(const MoveAccount &operation, Comfort &comfort)
{
    const auto placeOf = [&comfort](AccountId id) {
        return std::ranges::find(comfort.entries, id, &ComfortEntry::id) - comfort.entries.begin();
    };
    const qsizetype from = placeOf(operation.id);
    qsizetype to = placeOf(operation.neighbour);
    if (from == to || std::max(from, to) == comfort.entries.size())
        return false;
    if (operation.isAfter)
        ++to;
    if (from < to)
        --to; // where it will be when it is taken out
    comfort.entries.move(from, to);
    return from != to;
}

} // namespace

Result<Applied> apply(const Operation &operation, const Document &before, qint64 now)
{
    Application application(before, now);
    if (const auto done = std::visit([&](const auto &one) { return application(one); }, operation); !done)
        return std::unexpected(done.error());
    return application.finish();
}

bool applyComfort(const Operation &operation, const QList<AccountId> &ids, Comfort &comfort)
{
    if (const auto *adding = std::get_if<AddAccounts>(&operation))
        return addComfort(adding->proposals, ids, comfort);
    if (const auto *editing = std::get_if<EditAccount>(&operation))
        return editComfort(*editing, comfort);
    if (const auto *moving = std::get_if<MoveAccount>(&operation))
        return moveComfort(*moving, comfort);
    if (const auto *keeping = std::get_if<KeepPushMemory>(&operation))
        return std::exchange(comfort.pushMemory, keeping->memory) != keeping->memory;
    if (std::holds_alternative<RemoveAccounts>(operation))
        return comfort.entries.removeIf([&ids](const ComfortEntry &entry) { return ids.contains(entry.id); }) > 0;
    return false;
}

bool isExactly(const Document &before, const Document &after, const QList<AccountId> &added,
               const QList<AccountId> &changed, const QList<AccountId> &removed)
{
    const std::size_t common = before.records().size() - std::size_t(removed.size());
    if (after.vault() != before.vault() || !(after.bookKey() == before.bookKey())
        || after.records().size() != common + std::size_t(added.size()))
        return false;
    const QSet<AccountId> mayDiffer(changed.begin(), changed.end()), isGone(removed.begin(), removed.end());
    std::size_t at = 0; // in `after`
    for (std::size_t i = 0; i < before.records().size(); ++i) {
        const Record &record = before.records()[i];
        if (isGone.contains(record.id()) && !record.id().isNull())
            continue;
        if (at == common || after.records()[at].id() != record.id() || after.records()[at].kind != record.kind)
            return false;
        const bool isChanged = mayDiffer.contains(record.id()) && !record.id().isNull();
        if (!isChanged && !sameBytes(before.line(i), after.line(at)))
            return false;
        ++at;
    }
    if (at != common)
        return false;
    for (; at < after.records().size(); ++at) {
        if (after.records()[at].id() != added[qsizetype(at - common)])
            return false;
    }
    return true;
}

} // namespace watchword::vault
