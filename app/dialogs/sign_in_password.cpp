// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sign_in_password.h"

#include "app/support/breakable_text.h"
#include "app/support/error_text.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/note.h"
#include "app/widgets/password_field.h"
#include "app/widgets/text_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

#include <memory>

namespace watchword::app {

SignInPassword::SignInPassword(const Theme &theme, const QString &host, QWidget *parent)
    : QWidget(parent)
    , m_field(new PasswordField(theme))
    , m_cancel(withRole(new QPushButton(tr("Cancel")), "link"))
    , m_refusal(new Note(theme, CardTone::Danger, QStringLiteral("warning")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *title = new TextLabel(theme, TypeRole::BodyStrong, tr("The password of your accounts"));
    title->setBuddy(m_field);
    column->addWidget(title);
    m_field->setAccessibleName(title->text());
    const QString why = tr("%1 wants it before you approve. It stays on this computer.").arg(host);
    m_field->setAccessibleDescription(why);
    m_cancel->setAutoDefault(false);
    m_cancel->setAccessibleDescription(tr("Back to the question"));
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_field, 1);
    line->addWidget(m_cancel, 0, Qt::AlignTop);
    column->addLayout(line);
    m_refusal->hide();
    column->addWidget(m_refusal);
    column->addWidget(new TextLabel(theme, TypeRole::Small, breakable(why), nullptr, &Tokens::text2));
    connect(m_field, &PasswordField::edited, this, [this] {
        m_field->setInvalid(false);
        Q_EMIT edited();
    });
    connect(m_field, &PasswordField::submitted, this, &SignInPassword::submitted);
    connect(m_cancel, &QPushButton::clicked, this, &SignInPassword::cancelled);
}

SecretBytes SignInPassword::text() const
{
    return m_field->text();
}

bool SignInPassword::isEmpty() const
{
    return m_field->isEmpty();
}

void SignInPassword::setChecking(bool isChecking)
{
    m_isChecking = isChecking;
    m_field->setReadOnly(isChecking);
    takeFocus(); // Approve, which had it, cannot be pressed meanwhile
    if (!isChecking || m_refusal->isHidden())
        return;
    m_refusal->hide();
    Q_EMIT sizeChanged();
}

void SignInPassword::refuse(const ErrorText &words)
{
    setChecking(false);
    m_refusal->setText(words.sentence, words.hint);
    m_refusal->show();
    m_field->setInvalid(true);
    m_field->selectAll();
    Q_EMIT sizeChanged();
}

void SignInPassword::takeFocus()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

bool SignInPassword::takeKey(const QKeyEvent &event)
{
    constexpr auto ofLetters = Qt::ShiftModifier | Qt::KeypadModifier | Qt::GroupSwitchModifier;
    const QString text = event.text();
    if (m_isChecking || m_field->hasFocus() || (event.modifiers() & ~ofLetters) || text.isEmpty()
        || !text.front().isPrint())
        return false;
    takeFocus();
    const std::unique_ptr<QKeyEvent> again(event.clone());
    QCoreApplication::sendEvent(m_field, again.get());
    return true;
}

QString SignInPassword::why() const
{
    return m_field->accessibleDescription();
}

QList<QWidget *> SignInPassword::stops() const
{
    return {m_field, m_cancel};
}

} // namespace watchword::app
