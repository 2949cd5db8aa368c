// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault.h"

#include "core/accounts/likeness.h"
#include "core/crypto/off_thread.h"
#include "core/ports/elapsed_time.h"
#include "core/vault/odd_record.h"
#include "core/vault/push_record.h"
#include "core/vault/vault_private.h"

#include <algorithm>

namespace watchword::vault {

Vault::Vault(KeyStore &store, const Clock &clock, DataDirectory directory, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, store, clock, std::move(directory)))
{
}

Vault::~Vault() = default;

void Vault::setPatience(const Patience &patience)
{
    d->m_patience = patience;
}

void Vault::open(Prompting prompting)
{
    d->open(prompting);
}

void Vault::stopWaiting()
{
    d->stopWaiting();
}

namespace {

Handler<Result<void>> answeringLater(QObject *context, Handler<Result<void>> handler)
{
    return [context = QPointer<QObject>(context), handler = std::move(handler)](Result<void> result) mutable {
        answerLater<Result<void>>(context, std::move(handler), std::move(result));
    };
}

} // namespace

void Vault::unlock(SecretBytes password, QObject *context, Handler<Result<void>> handler)
{
    d->unlock(std::move(password), answeringLater(context, std::move(handler)));
}

void Vault::checkPassword(SecretBytes password, QObject *context, Handler<Result<void>> handler)
{
    d->checkPassword(std::move(password), answeringLater(context, std::move(handler)));
}

std::optional<std::chrono::milliseconds> Vault::sinceUnlock() const
{
    if (!d->m_unlockedAt)
        return {};
    return std::chrono::milliseconds(elapsedMilliseconds() - *d->m_unlockedAt);
}

void Vault::setPassword(SecretBytes password, QObject *context, Handler<Result<void>> handler)
{
    d->setPassword(std::move(password), answeringLater(context, std::move(handler)));
}

bool Vault::canTakePassword() const
{
    return isOpen(d->m_state) || (d->m_neverWas && (d->m_state == State::Locked || d->m_state == State::Unavailable));
}

void Vault::useKeychain(QObject *context, Handler<Result<void>> handler)
{
    d->enqueueMove(UseKeychain{}, answeringLater(context, std::move(handler)));
}

Protection Vault::protection() const
{
    return d->m_isPassword ? Protection::Password : Protection::Keychain;
}

void Vault::lock(QObject *context, Handler<> handler)
{
    d->lock([context = QPointer<QObject>(context), handler = std::move(handler)]() mutable {
        answerLater<>(context, std::move(handler));
    });
}

void Vault::setPasswordCost(const crypto::ScryptCost &cost)
{
    d->m_passwordCost = cost;
}

std::vector<FoundVault> Vault::foundVaults() const
{
    std::vector<FoundVault> found;
    for (const DocumentPointer &document : d->m_candidates) {
        FoundVault vault;
        vault.id = document->vault();
        for (const Record &record : document->records()) {
            if (record.kind == RecordKind::Account)
                vault.accounts << record.account;
            else if (record.kind == RecordKind::Push)
                vault.pushAccounts << *record.push;
        }
        found.push_back(std::move(vault));
    }
    if (found.size() > 1) {
        found[indexOf(d->m_offered)].isOfBook = d->m_isBookOfOffered;
        if (d->m_offered == Slot::B)
            std::swap(found[0], found[1]);
    }
    return found;
}

void Vault::resolveVaults(std::optional<VaultId> use, QObject *context, Handler<Result<QString>> handler)
{
    auto done = [context = QPointer<QObject>(context), handler = std::move(handler)](const SaveReport &report) mutable {
        answerLater<Result<QString>>(context, std::move(handler),
                                     report.answer ? Result<QString>(report.kept)
                                                   : std::unexpected(report.answer.error()));
    };
    d->enqueue({std::make_shared<Operation>(ResolveVaults{use}), std::move(done)});
}

void Vault::startAgain(QObject *context, Handler<Result<void>> handler)
{
    auto answer = answeringLater(context, std::move(handler));
    if (d->m_state == State::Gone)
        d->enqueueMove(StartAgain{}, std::move(answer));
    else
        answer(failure(ErrorCode::NotUnlocked));
}

QList<OddRecord> Vault::oddRecords() const
{
    QList<OddRecord> found;
    if (!d->m_document)
        return found;
    const std::vector<Record> &records = d->m_document->records();
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].kind == RecordKind::Unknown)
            found << oddRecordOf(d->m_document->line(i), int(i) + 2); // the header's is the first
    }
    return found;
}

State Vault::state() const
{
    return d->m_state;
}

Activity Vault::activity() const
{
    return d->m_activity;
}

std::optional<Error> Vault::reason() const
{
    return d->m_reason;
}

QList<Warning> Vault::warnings() const
{
    return d->m_warnings;
}

Report Vault::report() const
{
    return {d->m_state,    d->m_provider, int(d->m_accounts.current.size()), d->m_items, d->m_reason,
            d->m_warnings, protection()};
}

QList<accounts::Account> Vault::missingAccounts() const
{
    return d->m_accounts.missing;
}

const QList<accounts::Account> &Vault::accounts() const
{
    return d->m_accounts.current;
}

QList<accounts::Account> Vault::trashedAccounts() const
{
    return d->m_accounts.trashed;
}

std::optional<accounts::Account> Vault::account(accounts::AccountId id) const
{
    for (const auto *list : {&d->m_accounts.current, &d->m_accounts.trashed}) {
        const auto place = std::ranges::find(*list, id, &accounts::Account::id);
        if (place != list->end())
            return *place;
    }
    return {};
}

Result<otp::Code> Vault::codeAt(accounts::AccountId id, qint64 unixSeconds) const
{
    const accounts::Account *const account = d->accountOf(id);
    if (!account || account->trashed)
        return failure(ErrorCode::UnknownAccount);
    return codeWith(id, account->parameters, unixSeconds);
}

Result<otp::Code> Vault::codeWith(accounts::AccountId id, const otp::Parameters &parameters, qint64 unixSeconds) const
{
    const accounts::Account *const account = d->accountOf(id);
    if (!account || account->trashed)
        return failure(ErrorCode::UnknownAccount);
    if (otp::isCounterBased(parameters))
        return failure(ErrorCode::Internal, QStringLiteral("a counter account"));
    if (const auto checked = otp::checked(parameters); !checked)
        return std::unexpected(checked.error());
    const auto secret = d->secretOf(id);
    if (!secret)
        return std::unexpected(secret.error());
    return otp::codeAt(parameters, *secret, unixSeconds);
}

QList<Duplicate> Vault::duplicatesOf(const accounts::Proposal &proposal) const
{
    QList<Duplicate> duplicates;
    const quint32 mark = markOf(proposal.secret);
    for (const auto *list : {&d->m_accounts.current, &d->m_accounts.trashed}) {
        for (const accounts::Account &account : *list) {
            const Record *const record = d->recordOf(account.id);
            if (!record)
                continue;
            auto likeness = accounts::haveSameName(proposal.account, account) ? accounts::Likeness::SameName
                                                                              : accounts::Likeness::None;
            // Decoded only where it will be the same: an import asks this for each of its accounts.
            if (record->secretMark == mark) {
                if (const auto secret = d->secretOf(account.id))
                    likeness = accounts::likenessOf(proposal.account, proposal.secret, account, *secret);
            }
            if (likeness == accounts::Likeness::SameSecret)
                duplicates << Duplicate{DuplicateKind::SameSecret, account.id};
            else if (likeness == accounts::Likeness::SameName && !account.trashed)
                duplicates << Duplicate{DuplicateKind::SameName, account.id};
        }
    }
    return duplicates;
}

QList<accounts::PushAccount> Vault::pushAccounts() const
{
    return d->pushAccounts(false);
}

QList<accounts::PushAccount> Vault::trashedPushAccounts() const
{
    return d->pushAccounts(true);
}

std::optional<accounts::PushAccount> Vault::pushAccount(accounts::AccountId id) const
{
    const auto place = d->m_document ? d->m_document->findPush(id) : std::nullopt;
    return place ? std::optional(*d->m_document->records()[*place].push) : std::nullopt;
}

Result<SecretBytes> Vault::pushPrivateKey(accounts::AccountId id) const
{
    const auto place = d->m_document ? d->m_document->findPush(id) : std::nullopt;
    if (!place)
        return failure(ErrorCode::UnknownAccount);
    return privateKeyOfPushLine(d->m_document->line(*place));
}

QByteArray Vault::pushMemory() const
{
    return d->m_pushMemory;
}

void Vault::add(std::vector<accounts::Proposal> proposals, QObject *context, Handler<Saved> handler)
{
    d->enqueue(AddAccounts{std::move(proposals), d->knownIds()}, context, std::move(handler));
}

void Vault::replace(accounts::AccountId old, accounts::Proposal proposal, QObject *context, Handler<Saved> handler)
{
    d->enqueue(ReplaceAccount{old, std::move(proposal)}, context, std::move(handler));
}

void Vault::edit(accounts::AccountId id, const Edit &edit, QObject *context, Handler<Saved> handler)
{
    d->enqueue(EditAccount{id, edit}, context, std::move(handler));
}

void Vault::move(accounts::AccountId id, Side side, accounts::AccountId neighbour, QObject *context,
                 Handler<Saved> handler)
{
    d->enqueue(MoveAccount{id, neighbour, side == Side::After}, context, std::move(handler));
}

void Vault::setTrashed(const QList<accounts::AccountId> &ids, bool trashed, QObject *context, Handler<Saved> handler)
{
    d->enqueue(TrashAccounts{ids, trashed}, context, std::move(handler));
}

void Vault::remove(const QList<accounts::AccountId> &ids, QObject *context, Handler<Saved> handler)
{
    d->enqueue(RemoveAccounts{ids}, context, std::move(handler));
}

void Vault::addPush(const accounts::PushAccount &account, SecretBytes privateKey, QObject *context,
                    Handler<Saved> handler)
{
    d->enqueue(AddPush{account, std::move(privateKey)}, context, std::move(handler));
}

void Vault::changePush(const accounts::PushAccount &account, QObject *context, Handler<Saved> handler)
{
    d->enqueue(ChangePush{account}, context, std::move(handler));
}

void Vault::keepPushMemory(const QByteArray &memory, Prompting prompting, QObject *context, Handler<Saved> handler)
{
    d->enqueue(KeepPushMemory{memory, prompting}, context, std::move(handler));
}

void Vault::takeCounterCode(accounts::AccountId id, QObject *context, Handler<Result<CounterCode>> handler)
{
    d->takeCounterCode(id, context, std::move(handler));
}

void Vault::takeOverLock(QObject *context, Handler<Result<void>> handler)
{
    const auto answer = std::make_shared<Handler<Result<void>>>(std::move(handler));
    crypto::runOffThread(
        d.get(), [directory = d->m_directory] { return removeLock(directory); },
        [context = QPointer<QObject>(context), answer](Result<void> removed) {
            answerLater<Result<void>>(context, std::move(*answer), std::move(removed));
        });
}

} // namespace watchword::vault
