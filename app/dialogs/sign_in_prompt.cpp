// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sign_in_prompt.h"

#include "app/dialogs/fresh_keys.h"
#include "app/dialogs/sign_in_password.h"
#include "app/dialogs/sign_in_question.h"
#include "app/dialogs/sign_in_result.h"
#include "app/dialogs/steady_view.h"
#include "app/support/alert_readers.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/button_row.h"
#include "app/widgets/note.h"
#include "app/widgets/text_label.h"

#include <QCloseEvent>
#include <QCursor>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace watchword::app {

namespace {

using push::RequestState;

constexpr int promptWidth = 460, answerHeight = 44;
constexpr qint64 warnedBefore = 10'000; // milliseconds before its end
constexpr int titleBar = 40;            // about
constexpr int shaking = 8;              // pixels that a hand at rest moves the mouse

bool isDenial(const push::Request &request)
{
    return request.answer.choice == push::Choice::Deny;
}

SignInResult::Sign signOf(const push::Request &request)
{
    switch (request.state) {
    case RequestState::Approved: return {QStringLiteral("check"), &Tokens::success, &Tokens::successSoft};
    case RequestState::Denied: return {QStringLiteral("deny"), &Tokens::danger, &Tokens::dangerSoft};
    case RequestState::Sending:
    case RequestState::Expired: return {QStringLiteral("clock"), &Tokens::text2, &Tokens::sunken};
    case RequestState::Unheard:
    case RequestState::Failed:
    case RequestState::NotTaken: return {QStringLiteral("warning"), &Tokens::warning, &Tokens::warningSoft};
    case RequestState::OtherServer: return {QStringLiteral("warning"), &Tokens::danger, &Tokens::dangerSoft};
    case RequestState::Open:
    case RequestState::AnsweredElsewhere: break;
    }
    return {QStringLiteral("info"), &Tokens::text2, &Tokens::sunken};
}

} // namespace

SignInPrompt::SignInPrompt(const Theme &theme, const Clock &clock)
    : m_theme(theme)
    , m_clock(clock)
    , m_steady(new SteadyView(this))
    , m_keys(new FreshKeys(this))
    , m_scroll(new QScrollArea)
    , m_whole(new QVBoxLayout(this))
{
    setWindowTitle(tr("Sign-in request"));
    // Not one of the main window's, which it would come up and get the keyboard with.
    setWindowFlags(Qt::Window | Qt::WindowTitleHint | Qt::WindowCloseButtonHint | Qt::WindowStaysOnTopHint);
    setAttribute(Qt::WA_QuitOnClose, false);
    setMinimumWidth(measures::leastWidth);
    m_whole->setContentsMargins(0, 0, 0, 0);
    m_whole->setSpacing(0);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    // Pages come and go in here: one that went is still where the style's focus frame knows it, until it is deleted.
    m_pages = new QVBoxLayout(new QWidget);
    m_pages->setContentsMargins(0, 0, 0, 0);
    m_scroll->setWidget(m_pages->parentWidget());
    m_whole->addWidget(m_scroll, 1);
    connect(m_steady, &SteadyView::changed, this, &SignInPrompt::updateApprove);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &SignInPrompt::tick);
}

/// What hides the window at its end is no news to it.
SignInPrompt::~SignInPrompt()
{
    m_steady->disconnect(this);
}

SignInPrompt::Page SignInPrompt::wantedPage(const SignInView &view) const
{
    if (view.request.state == RequestState::Open)
        return m_isAskingReason ? Page::Reason : Page::Question;
    // While it is being sent the question stays where it is.
    return view.request.state == RequestState::Sending && m_page == Page::Question ? Page::Question : Page::Result;
}

void SignInPrompt::setView(const SignInView &view)
{
    const SignInView before = std::exchange(m_view, view);
    const bool isSame =
        before.request.account == view.request.account && before.request.nonce() == view.request.nonce();
    if (!isSame) {
        m_page = Page::None;
        m_isAskingReason = m_hasTriedToApprove = m_saidNotMe = m_wasWarnedOfTime = false;
    }
    if (view.request.state != RequestState::Open)
        m_isAskingReason = false;
    const Page page = wantedPage(view);
    const bool isBuilt = isSame && page == m_page;
    if (isBuilt && page == Page::Question) {
        if (view.request.state == RequestState::Sending)
            showBusy(before.request.state != RequestState::Sending);
    } else if (!isBuilt || before.request.state != view.request.state || before.mutedUntil != view.mutedUntil
               || before.othersWaiting != view.othersWaiting
               || before.request.isBeingSaved != view.request.isBeingSaved) {
        build(page);
    }
    if (m_others) {
        m_others->setText(view.othersWaiting == 0 ? QString() : tr("%n more waiting", nullptr, view.othersWaiting));
        m_others->setVisible(view.othersWaiting != 0);
    }
}

void SignInPrompt::present(bool isAsked)
{
    setAttribute(Qt::WA_ShowWithoutActivating, !isAsked);
    if (!isVisible()) {
        fit();
        place();
    }
    if (isAsked)
        setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    if (isAsked)
        activateWindow();
}

/// In the middle of the screen that the mouse is on. QDialog would put it into a corner when it does not know where that is.
void SignInPrompt::place()
{
    const QScreen *const under = QGuiApplication::screenAt(QCursor::pos());
    const QScreen *const there = under ? under : QGuiApplication::primaryScreen();
    if (!there)
        return;
    const QRect room = there->availableGeometry();
    move(room.center() - QPoint(width() / 2, std::min(height(), room.height() - titleBar) / 2 + titleBar / 2));
}

void SignInPrompt::build(Page page)
{
    m_page = page;
    m_question = nullptr;
    m_deny = m_approve = nullptr;
    m_others = m_countdown = nullptr;
    m_pair = nullptr;
    m_closesIn = 0;
    // What has the focus may be among what goes, and be in the middle of being clicked.
    if (m_content) {
        m_content->hide();
        m_pages->removeWidget(m_content);
        m_content->deleteLater();
        m_whole->removeWidget(m_foot);
        m_foot->hide();
        m_foot->deleteLater();
    }
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(sideMargin(), sideMargin(), sideMargin(), measures::cardPadding);
    m_foot = new QWidget(this);
    m_whole->addWidget(m_foot);
    switch (page) {
    case Page::None: break;
    case Page::Question: buildQuestion(); break;
    case Page::Reason: buildReason(); break;
    case Page::Result: buildResult(); break;
    }
    m_pages->addWidget(m_content);
    m_content->show();
    m_foot->show();
    if (m_question)
        orderStops();
    m_keys->restart();
    m_steady->setWanted(page == Page::Question);
    m_steady->restart();
    m_tick.start();
    updateApprove();
    fitSoon();
}

/// Deny comes first, then what there is to be typed or chosen, then Approve.
void SignInPrompt::orderStops()
{
    QWidget *before = m_deny;
    for (QWidget *const stop : m_question->stops()) {
        const QList<QRadioButton *> inside = stop->findChildren<QRadioButton *>();
        for (QWidget *const one :
             inside.isEmpty() ? QList<QWidget *>{stop} : QList<QWidget *>(inside.begin(), inside.end())) {
            setTabOrder(before, one);
            before = one;
        }
    }
    setTabOrder(before, m_approve);
}

/// With very large text the words need the room.
int SignInPrompt::sideMargin() const
{
    return textScale(m_theme.font(TypeRole::Body)) < 1.5 ? 24 : 12;
}

QPushButton *SignInPrompt::makeButton(const QString &text, const char *role)
{
    auto *button = withRole(new QPushButton(text), role);
    button->setAutoDefault(false);
    return button;
}

void SignInPrompt::buildQuestion()
{
    m_question = new SignInQuestion(m_theme, m_view.request, m_view.account);
    m_content->layout()->addWidget(m_question);
    m_deny = makeButton(tr("Deny (Esc)"), "deny");
    m_deny->setIcon(m_theme.icon(QStringLiteral("deny"), &Tokens::danger));
    m_deny->setAccessibleName(tr("Deny"));
    m_approve = makeButton(tr("Approve"), "approve");
    m_approve->setIcon(m_theme.icon(QStringLiteral("approve"), &Tokens::accentInk));
    auto *column = new QVBoxLayout(m_foot);
    column->setContentsMargins(sideMargin(), 4, sideMargin(), 20);
    m_others = new TextLabel(m_theme, TypeRole::Small, {}, m_foot, &Tokens::text2);
    m_others->hide();
    column->addWidget(m_others);
    m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
    m_pair->setSpacing(12);
    column->addLayout(m_pair);
    for (QPushButton *const button : {m_deny, m_approve}) {
        button->setMinimumHeight(answerHeight);
        m_pair->addWidget(button, 1);
    }
    connect(m_deny, &QPushButton::clicked, this, &SignInPrompt::deny);
    connect(m_approve, &QPushButton::clicked, this, &SignInPrompt::approve);
    connect(m_question, &SignInQuestion::numberChanged, this, &SignInPrompt::updateApprove);
    connect(m_question, &SignInQuestion::numberEntered, this, [this] {
        if (m_approve->isEnabled())
            m_approve->setFocus(Qt::TabFocusReason);
    });
    connect(m_question, &SignInQuestion::sizeChanged, this, &SignInPrompt::fitSoon);
    m_deny->setFocus(Qt::OtherFocusReason);
    m_question->setTime(m_view.request.firstSeen, now());
    announce(requestText(m_view.request, m_view.account, now()).title,
             tr("%1. %2").arg(pushTitleAndName(m_view.account), timeLeftText(endOf(m_view.request) - now())));
}

/// Why, before it is sent: a server that wants to know takes it only with the denial, which is sent once.
void SignInPrompt::buildReason()
{
    const QString title = tr("It will be denied. Was it you?");
    const QString sentence = tr("The sign-in is denied whatever you choose.");
    auto *result =
        new SignInResult(m_theme, {QStringLiteral("deny"), &Tokens::danger, &Tokens::dangerSoft}, title, sentence);
    m_content->layout()->addWidget(result);
    m_deniesIn = int(std::clamp<qint64>((endOf(m_view.request) - now()) / 1000 - 5, 1, reasonSeconds));
    m_countdown = result->addLine({});
    addReasonButtons(*result, true);
    announce(title, sentence);
    tick();
}

void SignInPrompt::addReasonButtons(SignInResult &result, bool isBefore)
{
    auto *notMe = makeButton(tr("It wasn’t me"), "deny");
    auto *cancelled = makeButton(tr("I started it and cancelled"), "plain");
    connect(notMe, &QPushButton::clicked, this, [this, isBefore] {
        m_saidNotMe = true;
        if (isBefore)
            return sendDenial(push::Reason::UnknownTrigger);
        build(Page::Result);
    });
    connect(cancelled, &QPushButton::clicked, this, [this, isBefore] {
        if (isBefore)
            return sendDenial(push::Reason::Cancelled);
        Q_EMIT startedByPerson();
        reject();
    });
    if (isBefore) {
        setFoot({cancelled, notMe});
        notMe->setFocus(Qt::OtherFocusReason);
        return;
    }
    result.addLine(tr("Was it you who signed in?"));
    result.addButton(notMe);
    result.addButton(cancelled);
}

void SignInPrompt::addAdvice(SignInResult &result)
{
    result.addNote(
        CardTone::Danger, tr("Change your password now"),
        tr("Somebody may know your password for %1. Change it where you manage that account, and tell the IT "
           "desk.")
            .arg(outsideTextInSentence(pushTitle(m_view.account))));
}

void SignInPrompt::buildResult()
{
    const push::Request &request = m_view.request;
    RequestText words = requestText(request, m_view.account, now());
    const bool hasCode = request.state == RequestState::Approved && !request.outcome.code.isEmpty();
    if (hasCode)
        words = {tr("Type this code where you sign in"),
                 tr("%1 has taken your approval. The code cannot be had again: this window stays until you close it.")
                     .arg(outsideTextInSentence(pushHost(m_view.account)))};
    else if (request.state == RequestState::Denied && m_hasTriedToApprove)
        words.sentence =
            tr("What you gave was not among the choices for the second time. If you are still signing in, start "
               "the sign-in once more.");
    auto *result = new SignInResult(m_theme, signOf(request), words.title, words.sentence);
    m_content->layout()->addWidget(result);
    if (hasCode) {
        result->addCode(request.outcome.code);
        result->addWords({request.outcome.message});
    }
    addWhatIsLeft(*result);
    addResultButtons();
    announce(words.title,
             hasCode ? words.sentence + QLatin1Char(' ') + outsideText(request.outcome.code) : words.sentence);
    tick();
}

void SignInPrompt::addWhatIsLeft(SignInResult &result)
{
    const push::Request &request = m_view.request;
    const bool isReasonKnown = request.answer.reason != push::Reason::None || m_saidNotMe || m_hasTriedToApprove;
    if (isDenial(request) && request.state == RequestState::Denied && !isReasonKnown)
        addReasonButtons(result, false);
    const bool hasAnswered = request.state != RequestState::Expired && request.state != RequestState::AnsweredElsewhere
        && request.state != RequestState::OtherServer;
    if (hasAnswered && isDenial(request) && (m_saidNotMe || request.answer.reason == push::Reason::UnknownTrigger))
        addAdvice(result);
    if (hasAnswered && isDenial(request) && m_view.mutedUntil != 0)
        result.addNote(CardTone::Warning, tr("Requests are quiet for now"),
                       mutingText(m_view.account, m_view.mutedUntil, now()));
    if (m_view.othersWaiting != 0 && push::isOver(request.state))
        result.addLine(waitingText(m_view.othersWaiting));
    const bool closesItself =
        request.state == RequestState::Approved && request.outcome.code.isEmpty() && m_view.othersWaiting == 0;
    if (!closesItself)
        return;
    m_closesIn = approvedSeconds + 1; // the first tick is at once
    m_cursor = QCursor::pos();        // where Approve was clicked
    m_countdown = result.addLine({});
    auto *keep = makeButton(tr("Keep open"), "link");
    connect(keep, &QPushButton::clicked, this, &SignInPrompt::stayOpen);
    result.addButton(keep);
}

void SignInPrompt::addResultButtons()
{
    const RequestState state = m_view.request.state;
    auto *close = makeButton(tr("Close"), "plain");
    connect(close, &QPushButton::clicked, this, &SignInPrompt::reject);
    QList<QPushButton *> buttons{close};
    QPushButton *link = nullptr;
    if (state == RequestState::Unheard) {
        auto *again = makeButton(tr("Try again"), "primary");
        connect(again, &QPushButton::clicked, this, &SignInPrompt::tryAgainRequested);
        buttons << again;
    } else if (push::isOver(state)) {
        link = makeButton(tr("Show history"), "link");
        connect(link, &QPushButton::clicked, this, &SignInPrompt::historyRequested);
        if (m_view.othersWaiting != 0) {
            auto *next = makeButton(tr("Next request"), "primary");
            connect(next, &QPushButton::clicked, this, &SignInPrompt::nextRequested);
            buttons << next;
        }
    }
    setFoot(buttons, link);
    buttons.last()->setFocus(Qt::OtherFocusReason);
}

void SignInPrompt::setFoot(const QList<QPushButton *> &buttons, QPushButton *link)
{
    auto *column = new QVBoxLayout(m_foot);
    column->setContentsMargins(sideMargin(), measures::cardPadding, sideMargin(), 20);
    auto *row = new ButtonRow;
    column->addLayout(row);
    if (link)
        row->addLeading(link);
    for (QPushButton *const button : buttons)
        row->addTrailing(button);
    for (QPushButton *const button : m_content->findChildren<QPushButton *>() + m_foot->findChildren<QPushButton *>())
        button->installEventFilter(this);
}

/// Said once by a screen reader, also while another window has the keyboard.
void SignInPrompt::announce(const QString &name, const QString &description)
{
    setAccessibleName(name);
    setAccessibleDescription(description);
    alertReaders(this);
}

/// `isNew`: what it does now is said aloud; that it is saved by then, a moment later, is not.
void SignInPrompt::showBusy(bool isNew)
{
    const RequestText words = requestText(m_view.request, m_view.account, now());
    m_steady->setWanted(false);
    if (passwordPart())
        m_question->endPassword();
    m_question->setBusy(true);
    m_question->setRemark(words.title + QLatin1Char(' ') + words.sentence);
    m_deny->setEnabled(false);
    updateApprove();
    if (isNew)
        announce(words.title, words.sentence);
}

void SignInPrompt::updateApprove()
{
    if (!m_question)
        return;
    const bool isOpen = m_view.request.state == RequestState::Open;
    const QString number = m_question->number();
    m_approve->setText(number.isEmpty() ? tr("Approve") : tr("Approve with %1").arg(outsideTextForMenu(number)));
    m_approve->setAccessibleName(number.isEmpty() ? tr("Approve") : tr("Approve with %1").arg(outsideText(number)));
    const SignInPassword *const password = passwordPart();
    m_approve->setEnabled(isOpen && m_steady->isSteady() && (!m_question->asksForNumber() || !number.isEmpty())
                          && (!password || (!password->isEmpty() && !password->isChecking())));
    if (isOpen)
        m_question->setRemark(password && password->isChecking() ? tr("Checking the password…")
                                  : m_steady->isKeptCovered()
                                  ? tr("Another window lies over this one, so Approve has to wait.")
                                  : requestText(m_view.request, m_view.account, now()).sentence);
}

SignInPassword *SignInPrompt::passwordPart() const
{
    return m_question ? m_question->password() : nullptr;
}

void SignInPrompt::askPassword()
{
    if (!m_question || passwordPart() || m_view.request.state != RequestState::Open)
        return;
    SignInPassword *const password = m_question->askPassword();
    connect(password, &SignInPassword::edited, this, &SignInPrompt::updateApprove);
    connect(password, &SignInPassword::cancelled, this, &SignInPrompt::endPassword);
    connect(password, &SignInPassword::submitted, this, [this] {
        if (m_approve->isEnabled())
            m_approve->setFocus(Qt::TabFocusReason);
    });
    orderStops();
    m_keys->restart();
    m_steady->restart();
    updateApprove();
    fitSoon();
    password->takeFocus(); // nothing that is typed there approves
    announce(tr("Type the password of your accounts"), password->why());
    QTimer::singleShot(0, password, [this, password] { m_scroll->ensureWidgetVisible(password); });
}

bool SignInPrompt::isCheckingPassword() const
{
    const SignInPassword *const password = passwordPart();
    return password && password->isChecking() && m_view.request.state == RequestState::Open;
}

void SignInPrompt::refusePassword(const ErrorText &words)
{
    SignInPassword *const password = passwordPart();
    if (!password)
        return;
    password->refuse(words);
    updateApprove();
    announce(words.sentence, words.hint);
}

void SignInPrompt::endPassword()
{
    m_question->endPassword();
    m_keys->restart();
    m_steady->restart();
    updateApprove();
    m_deny->setFocus(Qt::OtherFocusReason);
}

void SignInPrompt::sayLockMissing()
{
    if (!m_question)
        return;
    auto *note = new Note(m_theme, CardTone::Warning, QStringLiteral("lock"));
    const QString what = tr("Not approved: no password protects your accounts");
    const QString todo =
        tr("%1 wants Watchword to ask for a password before each approval. Use one, then approve. You can "
           "deny it at any time.")
            .arg(outsideTextInSentence(pushHost(m_view.account)));
    note->setText(what, todo);
    auto *use = makeButton(tr("Use a password…"), "plain");
    connect(use, &QPushButton::clicked, this, &SignInPrompt::usePasswordRequested);
    note->addButton(use);
    m_question->showNote(note);
    m_keys->restart();
    m_steady->restart();
    fitSoon();
    QTimer::singleShot(0, note, [this, note] { m_scroll->ensureWidgetVisible(note); });
}

void SignInPrompt::tick()
{
    if (m_question) {
        const qint64 left = endOf(m_view.request) - now();
        m_question->setTime(m_view.request.firstSeen, now());
        if (left <= warnedBefore && m_view.request.state == RequestState::Open
            && !std::exchange(m_wasWarnedOfTime, true))
            announce(accessibleName(), timeLeftText(left));
    }
    if (m_isAskingReason && m_page == Page::Reason) {
        if (m_deniesIn <= 0)
            return sendDenial(push::Reason::None);
        m_countdown->setText(tr("Without a choice it is denied in %n second(s).", nullptr, m_deniesIn--));
    }
    if (m_closesIn != 0) {
        const QPoint moved = QCursor::pos() - m_cursor;
        if (underMouse() && moved.manhattanLength() > shaking)
            return stayOpen();
        if (--m_closesIn == 0)
            return reject();
        m_countdown->setText(tr("This window closes in %n second(s).", nullptr, m_closesIn));
    }
}

void SignInPrompt::stayOpen()
{
    m_closesIn = 0;
    if (m_countdown)
        m_countdown->setText(tr("This window stays open."));
}

void SignInPrompt::pointOut()
{
    if (m_question)
        m_question->pointOut();
}

void SignInPrompt::deny()
{
    if (m_view.request.state != RequestState::Open)
        return;
    m_hasTriedToApprove = false;
    if (!m_view.request.challenge.offersReasons)
        return sendDenial(push::Reason::None);
    m_isAskingReason = true;
    build(Page::Reason);
    Q_EMIT denialBegun();
}

void SignInPrompt::sendDenial(push::Reason reason)
{
    m_isAskingReason = false;
    Q_EMIT denied(reason);
}

void SignInPrompt::approve()
{
    // Also at this very moment nothing lies over it.
    if (m_view.request.state != RequestState::Open || !m_steady->isSteadyNow())
        return;
    if (SignInPassword *const password = passwordPart()) {
        password->setChecking(true);
        updateApprove();
        Q_EMIT passwordGiven(password->text(), m_question->number());
        return;
    }
    m_hasTriedToApprove = true;
    Q_EMIT approved(m_question->number());
}

/// The window's own button for closing: a request stays as it is, except that what was denied is.
void SignInPrompt::reject()
{
    if (m_isAskingReason)
        sendDenial(push::Reason::None);
    m_tick.stop();
    hide();
    Q_EMIT closed();
}

void SignInPrompt::closeEvent(QCloseEvent *event)
{
    event->accept();
    reject();
}

void SignInPrompt::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (m_page == Page::Question && m_view.request.state == RequestState::Open)
            deny();
        else if (m_page == Page::Reason)
            sendDenial(push::Reason::None);
        else
            reject();
        return;
    }
    if (m_question && m_view.request.state == RequestState::Open && m_question->takeKey(*event))
        return;
    // Not QDialog's: no button is pressed by a key that is meant for another place.
    event->ignore();
}

bool SignInPrompt::eventFilter(QObject *watched, QEvent *event)
{
    // Somebody is at it: it does not go away under their hands.
    // QDialog tells of a focus that there is not, too.
    if (event->type() == QEvent::FocusIn && m_closesIn != 0 && static_cast<QWidget *>(watched)->hasFocus()) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            stayOpen();
    }
    return QDialog::eventFilter(watched, event);
}

void SignInPrompt::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrangeAnswers(width());
    showScrollBar(height());
}

/// Only where it is needed: it takes room, in which long words then wrap, which needs more.
void SignInPrompt::showScrollBar(int high)
{
    if (m_content)
        m_scroll->setVerticalScrollBarPolicy(high < heightFor(width()) ? Qt::ScrollBarAsNeeded
                                                                       : Qt::ScrollBarAlwaysOff);
}

/// That shows everything.
int SignInPrompt::heightFor(int wide) const
{
    const int inside = m_content->layout()->hasHeightForWidth() ? m_content->layout()->totalHeightForWidth(wide)
                                                                : m_content->sizeHint().height();
    const int foot = m_foot->layout()->hasHeightForWidth() ? m_foot->layout()->totalHeightForWidth(wide)
                                                           : m_foot->sizeHint().height();
    return inside + foot;
}

/// Deny and Approve beside one another where both have room, else below.
void SignInPrompt::arrangeAnswers(int wide)
{
    if (!m_pair)
        return;
    const int wanted = 2 * std::max(m_deny->sizeHint().width(), m_approve->sizeHint().width()) + m_pair->spacing();
    const QMargins margins = m_foot->layout()->contentsMargins();
    m_pair->setDirection(wanted <= wide - margins.left() - margins.right() ? QBoxLayout::LeftToRight
                                                                           : QBoxLayout::TopToBottom);
}

/// As high as what it shows needs, within the screen.
void SignInPrompt::fit()
{
    if (!m_content)
        return;
    const QSize room = screen() ? screen()->availableSize() : QSize(1024, 768);
    const int wide = isVisible() ? width() : qMin(promptWidth, room.width() - 16);
    arrangeAnswers(wide);
    m_content->layout()->activate();
    m_foot->layout()->activate();
    const QSize wanted(wide, qMin(heightFor(wide), room.height() - 48));
    resize(wanted);
    showScrollBar(wanted.height());
}

/// Now, and when the layouts inside have heard of what came or went.
void SignInPrompt::fitSoon()
{
    fit();
    QTimer::singleShot(0, this, &SignInPrompt::fit);
}

} // namespace watchword::app
