// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/answer_requests.h"

#include "app/dialogs/notice_dialog.h"
#include "app/dialogs/sign_in_history.h"
#include "app/dialogs/sign_in_prompt.h"
#include "app/support/error_text.h"
#include "app/support/first_paint.h"
#include "app/support/logged_steps.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "app/support/theme/theme.h"

#include <algorithm>

namespace watchword::app {

namespace {

using accounts::AccountId;
using accounts::PushAccount;
using push::Request;
using push::RequestState;

bool waits(const Request &request)
{
    return push::waitsForPerson(request.state);
}

} // namespace

AnswerRequests::AnswerRequests(Context context, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
{
    connect(&m_context.service, &push::PushService::requestCame, this, &AnswerRequests::popUp);
    connect(&m_context.service, &push::PushService::requestsChanged, this, &AnswerRequests::follow);
}

AnswerRequests::~AnswerRequests()
{
    delete m_prompt;
}

std::optional<PushAccount> AnswerRequests::accountOf(AccountId id) const
{
    const QList<PushAccount> all = m_context.accounts();
    const auto found = std::ranges::find(all, id, &PushAccount::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool AnswerRequests::isShown(const Request &request) const
{
    return m_prompt && m_prompt->isVisible() && m_prompt->request().account == request.account
        && m_prompt->request().nonce() == request.nonce();
}

int AnswerRequests::waiting() const
{
    return int(std::ranges::count_if(m_context.service.requests(), waits));
}

/// The one that ends first, of those that are not being looked at; else one that can only be looked at.
const Request *AnswerRequests::next() const
{
    const QList<Request> &all = m_context.service.requests();
    const Request *first = nullptr;
    for (const Request &one : all) {
        const bool isEarlier = !first || endOf(one) < endOf(*first);
        if (waits(one) && !isShown(one) && isEarlier)
            first = &one;
    }
    if (first)
        return first;
    const auto refused = std::ranges::find(all, RequestState::OtherServer, &Request::state);
    return refused == all.end() ? nullptr : &*refused;
}

QString AnswerRequests::sentence() const
{
    if (const int locked = m_context.service.waitingUnderLock(); locked > 0)
        return tr("%n request(s) waiting. Unlock Watchword to look.", nullptr, locked);
    const int number = waiting();
    if (number > 1)
        return waitingText(number);
    const QList<Request> &all = m_context.service.requests();
    const auto one = number == 1 ? std::ranges::find_if(all, waits)
                                 : std::ranges::find(all, RequestState::OtherServer, &Request::state);
    const std::optional<PushAccount> account = one == all.end() ? std::nullopt : accountOf(one->account);
    if (!account)
        return {};
    const QString title = outsideTextInSentence(pushTitle(*account)), name = outsideTextInSentence(pushName(*account));
    const QString host = outsideTextInSentence(pushHost(*account));
    if (number == 0)
        return tr("A request of %1 was refused: its answer was to go to another server.").arg(title);
    if (one->state == RequestState::Unheard)
        return tr("%1 may not have heard your answer.").arg(host);
    return tr("Sign-in to %1 as %2, asked by %3").arg(title, name, host);
}

void AnswerRequests::follow()
{
    setView();
    followMuting();
    showHistoryLines();
    Q_EMIT waitingChanged(sentence(), waiting());
}

/// Once, when it begins, and only where the prompt does not say it.
void AnswerRequests::followMuting()
{
    for (const PushAccount &account : m_context.accounts()) {
        const qint64 until = m_context.service.mutedUntil(account.id);
        if (until == 0 || m_muted.value(account.id) == until)
            continue;
        m_muted.insert(account.id, until);
        const bool isSaid = m_prompt && m_prompt->isVisible() && m_prompt->request().account == account.id;
        if (!isSaid)
            Q_EMIT said(mutingText(account, until, m_context.clock.millisecondsSinceEpoch()));
    }
}

void AnswerRequests::setView()
{
    if (!m_prompt || !m_prompt->isVisible())
        return;
    const Request *const request = m_context.service.request(m_prompt->request().account, m_prompt->request().nonce());
    const std::optional<PushAccount> account = request ? accountOf(request->account) : std::nullopt;
    if (!account)
        return close(); // the vault was closed, or the account removed
    m_prompt->setView(viewOf(*request, *account));
}

SignInView AnswerRequests::viewOf(const Request &request, const PushAccount &account) const
{
    const int others = waiting() - (waits(request) ? 1 : 0);
    return {request, account, m_context.service.mutedUntil(account.id), others};
}

SignInPrompt &AnswerRequests::prompt()
{
    if (!m_prompt) {
        m_prompt = new SignInPrompt(m_context.theme, m_context.clock);
        connectPrompt();
    }
    return *m_prompt;
}

void AnswerRequests::connectPrompt()
{
    connect(m_prompt, &SignInPrompt::approved, this, &AnswerRequests::approve);
    connect(m_prompt, &SignInPrompt::passwordGiven, this, &AnswerRequests::checkPassword);
    connect(m_prompt, &SignInPrompt::usePasswordRequested, this, &AnswerRequests::usePasswordRequested);
    connect(m_prompt, &SignInPrompt::denialBegun, this, [this] {
        const Request &request = m_prompt->request();
        m_context.service.holdDenial(request.account, QString(request.nonce()));
    });
    connect(m_prompt, &SignInPrompt::startedByPerson, this, [this] {
        const Request &request = m_prompt->request();
        m_context.service.setStartedByPerson(request.account, QString(request.nonce()));
    });
    connect(m_prompt, &SignInPrompt::denied, this, [this](push::Reason reason) {
        const Request &request = m_prompt->request();
        // It may have ended meanwhile: then that is shown.
        if (!m_context.service.answer(request.account, QString(request.nonce()), {push::Choice::Deny, {}, reason}))
            setView();
    });
    connect(m_prompt, &SignInPrompt::tryAgainRequested, this, [this] {
        const Request &request = m_prompt->request();
        if (!m_context.service.tryAgain(request.account, QString(request.nonce())))
            setView();
    });
    connect(m_prompt, &SignInPrompt::nextRequested, this, &AnswerRequests::reviewNext);
    connect(m_prompt, &SignInPrompt::historyRequested, this, &AnswerRequests::showHistory);
    connect(m_prompt, &SignInPrompt::closed, this, &AnswerRequests::close);
}

void AnswerRequests::show(const Request &request, bool isAsked)
{
    const std::optional<PushAccount> account = accountOf(request.account);
    if (!account)
        return;
    const bool isVisible = m_prompt && m_prompt->isVisible();
    // What was shown before has been seen.
    const std::optional<Request> seen =
        isVisible && !isShown(request) ? std::optional(m_prompt->request()) : std::nullopt;
    prompt().setView(viewOf(request, *account));
    if (!isVisible)
        logFirstPaint(*m_prompt, signInSteps(), "the prompt is shown");
    m_prompt->present(isAsked);
    if (seen && push::isOver(seen->state))
        m_context.service.dismiss(seen->account, seen->nonce());
}

void AnswerRequests::popUp(AccountId account, const QString &nonce)
{
    const Request *const request = m_context.service.request(account, nonce);
    if (!request)
        return;
    if (!m_prompt || !m_prompt->isVisible())
        return show(*request, false);
    // By itself it does not take the place of another one; that one says how many more there are.
    if (push::isOver(m_prompt->request().state))
        m_prompt->present(false);
}

void AnswerRequests::review(AccountId account, const QString &nonce)
{
    if (const Request *const request = m_context.service.request(account, nonce))
        show(*request, true);
}

void AnswerRequests::reviewNext()
{
    if (const Request *const request = next())
        show(*request, true);
    else if (m_prompt && m_prompt->isVisible())
        m_prompt->present(true);
}

void AnswerRequests::approve(const QString &number)
{
    if (!isPasswordNeeded(number))
        sendApproval(number);
    else if (m_context.lock.isThere())
        m_prompt->askPassword();
    else
        m_prompt->sayLockMissing();
}

/// What cannot become an approval, as its number was not offered, needs none.
bool AnswerRequests::isPasswordNeeded(const QString &number) const
{
    const Request &request = m_prompt->request();
    const std::optional<PushAccount> account = accountOf(request.account);
    const QStringList &options = request.challenge.options;
    if ((account && account->lock == accounts::PushLock::None) || (!options.isEmpty() && !options.contains(number)))
        return false;
    const std::optional<std::chrono::milliseconds> since = m_context.lock.sinceGiven();
    return !m_context.lock.isThere() || !since || *since > ApprovalLock::freshFor;
}

void AnswerRequests::checkPassword(const SecretBytes &password, const QString &number)
{
    const auto take = [this, number, nonce = QString(m_prompt->request().nonce())](const Result<void> &checked) {
        // It may have ended, or been taken back, meanwhile.
        if (!m_prompt || !m_prompt->isCheckingPassword() || m_prompt->request().nonce() != nonce)
            return;
        if (checked)
            sendApproval(number);
        else
            m_prompt->refusePassword(errorText(checked.error()));
    };
    m_context.lock.check(password.clone(), m_prompt, take);
}

void AnswerRequests::sendApproval(const QString &number)
{
    qCDebug(signInSteps) << "approved";
    const Request &request = m_prompt->request();
    const auto given = m_context.service.answer(request.account, QString(request.nonce()),
                                                {push::Choice::Approve, number, push::Reason::None});
    if (!given && given.error().trouble == push::Trouble::NotOffered && m_prompt)
        m_prompt->pointOut();
    else if (!given)
        setView(); // it has ended meanwhile
}

/// The window has gone, with what it showed when that had come to its end.
void AnswerRequests::close()
{
    if (!m_prompt)
        return;
    const Request shown = m_prompt->request();
    m_prompt->hide();
    m_prompt->deleteLater();
    m_prompt.clear();
    if (push::isOver(shown.state))
        m_context.service.dismiss(shown.account, shown.nonce());
}

void AnswerRequests::showHistory()
{
    if (!m_history) {
        m_history = new SignInHistory(m_context.theme, m_context.window.isVisible() ? &m_context.window : nullptr);
        connect(m_history, &SignInHistory::clearRequested, this, &AnswerRequests::askToClear);
    }
    showHistoryLines();
    m_history->open();
}

void AnswerRequests::showHistoryLines()
{
    if (!m_history)
        return;
    const QList<PushAccount> accounts = m_context.accounts();
    const qint64 now = m_context.clock.unixSeconds();
    QList<SignInHistory::Line> lines;
    for (const push::HistoryEntry &entry : m_context.service.history()) {
        const auto account = std::ranges::find(accounts, entry.account, &PushAccount::id);
        lines.prepend({momentText(entry.time, now),
                       account == accounts.end() ? tr("An account that was removed") : pushTitleAndName(*account),
                       endingText(entry.ending)});
    }
    m_history->setLines(lines, m_context.service.refusedChallenges());
}

void AnswerRequests::askToClear()
{
    auto *notice =
        new NoticeDialog(m_context.theme,
                         {tr("Sign-in history"), tr("Clear the history?"),
                          tr("The list of past sign-in requests is removed. Your accounts stay."), tr("Cancel")},
                         m_history);
    notice->addAction(tr("Clear"), QStringLiteral("trash"), [this] {
        m_context.service.clearHistory();
        showHistoryLines();
    });
    notice->present();
}

} // namespace watchword::app
