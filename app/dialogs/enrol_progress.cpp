// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/enrol_progress.h"

#include "app/support/alert_readers.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/button_row.h"
#include "app/widgets/note.h"
#include "app/widgets/text_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

using Step = push::EnrolmentRun::Step;

namespace {

constexpr int progressWidth = 500;
constexpr int stepIcon = 20;

} // namespace

EnrolProgress::EnrolProgress(const Theme &theme, const QString &host, QWidget *parent)
    : PageDialog(theme, tr("Approve sign-ins"), parent)
    , m_title(addTitle({}))
    , m_lead(new TextLabel(theme, TypeRole::Body, {}, this, &Tokens::text2))
    , m_steps(makeSteps(host))
    , m_contacts{new Note(theme, CardTone::Quiet, QStringLiteral("clock"), this),
                 new Note(theme, CardTone::Success, QStringLiteral("check"), this),
                 new Note(theme, CardTone::Warning, QStringLiteral("warning"), this)}
    , m_otherWay(new Note(theme, CardTone::Quiet, QStringLiteral("safe"), this))
    , m_leave(makeButton({}, "plain"))
    , m_check(makeButton(tr("Check now"), "tonal", QStringLiteral("turn")))
{
    column()->addWidget(m_lead);
    column()->addWidget(m_steps);
    for (Note *note : {m_contacts[0], m_contacts[1], m_contacts[2], m_otherWay}) {
        note->hide();
        column()->addWidget(note);
    }
    m_otherWay->setText(
        tr("Keep another way in"),
        tr("This account is on this computer and nowhere else. Set up another method at the service too: a code, "
           "a security key or a second device."));
    column()->addStretch();
    buttons()->addTrailing(m_check);
    buttons()->addTrailing(m_leave);
    m_check->hide();
    connect(m_leave, &QPushButton::clicked, this, &EnrolProgress::reject);
    connect(m_check, &QPushButton::clicked, this, &EnrolProgress::checkRequested);
    setStep(Step::MakingKey);
    m_leave->setFocus(Qt::OtherFocusReason);
    fit(progressWidth);
}

QWidget *EnrolProgress::makeSteps(const QString &host)
{
    auto *steps = new QWidget(this);
    auto *rows = new QVBoxLayout(steps);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    const std::array words{tr("Make a new key of 4096 bits"), tr("Save it with your accounts"),
                           tr("Give its public part to %1").arg(host), tr("Save what %1 answered").arg(host)};
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        auto *row = new QWidget(steps);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(12);
        auto *icon = new QLabel(row);
        icon->setFixedSize(stepIcon, stepIcon);
        line->addWidget(icon, 0, Qt::AlignTop);
        auto *label = new TextLabel(theme(), TypeRole::Body, words[i], row);
        label->setMinimumWidth(1);
        line->addWidget(label, 1);
        rows->addWidget(row);
        m_lines[i] = {icon, label, words[i]};
    }
    return steps;
}

void EnrolProgress::setWords(const QString &title, const QString &lead)
{
    if (m_title->text() == title && m_lead->text() == lead)
        return;
    m_title->setText(title);
    m_lead->setText(lead);
    setAccessibleName(title);
    setAccessibleDescription(lead);
    alertReaders(m_title);
    fit(width());
}

void EnrolProgress::setStep(Step step)
{
    m_step = step;
    const int current = step == Step::SavingKey ? 1
        : step == Step::AskingServer            ? 2
        : step == Step::SavingServerKey         ? 3
        : step == Step::Done                    ? 4
                                                : 0;
    for (int i = 0; i < int(m_lines.size()); ++i) {
        const Line &line = m_lines[std::size_t(i)];
        const bool isDone = i < current;
        const bool isNow = i == current;
        line.words->setColour(isNow ? &Tokens::text : &Tokens::text2);
        line.words->setFont(theme().font(isNow ? TypeRole::BodyStrong : TypeRole::Body));
        line.words->setAccessibleName(isDone      ? tr("%1: done").arg(line.what)
                                          : isNow ? tr("%1: being done").arg(line.what)
                                                  : tr("%1: to come").arg(line.what));
        const QString icon = isDone ? QStringLiteral("check") : isNow ? QStringLiteral("next") : QString();
        line.icon->setPixmap(icon.isEmpty() ? QPixmap()
                                            : theme()
                                                  .icon(icon, isDone ? &Tokens::success : &Tokens::accent)
                                                  .pixmap(QSize(stepIcon, stepIcon), devicePixelRatioF()));
    }
    showCancel();
    fit(width());
}

void EnrolProgress::setWaiting(bool isWaiting)
{
    m_isWaiting = isWaiting;
    showCancel();
}

void EnrolProgress::showCancel()
{
    if (m_face != Face::Working)
        return;
    const bool isSaving = m_step == Step::SavingKey || m_step == Step::SavingServerKey;
    const bool asks = isSaving && m_isWaiting;
    setWords(tr("Setting up…"),
             asks ? tr("Your desktop is asking for the password of your keychain in a window of its own.")
                  : tr("This takes some seconds."));
    m_leave->setText(asks ? tr("Stop waiting") : tr("Cancel"));
    m_leave->setEnabled(asks || !isSaving); // what is being saved is saved in a moment
}

void EnrolProgress::inviteTest()
{
    m_face = Face::Testing;
    m_steps->hide();
    m_leave->setText(tr("Skip the test"));
    m_leave->setEnabled(true);
    m_check->show();
    setWords(
        tr("Ask the service for a test: it will appear here"),
        tr("Go back to your browser. If the page with the QR code goes on by itself, it may send one; else sign in there once "
           "more."));
    m_leave->setFocus(Qt::OtherFocusReason);
    fit(width());
}

void EnrolProgress::setContact(Contact contact, const QString &title, const QString &text)
{
    if (m_face != Face::Testing)
        return;
    for (Note *note : m_contacts)
        note->setVisible(note == m_contacts[std::size_t(contact)]);
    m_contacts[std::size_t(contact)]->setText(title, text);
    fit(width());
}

void EnrolProgress::showTested(const QString &title, const QString &text)
{
    m_face = Face::Tested;
    m_steps->hide();
    m_check->hide();
    for (Note *note : m_contacts)
        note->hide();
    setWords(title, {});
    Note *const well = m_contacts[std::size_t(Contact::Well)];
    well->setText({}, text);
    well->show();
    m_otherWay->show();
    m_leave->setText(tr("Done"));
    m_leave->setEnabled(true);
    withRole(m_leave, "primary")->update();
    m_leave->setDefault(true);
    m_leave->setFocus(Qt::OtherFocusReason);
    fit(width());
}

void EnrolProgress::reject()
{
    if (m_face != Face::Working)
        PageDialog::reject();
    else if (m_leave->isEnabled())
        Q_EMIT stopRequested();
}

} // namespace watchword::app
