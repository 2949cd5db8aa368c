// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/protection_dialog.h"

#include "app/support/alert_readers.h"
#include "app/support/password_words.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/note.h"
#include "app/widgets/password_field.h"
#include "app/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace watchword::app {

namespace {

constexpr int protectionWidth = 500;

QString titleFor(ProtectionDialog::Aim aim)
{
    switch (aim) {
    case ProtectionDialog::Aim::FirstPassword:
    case ProtectionDialog::Aim::MoveOut: return ProtectionDialog::tr("Use a password");
    case ProtectionDialog::Aim::NewPassword: return ProtectionDialog::tr("Change the password");
    case ProtectionDialog::Aim::UseKeychain: return ProtectionDialog::tr("Use the keychain instead");
    }
    return {};
}

bool startsWith(ByteView whole, ByteView start)
{
    return start.size() <= whole.size() && std::ranges::equal(start, whole.first(start.size()));
}

} // namespace

ProtectionDialog::ProtectionDialog(const Theme &theme, Aim aim, const QString &aside, QWidget *parent)
    : PageDialog(theme, tr("Protection"), parent)
    , m_aim(aim)
    , m_trouble(new TextLabel(theme, TypeRole::Body, {}, this, &Tokens::danger))
    , m_leave(makeButton(tr("Cancel"), "plain"))
    , m_do(makeButton({}, "primary"))
{
    setAccessibleName(addTitle(titleFor(aim))->text());
    addExplanation(aside);
    if (needsPresent())
        m_present = addEntry(m_aim == Aim::NewPassword ? tr("Current password") : tr("Your password"));
    if (needsNew()) {
        m_new = addEntry(m_aim == Aim::NewPassword ? tr("New password") : tr("Password"));
        m_again = addEntry(m_aim == Aim::NewPassword ? tr("New password once more") : tr("Password once more"));
        connect(m_new.field, &PasswordField::edited, this, [this] {
            judgeNew();
            compare();
        });
        connect(m_again.field, &PasswordField::edited, this, &ProtectionDialog::compare);
        judgeNew();
    }
    m_trouble->hide();
    column()->addWidget(m_trouble);
    column()->addStretch();
    addButtons();
    (needsPresent() ? m_present : m_new).field->setFocus(Qt::OtherFocusReason);
    fit(protectionWidth);
}

void ProtectionDialog::addExplanation(const QString &aside)
{
    QString lead;
    QString title;
    QString note;
    switch (m_aim) {
    case Aim::MoveOut:
    case Aim::FirstPassword:
        lead = tr(
            "Your accounts then lie in a sealed file on this computer that only this password opens. Watchword asks for "
            "it at each start and after each lock.");
        title = tr("Nobody can get you in without it");
        note = tr("If you forget it, only a backup helps, or setting the accounts up anew at their sites.");
        break;
    case Aim::NewPassword:
        title = tr("Copies keep the old one");
        note = tr("Copies of your accounts in backups and snapshots still open with the old password.");
        break;
    case Aim::UseKeychain:
        lead = tr("Your accounts then lie in your desktop’s keychain, and Watchword asks for no password.");
        title = tr("The lock of your session is then the lock");
        note =
            tr("Whoever sits at your unlocked session, and every program that runs as you, can get at your accounts. "
               "Watchword then has no lock of its own.");
        break;
    }
    if (!lead.isEmpty())
        column()->addWidget(new TextLabel(theme(), TypeRole::Body, lead, this, &Tokens::text2));
    auto *box = new Note(theme(), CardTone::Warning, QStringLiteral("warning"), this);
    box->setText(title, note);
    column()->addWidget(box);
    if (!aside.isEmpty()) {
        auto *beside = new Note(theme(), CardTone::Quiet, QStringLiteral("info"), this);
        beside->setText({}, aside);
        column()->addWidget(beside);
    }
    setAccessibleDescription(lead);
}

ProtectionDialog::Entry ProtectionDialog::addEntry(const QString &caption)
{
    auto *group = new QVBoxLayout;
    group->setSpacing(4);
    Entry entry{new PasswordField(theme(), this), new TextLabel(theme(), TypeRole::Small, {}, this, &Tokens::text2)};
    auto *label = new TextLabel(theme(), TypeRole::SmallStrong, caption, this);
    label->setBuddy(entry.field);
    entry.field->setAccessibleName(caption);
    group->addWidget(label);
    group->addWidget(entry.field);
    group->addWidget(entry.words);
    entry.words->hide();
    column()->addLayout(group);
    connect(entry.field, &PasswordField::submitted, this, &ProtectionDialog::goOn);
    return entry;
}

void ProtectionDialog::addButtons()
{
    m_do->setText(actionWords());
    m_do->setDefault(true);
    buttons()->addTrailing(m_leave);
    buttons()->addTrailing(m_do);
    connect(m_leave, &QPushButton::clicked, this, &ProtectionDialog::reject);
    connect(m_do, &QPushButton::clicked, this, &ProtectionDialog::submit);
}

QString ProtectionDialog::actionWords() const
{
    switch (m_aim) {
    case Aim::FirstPassword:
    case Aim::MoveOut: return m_isBusy ? tr("Sealing…") : tr("Use this password");
    case Aim::NewPassword: return m_isBusy ? tr("Sealing…") : tr("Change the password");
    case Aim::UseKeychain: return m_isBusy ? tr("Moving…") : tr("Use the keychain");
    }
    return {};
}

void ProtectionDialog::judgeNew()
{
    const SecretBytes typed = m_new.field->text();
    const bool isGuessable = passwordWorth(typed.view()) == PasswordWorth::Guessable;
    say(m_new, passwordWords(typed.view()), isGuessable ? &Tokens::warning : &Tokens::text2);
}

/// Nothing is said while the second is on its way to be the first.
void ProtectionDialog::compare()
{
    const SecretBytes first = m_new.field->text();
    const SecretBytes second = m_again.field->text();
    if (second.isEmpty() || (startsWith(first.view(), second.view()) && second.size() < first.size()))
        say(m_again, {});
    else if (sameBytes(first.view(), second.view()))
        say(m_again, tr("Both are the same."), &Tokens::success);
    else
        say(m_again, tr("The two are not the same."), &Tokens::danger);
}

void ProtectionDialog::say(const Entry &entry, const QString &words, TokenMember colour)
{
    const bool wasHidden = entry.words->isHidden();
    entry.words->setColour(colour);
    entry.words->setText(words);
    entry.words->setVisible(!words.isEmpty());
    entry.field->setAccessibleDescription(words);
    if (wasHidden && !words.isEmpty() && isVisible())
        fit(width());
}

void ProtectionDialog::object(const Entry &entry, const QString &words)
{
    say(entry, words, &Tokens::danger);
    entry.field->setInvalid(true);
    entry.field->setFocus(Qt::OtherFocusReason);
    entry.field->selectAll();
    alertReaders(entry.words);
}

/// Enter leads on to what is empty still, without a word.
void ProtectionDialog::goOn()
{
    for (const Entry &entry : {m_present, m_new, m_again}) {
        if (entry.field && entry.field->isEmpty() && !entry.field->hasFocus())
            return entry.field->setFocus(Qt::OtherFocusReason);
    }
    submit();
}

void ProtectionDialog::submit()
{
    if (m_isBusy)
        return;
    if (needsPresent() && m_present.field->isEmpty())
        return object(m_present, tr("Type the password that opens your accounts now."));
    if (needsNew()) {
        const SecretBytes first = m_new.field->text();
        if (passwordWorth(first.view()) == PasswordWorth::TooShort)
            return object(m_new, passwordWords(first.view()));
        const SecretBytes second = m_again.field->text();
        if (second.isEmpty())
            return object(m_again, tr("Type it once more, so that no slip of the finger locks you out."));
        if (!sameBytes(first.view(), second.view()))
            return object(m_again, tr("The two are not the same."));
    }
    Q_EMIT wanted();
}

SecretBytes ProtectionDialog::presentPassword() const
{
    return m_present.field->text();
}

SecretBytes ProtectionDialog::newPassword() const
{
    return m_new.field->text();
}

void ProtectionDialog::setEditable(bool isEditable)
{
    for (const Entry &entry : {m_present, m_new, m_again}) {
        if (entry.field)
            entry.field->setReadOnly(!isEditable);
    }
    m_do->setText(actionWords());
    m_do->setEnabled(isEditable);
    m_leave->setEnabled(isEditable);
}

void ProtectionDialog::setBusy()
{
    m_isBusy = true;
    m_trouble->hide();
    setEditable(false);
    m_do->setAccessibleName(actionWords());
    alertReaders(m_do);
}

void ProtectionDialog::setWaiting(bool isWaiting)
{
    if (!m_isBusy || m_isWaiting == isWaiting)
        return;
    m_isWaiting = isWaiting;
    m_leave->setEnabled(isWaiting);
    m_leave->setText(isWaiting ? tr("Stop waiting") : tr("Cancel"));
    m_trouble->setColour(&Tokens::text);
    m_trouble->setText(tr("Your desktop is asking for the password of your keychain in a window of its own."));
    m_trouble->setVisible(isWaiting);
    if (isWaiting) {
        alertReaders(m_trouble);
        fit(width());
    }
}

void ProtectionDialog::setTrouble(const QString &trouble)
{
    setWaiting(false);
    m_isBusy = false;
    setEditable(true);
    m_do->setAccessibleName({});
    m_trouble->setColour(&Tokens::danger);
    m_trouble->setText(trouble);
    m_trouble->show();
    alertReaders(m_trouble);
    m_do->setFocus(Qt::OtherFocusReason);
    fit(width());
}

void ProtectionDialog::setWrongPassword(const QString &trouble)
{
    m_isBusy = false;
    setEditable(true);
    m_do->setAccessibleName({});
    object(m_present, trouble);
}

void ProtectionDialog::leave()
{
    m_isBusy = false;
    done(QDialog::Rejected);
}

void ProtectionDialog::reject()
{
    if (m_isWaiting)
        Q_EMIT stopWaitingRequested();
    else if (!m_isBusy)
        PageDialog::reject();
}

} // namespace watchword::app
