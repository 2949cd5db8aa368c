// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/unlock_page.h"

#include "app/support/alert_readers.h"
#include "app/support/error_text.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/password_field.h"
#include "app/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int symbolSide = 88;
constexpr int widestField = 360;
constexpr int buttonHeight = 44;
constexpr int sideMargin = 28; // and the window's own

TextLabel *centred(const Theme &theme, TypeRole role, const QString &text, TokenMember colour)
{
    auto *label = new TextLabel(theme, role, text, nullptr, colour);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

} // namespace

UnlockPage::UnlockPage(const Theme &theme, QWidget *parent)
    : ScrollingPage(parent)
    , m_symbol(new QLabel)
    , m_middle(new QWidget)
    , m_field(new PasswordField(theme))
    , m_unchecked(
          centred(theme, TypeRole::Body, tr("Sign-ins are not checked while Watchword is locked."), &Tokens::text2))
    , m_trouble(new TextLabel(theme, TypeRole::Small, {}, nullptr, &Tokens::danger))
    , m_unlock(withRole(new QPushButton(tr("Unlock")), "primary"))
{
    m_symbol->setAlignment(Qt::AlignHCenter);
    m_unlock->setMinimumHeight(buttonHeight);
    m_trouble->setContentsMargins(0, 6, 0, 0);
    m_trouble->hide();
    auto *caption = new TextLabel(theme, TypeRole::SmallStrong, tr("Password"));
    caption->setBuddy(m_field);
    m_field->setAccessibleName(tr("Password"));
    auto *forgot = withRole(new QPushButton(tr("Forgot the password?")), "link");

    auto *form = new QVBoxLayout(m_middle);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(0);
    form->addWidget(caption);
    form->addSpacing(6);
    form->addWidget(m_field);
    form->addWidget(m_trouble);
    form->addSpacing(measures::sectionGap);
    form->addWidget(m_unlock);
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_middle, 1000);
    line->addStretch(1);

    column()->setSpacing(measures::cardGap);
    column()->addStretch(2);
    column()->addWidget(m_symbol);
    column()->addSpacing(12);
    column()->addWidget(centred(theme, TypeRole::Title, tr("Watchword is locked"), &Tokens::text));
    column()->addWidget(
        centred(theme, TypeRole::Body, tr("Your accounts are in a sealed file on this computer."), &Tokens::text2));
    column()->addWidget(m_unchecked);
    m_unchecked->hide();
    column()->addSpacing(measures::sectionGap);
    column()->addLayout(line);
    column()->addStretch(3);
    column()->addWidget(forgot, 0, Qt::AlignHCenter);

    connect(m_field, &PasswordField::submitted, this, &UnlockPage::submit);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::submit);
    connect(m_field, &PasswordField::edited, this, [this] { sayTrouble({}); });
    connect(forgot, &QPushButton::clicked, this, &UnlockPage::forgotten);
    const auto draw = [this] {
        m_symbol->setPixmap(applicationIcon().pixmap(QSize(symbolSide, symbolSide), devicePixelRatioF()));
    };
    connect(&theme, &Theme::changed, this, draw);
    draw();
}

void UnlockPage::submit()
{
    if (m_isBusy)
        return;
    if (m_field->isEmpty()) {
        sayTrouble(tr("Type the password first."));
        focusFirst();
        return;
    }
    sayTrouble({});
    setBusy(true);
    Q_EMIT unlockRequested(m_field->text());
}

void UnlockPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_unlock->setText(isBusy ? tr("Opening…") : tr("Unlock"));
    m_field->setReadOnly(isBusy);
}

void UnlockPage::say(const std::optional<Error> &reason)
{
    if (m_said == reason)
        return;
    m_said = reason;
    // What is wrong with a try is its answer.
    if (reason && reason->code == ErrorCode::PasswordChanged)
        sayTrouble(tr("The password was changed in another window; give the new one."));
}

void UnlockPage::answer(const Result<void> &answer)
{
    setBusy(false);
    if (answer) {
        m_said.reset();
        m_field->clear();
        return;
    }
    switch (answer.error().code) {
    case ErrorCode::NotUnlocked: return; // it was locked again meanwhile
    case ErrorCode::WrongPassword: sayTrouble(tr("That isn’t the password.")); break;
    default: sayTrouble(errorText(answer.error()).whole());
    }
    m_field->setInvalid(true);
    m_field->selectAll();
    if (isVisible())
        focusFirst();
}

void UnlockPage::sayTrouble(const QString &words)
{
    m_trouble->setText(words);
    m_trouble->setAccessibleName(words);
    m_trouble->setVisible(!words.isEmpty());
    m_field->setAccessibleDescription(words);
    if (m_trouble->isVisible()) {
        alertReaders(m_trouble);
        ensureWidgetVisible(m_trouble);
    }
}

void UnlockPage::clear()
{
    m_field->clear();
    sayTrouble({});
}

void UnlockPage::setExpectsSignIns(bool expects)
{
    m_unchecked->setVisible(expects);
}

void UnlockPage::focusFirst()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::resizeEvent(QResizeEvent *event)
{
    ScrollingPage::resizeEvent(event);
    m_middle->setMaximumWidth(qRound(widestField * textScale(font())));
    const int side = viewport()->width() < measures::firstWidth - 2 * measures::windowMargin ? 8 : sideMargin;
    column()->setContentsMargins(side, 16, side, 16);
}

void UnlockPage::showEvent(QShowEvent *event)
{
    ScrollingPage::showEvent(event);
    focusFirst();
}

void UnlockPage::hideEvent(QHideEvent *event)
{
    // Also when the whole window goes: nothing half typed waits there.
    m_field->clear();
    ScrollingPage::hideEvent(event);
}

} // namespace watchword::app
