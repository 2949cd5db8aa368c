// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_private.h"

#include "core/crypto/off_thread.h"

#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>
#include <utility>

namespace watchword::vault {

namespace {

using namespace std::chrono_literals;

constexpr auto watchPause = 50ms; // another process's save touches the folder several times

} // namespace

Vault::Private::Private(Vault &vault, KeyStore &store, const Clock &clock, DataDirectory directory)
    : m_vault(vault)
    , m_store(store)
    , m_clock(clock)
    , m_directory(std::move(directory))
    , m_slots(store, SlotLayout(m_directory.keyPrefix()), nullptr)
    , m_reader(store, m_slots, m_directory, nullptr)
{
    m_reader.setPromptObserver([this](bool isOpen) { showPrompt(isOpen); });
    m_watchPause.setSingleShot(true);
    m_watchPause.setInterval(watchPause);
    connect(&m_watchPause, &QTimer::timeout, this, [this] { checkBook(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_watchPause.start(); });
}

void Vault::Private::open(Prompting prompting)
{
    if (m_isLocking) {
        if (!m_afterLocking)
            m_afterLocking = [this, prompting] { open(prompting); };
        return;
    }
    watch();
    const bool isAllowed = prompting == Prompting::Allowed || (m_wanted && m_wanted->prompting == Prompting::Allowed);
    m_wanted = ReadingRequest{isAllowed ? Prompting::Allowed : Prompting::Never, false, m_wanted && m_wanted->hasKey};
    pump();
}

void Vault::Private::stopWaiting()
{
    if (m_activity != Activity::WaitingForPrompt)
        return;
    if (m_running)
        becomeLocked();
    m_store.stopUnlocking();
}

/// What is shown at once when nobody waits for the prompt any more; its late answer still counts.
void Vault::Private::becomeLocked()
{
    m_hasStoppedWaiting = true;
    m_state = State::Locked;
    m_reason = m_reader.dismissal();
    setActivity(Activity::Idle);
    Q_EMIT m_vault.stateChanged();
}

void Vault::Private::enqueue(Operation operation, QObject *context, Handler<Saved> handler)
{
    auto done = [context = QPointer<QObject>(context), handler = std::move(handler)](SaveReport report) mutable {
        answerLater<Saved>(context, std::move(handler), std::move(report.answer));
    };
    enqueue({std::make_shared<Operation>(std::move(operation)), std::move(done)});
}

void Vault::Private::enqueue(Job job)
{
    if (m_saving && m_saving->isOutcomeUnknown())
        return job.done({failure(ErrorCode::NotConfirmed), {}});
    // What requests of sign-ins leave behind is said while all is taken away.
    if (m_isLocking && !std::holds_alternative<KeepPushMemory>(*job.operation))
        return job.done({failure(ErrorCode::NotUnlocked), {}});
    m_queue.push_back(std::move(job));
    pump();
}

/// Starts what is next. Readings first: they tell whether there is anything to save to.
void Vault::Private::pump()
{
    if (m_running || m_saving)
        return;
    if (m_wanted)
        return startReading();
    if (m_queue.empty() && m_isLocking)
        return finishLocking();
    if (m_queue.empty())
        return setActivity(Activity::Idle);
    if (!mayBegin(*m_queue.front().operation))
        return refuseAll(m_reason.value_or(Error{ErrorCode::NotUnlocked, {}}));
    startSaving();
}

void Vault::Private::startReading()
{
    m_running = std::exchange(m_wanted, {});
    m_hasStoppedWaiting = false;
    if (!m_running->isQuiet)
        setActivity(Activity::Reading);
    m_reader.read(m_running->prompting, m_document, [this](const VaultReading &vault) { takeReading(vault); });
}

void Vault::Private::takeReading(const VaultReading &vault)
{
    const ReadingRequest request = *std::exchange(m_running, {});
    const bool isUnlocked = vault.reading.state == State::Unlocked;
    m_bookFingerprint = vault.bookFingerprint;
    QMetaObject::invokeMethod(this, [this] { pump(); }, Qt::QueuedConnection);
    if (m_isLocking)
        return; // nothing is shown any more
    if (m_wanted && m_wanted->hasKey && !request.hasKey)
        return; // what is seen with the key counts, and the key stays
    if (request.isQuiet && m_state == State::TwoVaults) {
        // A choice has failed. What is there now is said; while nobody knows, it can be chosen again where it was.
        if (m_queue.empty())
            setActivity(Activity::Idle);
        if (vault.reading.state != State::Locked && vault.reading.state != State::Unavailable)
            adopt(vault, Announce::Always);
        return;
    }
    if (request.isQuiet) {
        // Else it is found out when something is saved or asked. Behind a new password nothing stays open.
        if (isUnlocked || vault.reading.state == State::Password)
            adopt(vault, Announce::Changes);
        return;
    }
    if (m_hasStoppedWaiting && vault.reading.state == State::Locked)
        return; // as was shown already
    // Whoever asked while this was running has an answer too, unless a prompt could give a better one.
    const bool couldPrompt = m_wanted && m_wanted->prompting == Prompting::Allowed
        && request.prompting == Prompting::Never && vault.reading.state == State::Locked;
    if (couldPrompt)
        return adopt(vault, Announce::Accounts);
    m_wanted.reset();
    if (isUnlocked && (request.hasKey || request.prompting == Prompting::Allowed))
        askForUpkeep(vault);
    if (m_queue.empty())
        setActivity(Activity::Idle);
    adopt(vault, Announce::Always);
    if (request.hasKey)
        answerUnlocking(vault);
}

void Vault::Private::startSaving()
{
    setActivity(Activity::Saving);
    Job job = std::move(m_queue.front());
    m_queue.pop_front();
    if (auto *const taking = std::get_if<TakeCounter>(job.operation.get())) {
        if (m_handedOut.contains(taking->id))
            taking->handedOut = m_handedOut.value(taking->id);
    }
    m_savingDone = std::move(job.done);
    m_saving = new Saving({m_store, m_slots, m_reader, m_clock, m_directory, m_patience}, job.operation, m_document,
                          m_triedGeneration, this);
    connect(m_saving, &Saving::vaultRead, this, [this](const VaultReading &vault) {
        m_bookFingerprint = vault.bookFingerprint;
        if (m_isLocking)
            return;
        // A keychain that is locked or away fails this save; what is in memory is right all the same, and the next save
        // asks again. Of a vault that was gone there is nothing in memory.
        if (m_state == State::Gone
            || (vault.reading.state != State::Locked && vault.reading.state != State::Unavailable))
            adopt(vault, Announce::Changes);
    });
    connect(m_saving, &Saving::promptChanged, this, [this](bool isOpen) { showPrompt(isOpen); });
    connect(m_saving, &Saving::reported, this, [this](const SaveReport &report) {
        if (!report.answer && report.answer.error().code == ErrorCode::VaultBusy
            && report.answer.error().detail != QSysInfo::machineHostName())
            Q_EMIT m_vault.lockFound(report.answer.error().detail);
        if (report.answer)
            forgetHandedOut(*m_saving->operation());
        else if (report.answer.error() == storedInClear() && !m_isPassword
                 && !std::holds_alternative<Upkeep>(*m_saving->operation())) // which nobody asked for
            Q_EMIT m_vault.refusedInClear();
        std::exchange(m_savingDone, {})(report);
    });
    connect(m_saving, &Saving::stalled, this, [this] { refuseAll({ErrorCode::NotConfirmed, {}}); });
    connect(m_saving, &Saving::finished, this, [this] { finishSaving(); });
    m_saving->start();
}

void Vault::Private::finishSaving()
{
    const std::optional<bool> healed = m_saving->isHealed();
    m_triedGeneration = std::max(m_triedGeneration, m_saving->triedGeneration());
    const bool isChoice = std::holds_alternative<ResolveVaults>(*m_saving->operation());
    m_saving->deleteLater();
    m_saving = nullptr;
    if (isChoice && m_state == State::TwoVaults && !m_wanted)
        m_wanted = ReadingRequest{Prompting::Never, true};
    if (healed && !m_isLocking)
        setWarning(Warning::SlotNotHealed, !*healed);
    QMetaObject::invokeMethod(this, [this] { pump(); }, Qt::QueuedConnection);
    m_watchPause.start();
}

/// A person who sets a counter back wants the codes of before again, also those that were shown unsaved.
void Vault::Private::forgetHandedOut(const Operation &operation)
{
    const auto *editing = std::get_if<EditAccount>(&operation);
    if (editing && editing->edit.counter && editing->edit.mayLowerCounter)
        m_handedOut.remove(editing->id);
}

void Vault::Private::refuseAll(const Error &error)
{
    std::deque<Job> refused;
    std::swap(refused, m_queue);
    for (Job &job : refused)
        job.done({std::unexpected(error), {}});
    if (!m_saving)
        setActivity(Activity::Idle);
}

void Vault::Private::adopt(const VaultReading &vault, Announce announce)
{
    const std::pair standingBefore{m_state, m_isPassword};
    const auto warningsBefore = m_warnings;
    m_state = vault.reading.state;
    m_reason = vault.reading.reason;
    m_isPassword = vault.isPassword;
    m_neverWas = vault.neverWas && m_state != State::Unlocked;
    m_candidates = vault.reading.candidates;
    m_offered = vault.reading.newest;
    m_isBookOfOffered = vault.reading.isBookOfOne;
    if (m_state == State::Password || !m_isPassword) {
        if (m_reader.key())
            m_reader.setKey({}); // of another password, or of none
        m_unlockedAt.reset();
    }
    m_provider = vault.reading.provider;
    m_items = vault.reading.items;
    const bool wasNotHealed = m_warnings.contains(Warning::SlotNotHealed);
    m_warnings = vault.reading.warnings;
    if (wasNotHealed && !vault.reading.slotsAgree)
        m_warnings << Warning::SlotNotHealed;
    if (!secretsAreLocked())
        m_warnings << Warning::SecretsNotLocked;

    const bool isSameList = m_state == State::Unlocked && m_document == vault.reading.document
        && m_listFingerprint == vault.bookFingerprint;
    const AccountList before = m_accounts;
    const auto pushBefore = std::pair(pushAccounts(false), pushAccounts(true));
    if (!isSameList)
        showList(vault);
    m_pushMemory = m_state == State::Unlocked ? vault.book.comfort.pushMemory : QByteArray();
    if (!m_accounts.missing.isEmpty())
        m_warnings << Warning::SecretMissing;
    const bool isDifferent =
        std::pair(m_state, m_isPassword) != standingBefore || !std::ranges::equal(m_warnings, warningsBefore);
    if (announce == Announce::Always || (announce == Announce::Changes && isDifferent))
        Q_EMIT m_vault.stateChanged();
    if (!(m_accounts == before))
        Q_EMIT m_vault.accountsChanged();
    if (std::pair(pushAccounts(false), pushAccounts(true)) != pushBefore)
        Q_EMIT m_vault.pushAccountsChanged();
}

void Vault::Private::showList(const VaultReading &vault)
{
    m_accounts = {};
    m_document.reset();
    m_listFingerprint = vault.bookFingerprint;
    if (m_state != State::Unlocked)
        return;
    m_document = vault.reading.document;
    m_accounts = vault.accounts;
}

void Vault::Private::setWarning(Warning warning, bool isOn)
{
    if (m_warnings.contains(warning) == isOn)
        return;
    if (isOn)
        m_warnings << warning;
    else
        m_warnings.removeAll(warning);
    Q_EMIT m_vault.stateChanged();
}

void Vault::Private::setActivity(Activity activity)
{
    if (std::exchange(m_activity, activity) != activity)
        Q_EMIT m_vault.activityChanged();
}

void Vault::Private::showPrompt(bool isOpen)
{
    if (isOpen && m_isLocking)
        m_store.stopUnlocking();
    if (isOpen)
        setActivity(Activity::WaitingForPrompt);
    else
        setActivity(m_saving ? Activity::Saving : Activity::Reading);
}

/// What the last save could not finish, or another union, slot or book needs: done at the start, with leave to write.
void Vault::Private::askForUpkeep(const VaultReading &vault)
{
    const bool isBookCurrent = vault.book.wasOpened && vault.book.header.seen == vault.reading.document->generation();
    const bool isWhole = vault.isPassword
        ? !vault.book.comfort.leftovers || !vault.book.wasOpened // what is older may say so wrongly
        : vault.reading.slotsAgree && !vault.reading.isUnion && isBookCurrent;
    if (isWhole && !vault.hasStaleFirst)
        return;
    m_queue.push_front({std::make_shared<Operation>(Upkeep{}), [](SaveReport) {}});
}

void Vault::Private::watch()
{
    if (m_watcher.directories().isEmpty() && QFileInfo(m_directory.path()).isReadable()) // else Qt complains
        m_watcher.addPath(m_directory.path());
}

void Vault::Private::checkBook()
{
    crypto::runOffThread(
        this, [directory = m_directory] { return Book(directory).fingerprint(); },
        [this](const QByteArray &fingerprint) {
            if (m_saving || fingerprint == m_bookFingerprint || !isOpen(m_state))
                return; // a save reads the book itself, and looks again when it is done
            if (!m_wanted)
                m_wanted = ReadingRequest{Prompting::Never, true};
            pump();
        });
}

Result<SecretBytes> Vault::Private::secretOf(accounts::AccountId id) const
{
    const auto place = m_document ? m_document->find(id) : std::nullopt;
    if (!place)
        return failure(ErrorCode::UnknownAccount);
    return secretOfLine(m_document->line(*place));
}

QList<accounts::PushAccount> Vault::Private::pushAccounts(bool inTrash) const
{
    QList<accounts::PushAccount> found;
    if (!m_document)
        return found;
    for (const Record &record : m_document->records()) {
        if (record.kind == RecordKind::Push && record.push->trashed.has_value() == inTrash)
            found << *record.push;
    }
    return found;
}

QList<accounts::AccountId> Vault::Private::knownIds() const
{
    QList<accounts::AccountId> ids;
    for (const auto *list : {&m_accounts.current, &m_accounts.trashed}) {
        for (const accounts::Account &account : *list)
            ids << account.id;
    }
    return ids;
}

const Record *Vault::Private::recordOf(accounts::AccountId id) const
{
    const auto place = m_document ? m_document->find(id) : std::nullopt;
    return place ? &m_document->records()[*place] : nullptr;
}

const accounts::Account *Vault::Private::accountOf(accounts::AccountId id) const
{
    const Record *const record = recordOf(id);
    return record ? &record->account : nullptr;
}

} // namespace watchword::vault
