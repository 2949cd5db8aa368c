// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"
#include "core/base/secret_bytes.h"
#include "core/ports/clock.h"
#include "core/push/push_inbox.h"

#include <QDialog>
#include <QTimer>

class QBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace watchword::app {

struct ErrorText;
class FreshKeys;
class SignInPassword;
class SignInQuestion;
class SignInResult;
class SteadyView;
class TextLabel;
class Theme;

/// What the prompt shows.
struct SignInView {
    push::Request request;
    accounts::PushAccount account;
    qint64 mutedUntil = 0; ///< UNIX milliseconds; 0: the account's pop-ups are not muted
    int othersWaiting = 0; ///< for a look by a click, never by themselves
};

/// The window that asks whether a sign-in is to be approved, and says what became of it. A window of its own, above the
/// others and without taking the keyboard from them. Deny is a key; Approve takes a look: see SteadyView and FreshKeys.
class SignInPrompt final : public QDialog
{
    Q_OBJECT

public:
    /// After Deny, where the server wants to know why: it is denied after this time, whatever is chosen.
    static constexpr int reasonSeconds = 10;
    static constexpr int approvedSeconds = 5;

    SignInPrompt(const Theme &theme, const Clock &clock);
    ~SignInPrompt() override;

    /// The request, or what is different of it.
    void setView(const SignInView &view);
    const push::Request &request() const { return m_view.request; }
    /// The number that was given is not one of those: said once.
    void pointOut();
    /// Before it is approved: the vault's password, in this window, by the same rules. Its field has the focus, not Deny: no key
    /// in it approves or denies but Esc, and Enter goes on to Approve at the most. Cancel leads back to the question.
    void askPassword();
    /// Whether the password is being looked at, for what this window shows.
    bool isCheckingPassword() const;
    /// It was not the right one.
    void refusePassword(const ErrorText &words);
    /// There is no password that could be asked for, so that nothing is approved.
    void sayLockMissing();
    /// `isAsked`: by a click of the person, who then gets the keyboard there.
    void present(bool isAsked);

Q_SIGNALS:
    /// `number` is empty where none is asked for.
    void approved(const QString &number);
    /// For the same approval, after askPassword().
    void passwordGiven(const watchword::SecretBytes &password, const QString &number);
    void usePasswordRequested();
    /// Denied, and being asked why: denied() follows.
    void denialBegun();
    /// After it was denied: they had started it themselves.
    void startedByPerson();
    void denied(watchword::push::Reason reason);
    void tryAgainRequested();
    void nextRequested();
    void historyRequested();
    /// The window has gone, or goes.
    void closed();

public Q_SLOTS:
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Page { None, Question, Reason, Result };

    Page wantedPage(const SignInView &view) const;
    void build(Page page);
    void buildQuestion();
    void orderStops();
    void buildReason();
    void buildResult();
    void addWhatIsLeft(SignInResult &result);
    void addResultButtons();
    SignInPassword *passwordPart() const;
    void addReasonButtons(SignInResult &result, bool isBefore);
    void addAdvice(SignInResult &result);
    int sideMargin() const;
    QPushButton *makeButton(const QString &text, const char *role);
    void setFoot(const QList<QPushButton *> &buttons, QPushButton *link = nullptr);
    void announce(const QString &name, const QString &description);
    void showBusy(bool isNew);
    void updateApprove();
    void tick();
    void deny();
    void sendDenial(push::Reason reason);
    void approve();
    void endPassword();
    void stayOpen();
    void place();
    void arrangeAnswers(int wide);
    void fit();
    int heightFor(int wide) const;
    void showScrollBar(int high);
    void fitSoon();
    qint64 now() const { return m_clock.millisecondsSinceEpoch(); }

    const Theme &m_theme;
    const Clock &m_clock;
    SignInView m_view;
    Page m_page = Page::None;
    bool m_isAskingReason = false;
    bool m_hasTriedToApprove = false; ///< what is then denied was a slip
    bool m_saidNotMe = false;
    bool m_wasWarnedOfTime = false;
    int m_closesIn = 0; ///< seconds; 0: it does not close by itself
    QPoint m_cursor;    ///< where the mouse was then
    int m_deniesIn = 0; ///< seconds
    SteadyView *m_steady;
    FreshKeys *m_keys;
    QTimer m_tick;
    QScrollArea *m_scroll;
    QWidget *m_content = nullptr;
    QWidget *m_foot = nullptr;
    QVBoxLayout *m_pages;
    QVBoxLayout *m_whole;
    QBoxLayout *m_pair = nullptr; ///< Deny and Approve, beside or below one another
    SignInQuestion *m_question = nullptr;
    QPushButton *m_deny = nullptr;
    QPushButton *m_approve = nullptr;
    TextLabel *m_others = nullptr;
    TextLabel *m_countdown = nullptr;
};

} // namespace watchword::app
