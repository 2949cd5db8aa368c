// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sign_in_question.h"

#include "app/dialogs/sign_in_password.h"
#include "app/support/breakable_text.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/fact_list.h"
#include "app/widgets/icon_label.h"
#include "app/widgets/note.h"
#include "app/widgets/number_choices.h"
#include "app/widgets/ring_widget.h"
#include "app/widgets/server_words.h"
#include "app/widgets/tablet_widget.h"
#include "app/widgets/text_label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace watchword::app {

namespace {

constexpr int tabletSide = 48, remarkIcon = 16, ringDiameter = 44, longestTyped = 12, fieldCells = 5;

bool isAll(const QStringList &options, bool (QChar::*is)() const)
{
    return std::ranges::all_of(options, [is](const QString &option) {
        return std::ranges::all_of(option, [is](QChar c) { return (c.*is)(); });
    });
}

} // namespace

SignInQuestion::SignInQuestion(const Theme &theme, const push::Request &request, const accounts::PushAccount &account)
    : m_theme(theme)
    , m_request(request)
    , m_account(account)
    , m_column(new QVBoxLayout(this))
{
    auto *const column = m_column;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(makeHead());
    column->addWidget(makeFacts());
    const QStringList words{request.challenge.title, request.challenge.question};
    if (std::ranges::any_of(words, [](const QString &text) { return !text.trimmed().isEmpty(); }))
        column->addWidget(new ServerWords(theme, words));
    if (asksForNumber())
        column->addWidget(makeNumber());
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_remark = new TextLabel(theme, TypeRole::Small, {}, this, &Tokens::text2);
    line->addWidget(new IconLabel(theme, QStringLiteral("info"), &Tokens::text2, remarkIcon));
    line->addWidget(m_remark, 1);
    column->addLayout(line);
    column->addStretch();
    setTime(request.firstSeen, request.firstSeen);
}

QBoxLayout *SignInQuestion::makeHead()
{
    const QString question = breakable(requestText(m_request, m_account, m_request.firstSeen).title);
    // With very large text the question needs the room.
    if (textScale(m_theme.font(TypeRole::Body)) >= 1.5) {
        auto *head = new QVBoxLayout;
        m_timeLeft = new TextLabel(m_theme, TypeRole::Body, {}, this, &Tokens::text2);
        head->addWidget(new TextLabel(m_theme, TypeRole::Heading, question, this));
        head->addWidget(m_timeLeft);
        return head;
    }
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    auto *tablet = new TabletWidget(m_theme, tabletSide);
    tablet->setIssuer(pushTitle(m_account));
    m_ring = new RingWidget(m_theme, ringDiameter);
    head->addWidget(tablet, 0, Qt::AlignTop);
    head->addWidget(new TextLabel(m_theme, TypeRole::Title, question, this), 1);
    head->addWidget(m_ring, 0, Qt::AlignTop);
    return head;
}

QWidget *SignInQuestion::makeFacts()
{
    m_facts = new FactList(m_theme);
    m_facts->add(tr("Account"), pushName(m_account));
    m_facts->add(tr("Server"), pushHost(m_account));
    m_arrived = m_facts->add(tr("Arrived"), {});
    return m_facts;
}

bool SignInQuestion::canBeTyped() const
{
    return isAll(m_request.challenge.options, &QChar::isLetterOrNumber)
        && std::ranges::all_of(m_request.challenge.options,
                               [](const QString &option) { return option.size() <= longestTyped; });
}

QString SignInQuestion::numberQuestion() const
{
    const QStringList &options = m_request.challenge.options;
    if (isAll(options, &QChar::isDigit))
        return tr("Which number does the browser show?");
    const bool isOneLetter = std::ranges::all_of(options, [](const QString &option) { return option.size() == 1; });
    return isOneLetter && isAll(options, &QChar::isLetter) ? tr("Which letter does the browser show?")
                                                           : tr("Which word does the browser show?");
}

QWidget *SignInQuestion::makeNumber()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *question = new TextLabel(m_theme, TypeRole::BodyStrong, numberQuestion());
    column->addWidget(question);
    m_choices = new NumberChoices(m_theme, m_request.challenge.options);
    m_choices->setAccessibleName(numberQuestion());
    connect(m_choices, &NumberChoices::chosenChanged, this, &SignInQuestion::numberChanged);
    if (canBeTyped()) {
        // Typed, where that can be: a blind guess is then right once in a hundred instead of once in three.
        m_field = new QLineEdit;
        m_field->setFont(m_theme.font(TypeRole::CodeNormal));
        m_field->setMaxLength(longestTyped);
        m_field->setAlignment(Qt::AlignCenter);
        m_field->setAccessibleName(numberQuestion());
        const auto longest = std::ranges::max(m_request.challenge.options, {}, &QString::size).size();
        m_field->setFixedWidth(
            QFontMetrics(m_field->font()).horizontalAdvance(u'0') * int(qMax<qsizetype>(fieldCells, longest + 3)) + 24);
        question->setBuddy(m_field);
        m_showChoices = withRole(new QPushButton(tr("Show choices")), "link");
        m_showChoices->setAutoDefault(false);
        auto *line = new QHBoxLayout;
        line->setSpacing(12);
        line->addWidget(m_field);
        line->addWidget(m_showChoices);
        line->addStretch();
        column->addLayout(line);
        connect(m_field, &QLineEdit::textChanged, this, &SignInQuestion::numberChanged);
        connect(m_field, &QLineEdit::returnPressed, this, &SignInQuestion::numberEntered);
        connect(m_showChoices, &QPushButton::clicked, this, &SignInQuestion::showChoices);
        m_choices->hide();
    }
    column->addWidget(m_choices);
    m_slip = new Note(m_theme, CardTone::Danger, QStringLiteral("warning"));
    m_slip->hide();
    column->addWidget(m_slip);
    m_numberHint = new TextLabel(m_theme, TypeRole::Small,
                                 m_field ? tr("A slip is pointed out once; after that a wrong one denies the sign-in.")
                                         : tr("A wrong one ends the sign-in."),
                                 nullptr, &Tokens::text2);
    column->addWidget(m_numberHint);
    return part;
}

void SignInQuestion::showChoices()
{
    m_field->hide();
    m_showChoices->hide();
    m_slip->hide();
    m_choices->show();
    m_numberHint->show();
    m_numberHint->setText(tr("A wrong one ends the sign-in."));
    m_choices->focusFirst();
    Q_EMIT numberChanged();
    Q_EMIT sizeChanged();
}

void SignInQuestion::setTime(qint64 firstSeen, qint64 now)
{
    m_request.firstSeen = firstSeen;
    const qint64 left = endOf(m_request) - now;
    if (m_timeLeft) {
        m_timeLeft->setText(timeLeftText(left));
    } else {
        m_ring->setCountdown(int(std::max<qint64>(1, (left + 999) / 1000)), int(push::PushInbox::validity / 1000));
        m_ring->setAccessibleName(timeLeftText(left));
    }
    m_facts->setFact(
        m_arrived,
        tr("%1, %2").arg(momentText(m_request.firstSeen / 1000, now / 1000), agoText(now - m_request.firstSeen)));
}

void SignInQuestion::setRemark(const QString &text)
{
    if (m_remark->text() == text)
        return;
    m_remark->setText(text);
    Q_EMIT sizeChanged();
}

void SignInQuestion::setBusy(bool isBusy)
{
    for (QWidget *const part :
         {static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_showChoices), static_cast<QWidget *>(m_choices)}) {
        if (part)
            part->setEnabled(!isBusy);
    }
}

/// Above the remark.
void SignInQuestion::setBelow(QWidget *part)
{
    if (m_below) {
        m_below->hide(); // something in it may be in the middle of being clicked
        m_below->deleteLater();
    }
    m_below = part;
    if (part) {
        m_column->insertWidget(m_column->count() - 2, part);
        part->show();
    }
    Q_EMIT sizeChanged();
}

SignInPassword *SignInQuestion::askPassword()
{
    m_password = new SignInPassword(m_theme, outsideTextInSentence(pushHost(m_account)), this);
    connect(m_password, &SignInPassword::sizeChanged, this, &SignInQuestion::sizeChanged);
    setBusy(true);
    setBelow(m_password);
    return m_password;
}

void SignInQuestion::endPassword()
{
    m_password = nullptr;
    setBusy(false);
    setBelow(nullptr);
}

void SignInQuestion::showNote(Note *note)
{
    setBelow(note);
}

QString SignInQuestion::number() const
{
    if (!m_field || m_choices->isVisibleTo(this))
        return m_choices ? m_choices->chosen() : QString();
    QString typed = m_field->text().trimmed();
    const QStringList &options = m_request.challenge.options;
    if (options.contains(typed))
        return typed;
    // Small letters for large ones, where only one can be meant.
    QStringList same;
    std::ranges::copy_if(options, std::back_inserter(same),
                         [&typed](const QString &one) { return one.compare(typed, Qt::CaseInsensitive) == 0; });
    return same.size() == 1 ? same.first() : typed;
}

void SignInQuestion::pointOut()
{
    if (!m_field)
        return;
    const ErrorText words = pushErrorText({push::Trouble::NotOffered, {}}, PushMoment::Answering, pushHost(m_account));
    m_slip->setText(words.sentence, words.hint);
    m_slip->show();
    m_numberHint->hide();
    m_field->setProperty("invalid", true);
    m_field->setAccessibleDescription(words.whole());
    m_field->update();
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
    Q_EMIT sizeChanged();
}

bool SignInQuestion::takeKey(const QKeyEvent &event)
{
    if (m_password)
        return m_password->takeKey(event);
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    if (m_choices && m_choices->isVisibleTo(this) && m_choices->isEnabled())
        return m_choices->choose(event.key());
    const QString text = event.text();
    if (!m_field || !m_field->isEnabled() || text.isEmpty() || !text.front().isLetterOrNumber())
        return false;
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->end(false);
    m_field->insert(text);
    return true;
}

QList<QWidget *> SignInQuestion::stops() const
{
    QList<QWidget *> found{m_field, m_showChoices, m_choices};
    found.removeAll(nullptr);
    return m_password ? found + m_password->stops() : found;
}

} // namespace watchword::app
