// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/trouble_page.h"

#include "app/support/alert_readers.h"
#include "app/support/breakable_text.h"
#include "app/support/error_text.h"
#include "app/support/lost_book.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/card.h"
#include "app/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

QString paragraphs(const QStringList &texts)
{
    return texts.join(QLatin1String("\n\n"));
}

} // namespace

/// Where the accounts are in a file with a password, and the keychain has no part in it. Empty for what is the same there.
TroubleText TroublePage::passwordTextFor(const vault::Vault &vault)
{
    switch (vault.state()) {
    case vault::State::Closed:
        return {tr("Opening your accounts"),
                tr("Watchword is reading the file with your accounts. This should take a moment only."),
                {}};
    case vault::State::Unavailable:
        return {tr("Your accounts can’t be read"), vault.reason() ? errorText(*vault.reason()).whole() : QString(),
                tr("Try again")};
    case vault::State::Damaged:
        return {
            tr("Your accounts can’t be read"),
            tr("The password is right, but the file with your accounts is damaged, and so is the copy of it. Nothing has been "
               "changed or removed. If there is a backup of Watchword’s folder, put “book” and “book.1” back from it and try "
               "again."),
            tr("Try again")};
    default: return {};
    }
}

TroubleText TroublePage::textFor(const vault::Vault &vault)
{
    using vault::State;
    const std::optional<Error> reason = vault.reason();
    if (vault.protection() == vault::Protection::Password) {
        if (TroubleText text = passwordTextFor(vault); !text.title.isEmpty())
            return text;
    }
    if (vault.activity() == vault::Activity::WaitingForPrompt)
        return {
            tr("Waiting for your keychain"),
            tr("Your desktop is asking for the password of your keychain in a window of its own. Take all the time you need."),
            tr("Stop waiting")};
    switch (vault.state()) {
    case State::Closed:
        return {
            tr("Opening your accounts"), tr("Watchword is reading your keychain. This should take a moment only."), {}};
    case State::Locked:
        if (vault::tellsOfLostBook(reason)) // nor are they known to be there
            return {tr("Your keychain is locked"), errorText({ErrorCode::KeychainLocked, {}}).whole(),
                    tr("Unlock and try again")};
        if (vault.canTakePassword()) {
            return {tr("Your keychain is locked"),
                    tr("Watchword keeps your accounts in your keychain, which is locked. Unlock it to begin."),
                    tr("Unlock and try again")};
        }
        return {tr("Your keychain is locked"),
                tr("Your accounts are there and safe. Watchword can’t read them until you unlock your keychain."),
                tr("Unlock and try again")};
    case State::Unavailable:
        return {tr("Your keychain can’t be reached"), reason ? textOfShutVault(*reason).whole() : QString(),
                tr("Try again")};
    case State::Gone:
        if (reason && reason->code == ErrorCode::OtherProvider) {
            return {
                tr("Another keychain is in use"),
                tr("Your accounts are in the keychain that you used before, and another one answers now. Nothing has been "
                   "changed; start the one of before, then try again. If it is lost for good, you can start again."),
                tr("Try again")};
        }
        if (vault::tellsOfLostBook(reason)) {
            const ErrorText text = textOfLostBook(*reason);
            return {tr("Your accounts are missing"),
                    paragraphs({text.sentence, text.hint,
                                tr("Nothing has been changed. If they are lost for good, you can start again.")}),
                    tr("Try again")};
        }
        return {
            tr("Your accounts are missing from the keychain"),
            tr("Watchword kept accounts in this keychain before, and now none are there. The keychain may have been reset, or "
               "another one may be in use. Nothing has been changed; open the keychain you used before and try again. If it is lost "
               "for good, you can start again."),
            tr("Try again")};
    case State::Damaged:
        return {
            tr("Your accounts can’t be read"),
            tr("What is in your keychain is damaged. Nothing has been changed or removed: the items “Watchword” can still be "
               "looked at with your desktop’s password manager."),
            tr("Try again")};
    case State::Newer:
        return {
            tr("A newer Watchword was here"),
            tr("Your accounts were saved by a newer version of Watchword. This one changes nothing; please use the newer version."),
            tr("Try again")};
    case State::Password:
    case State::TwoVaults:
    case State::Empty:
    case State::Unlocked: break;
    }
    return {};
}

TroublePage::TroublePage(const Theme &theme, QWidget *parent)
    : ScrollingPage(parent)
    , m_card(new Card(theme, CardTone::Warning))
    , m_title(new TextLabel(theme, TypeRole::Heading, {}))
    , m_what(new TextLabel(theme, TypeRole::Body, {}))
    , m_action(withRole(new QPushButton, "primary"))
    , m_instead(new TextLabel(
          theme, TypeRole::Body,
          tr("Watchword can do without the keychain: your accounts are then in a sealed file on this computer, "
             "which only a password of your own opens.")))
    , m_usePassword(new QPushButton(tr("Use a password instead")))
    , m_startAgain(new QPushButton(tr("Start again…")))
{
    column()->setContentsMargins(measures::windowMargin, 24, measures::windowMargin, 24);
    column()->addWidget(m_card);
    column()->addStretch(1);
    QVBoxLayout *inside = m_card->column();
    inside->setContentsMargins(20, 16, 20, 16);
    inside->setSpacing(8);
    inside->addWidget(m_title);
    inside->addWidget(m_what);
    inside->addSpacing(4);
    m_action->setMinimumHeight(40);
    m_untilSaid.setSingleShot(true);
    m_untilSaid.setInterval(400);
    connect(&m_untilSaid, &QTimer::timeout, this, &TroublePage::showCard);
    inside->addWidget(m_action, 0, Qt::AlignLeading);
    inside->addSpacing(4);
    inside->addWidget(m_instead);
    for (QPushButton *button : {m_usePassword, m_startAgain}) {
        button->setMinimumHeight(40);
        button->setAccessibleName(button->text());
        inside->addWidget(button, 0, Qt::AlignLeading);
    }
    connect(m_startAgain, &QPushButton::clicked, this, &TroublePage::startAgainRequested);
    connect(m_usePassword, &QPushButton::clicked, this, &TroublePage::usePasswordRequested);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_waiting)
            Q_EMIT stopWaitingRequested();
        else
            Q_EMIT openRequested();
    });
}

/// More about the trouble where it is in the file, or may be.
QStringList TroublePage::aboutFile(const vault::Vault &vault) const
{
    const vault::State state = vault.state();
    const bool isLost = vault::tellsOfLostBook(vault.reason()) && vault.activity() != vault::Activity::WaitingForPrompt;
    const bool isDamaged = state == vault::State::Damaged && vault.protection() == vault::Protection::Password;
    QStringList texts;
    if (isLost && state != vault::State::Gone)
        texts << hintOfLostBook();
    if ((isLost || isDamaged) && !m_folder.isEmpty())
        texts << folderSentence(m_folder);
    return texts;
}

void TroublePage::say(const vault::Vault &vault)
{
    const vault::State state = vault.state();
    TroubleText text = textFor(vault);
    text.what = paragraphs(QStringList(text.what) + aboutFile(vault));
    m_waiting = vault.activity() == vault::Activity::WaitingForPrompt;
    const bool offersPassword = vault.canTakePassword() && !m_waiting;
    m_instead->setVisible(offersPassword);
    m_usePassword->setVisible(offersPassword);
    m_startAgain->setVisible(state == vault::State::Gone && !m_waiting);
    m_card->setTone(state == vault::State::Closed ? CardTone::Surface : CardTone::Warning);
    const bool different = m_title->text() != text.title || m_what->text() != text.what;
    m_title->setText(text.title);
    m_what->setText(text.what);
    m_action->setAccessibleName(text.action);
    fitButtons();
    m_action->setVisible(!text.action.isEmpty());
    if (state != vault::State::Closed || m_waiting) {
        m_untilSaid.stop();
        if (different)
            showCard();
    } else if (different) {
        m_card->hide();
        m_untilSaid.start();
    }
}

/// In a narrow window with large text their words need two lines.
void TroublePage::fitButtons()
{
    const QMargins inside = m_card->column()->contentsMargins();
    const int room = viewport()->width() - 2 * measures::windowMargin - inside.left() - inside.right() - 2;
    for (QPushButton *button : {m_action, m_usePassword, m_startAgain}) {
        button->setText(button->accessibleName());
        if (button->minimumSizeHint().width() > room)
            button->setText(inTwoLines(button->accessibleName()));
    }
}

void TroublePage::resizeEvent(QResizeEvent *event)
{
    ScrollingPage::resizeEvent(event);
    fitButtons();
}

void TroublePage::showCard()
{
    m_card->show();
    if (m_card->isVisible()) {
        alertReaders(m_title);
    }
}

void TroublePage::focusFirst()
{
    m_action->setFocus(Qt::OtherFocusReason);
}

} // namespace watchword::app
