// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/push_account_dialog.h"

#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/fact_list.h"
#include "app/widgets/note.h"
#include "app/widgets/text_label.h"

#include <QCryptographicHash>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int pushPageWidth = 480;

void showNote(Note *note, const QString &title, const QString &text)
{
    const bool isSaid = !title.isEmpty() || !text.isEmpty();
    if (isSaid)
        note->setText(title, text);
    note->setVisible(isSaid);
}

} // namespace

PushAccountDialog::PushAccountDialog(const Theme &theme, const accounts::PushAccount &account, QWidget *parent)
    : PageDialog(theme, tr("Approve / Deny"), parent)
    , m_account(account)
{
    addTitle(pushTitle(account));
    addStanding();
    addFacts();
    m_issuer = addField(tr("Name of the &service"), pushTitle(account));
    m_name = addField(tr("Your a&ccount there"), pushName(account));
    m_trouble = new TextLabel(theme, TypeRole::Body, {}, this, &Tokens::danger);
    m_trouble->hide();
    column()->addWidget(m_trouble);
    column()->addWidget(new TextLabel(
        theme, TypeRole::Small,
        tr("In the trash it keeps its key and can be restored. The server still lists it: delete it there too."), this,
        &Tokens::text2));
    column()->addStretch();
    addButtons();
    setAccessibleName(pushTitleAndName(account));
    setStanding({});
    (m_check->isHidden() ? static_cast<QWidget *>(m_issuer) : m_check)->setFocus(Qt::OtherFocusReason);
}

void PushAccountDialog::addStanding()
{
    m_state = new TextLabel(theme(), TypeRole::BodyStrong, {}, this);
    m_result = new TextLabel(theme(), TypeRole::Small, {}, this, &Tokens::text2);
    m_result->hide();
    m_check = makeButton(tr("Check &now"), "plain", QStringLiteral("turn"));
    m_wrong = new Note(theme(), CardTone::Warning, QStringLiteral("warning"), this);
    m_muted = new Note(theme(), CardTone::Warning, QStringLiteral("eye-off"), this);
    m_clock = new Note(theme(), CardTone::Warning, QStringLiteral("clock"), this);
    m_test = new Note(theme(), CardTone::Quiet, QStringLiteral("info"), this);
    m_test->setText({}, tr("Ask the service for a test: it will appear here."));
    column()->addWidget(m_state);
    for (Note *note : {m_wrong, m_muted, m_clock}) {
        note->hide();
        column()->addWidget(note);
    }
    auto *line = new ButtonRow;
    line->addLeading(m_check);
    column()->addLayout(line);
    column()->addWidget(m_result);
    column()->addWidget(m_test);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (!m_isAsking)
            Q_EMIT checkRequested();
    });
}

void PushAccountDialog::addFacts()
{
    auto *facts = new FactList(theme(), this);
    facts->resize(pushPageWidth - 48, 100); // about what it will have, so that the page is not made too high for it
    facts->add(tr("Server"), pushHost(m_account));
    facts->add(tr("Kind"),
               m_account.server == accounts::PushServer::EduMfa ? QStringLiteral("eduMFA")
                                                                : QStringLiteral("privacyIDEA"));
    facts->add(tr("Serial number"), outsideText(m_account.serial));
    const ServerTrust &trust = m_account.trust;
    if (trust.kind != ServerTrust::Kind::System) {
        const bool isKey = trust.kind == ServerTrust::Kind::Key;
        facts->add(tr("Certificate"),
                   isKey ? tr("Only the key that you confirmed is trusted")
                         : tr("Only the authority that you added is trusted"));
        facts->add(
            tr("Fingerprint (SHA-256)"),
            fingerprintText(isKey ? trust.data : QCryptographicHash::hash(trust.data, QCryptographicHash::Sha256)));
    }
    if (m_account.changed > 0)
        facts->add(tr("Last changed"), dayText(m_account.changed));
    column()->addWidget(facts);
}

QLineEdit *PushAccountDialog::addField(const QString &label, const QString &words)
{
    auto *field = new QLineEdit(this);
    auto *caption = new TextLabel(theme(), TypeRole::SmallStrong, label, this);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(4);
    caption->setBuddy(field);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    field->setMaxLength(int(longestOutsideText));
    field->setText(words);
    lines->addWidget(caption);
    lines->addWidget(field);
    column()->addLayout(lines);
    return field;
}

void PushAccountDialog::addButtons()
{
    m_trash = makeButton(tr("Move to the t&rash"), "link", QStringLiteral("trash"));
    auto *close = makeButton(tr("Close"), "plain");
    m_save = makeButton(tr("Sa&ve"), "primary");
    buttons()->addLeading(m_trash);
    buttons()->addTrailing(close);
    buttons()->addTrailing(m_save);
    m_save->setEnabled(false);
    const auto typed = [this] {
        m_save->setEnabled(!m_isGone && !(edit() == vault::Edit{}));
        m_save->setDefault(true);
    };
    connect(m_issuer, &QLineEdit::textChanged, this, typed);
    connect(m_name, &QLineEdit::textChanged, this, typed);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PushAccountDialog::save);
    connect(m_trash, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT trashRequested();
    });
}

void PushAccountDialog::setStanding(const PushStanding &standing)
{
    m_standing = standing;
    const push::PushStatus &status = standing.status;
    const bool isEnrolling = m_account.state == accounts::PushState::Enrolling;
    push::PushStatus contact = status;
    contact.trouble.reset(); // which has a note of its own
    m_state->setText(!isEnrolling && standing.isPaused          ? tr("Not asked while the session is locked")
                         : !isEnrolling && standing.waiting > 0 ? waitingText(standing.waiting)
                                                                : statusText(m_account, contact, standing.now / 1000));
    ErrorText wrong;
    if (isEnrolling)
        wrong.hint = tr(
            "The server may know this computer already. Have the service show a new QR code and scan it; this one can "
            "go to the trash.");
    else if (status.trouble)
        wrong = pushErrorText(*status.trouble, PushMoment::Polling, pushHost(m_account));
    showNote(m_wrong, wrong.sentence, wrong.hint);
    showNote(m_muted, mutedText(standing.mutedUntil, standing.now),
             standing.mutedUntil == 0 ? QString()
                                      : tr("Until then sign-ins do not pop up. They are in the list all the same."));
    showNote(m_clock, {}, clockOffsetText(m_account, status));
    m_check->setVisible(!isEnrolling);
    m_test->setVisible(!isEnrolling);
    sayCheck();
    fit(isVisible() ? width() : pushPageWidth);
}

void PushAccountDialog::sayCheck()
{
    // Not disabled while it is asked: the focus would be elsewhere when the answer comes.
    m_check->setEnabled(!m_isGone && !m_standing.isPaused);
    m_check->setText(m_isAsking ? tr("Checking…") : tr("Check &now"));
}

void PushAccountDialog::setResult(const QString &sentence)
{
    m_isAsking = sentence.isEmpty();
    m_result->setText(sentence);
    m_result->setVisible(!sentence.isEmpty());
    sayCheck();
    fit(width());
}

void PushAccountDialog::follow(const std::optional<accounts::PushAccount> &account)
{
    const bool wasGone = std::exchange(m_isGone, !account || account->trashed);
    m_trash->setVisible(!m_isGone);
    if (m_isGone) {
        setTrouble(account ? tr("The account is in the trash by now. Restore it from there to use it.")
                           : tr("The account is not there any more."));
        sayCheck();
        return;
    }
    if (wasGone)
        m_trouble->hide();
    const accounts::PushAccount before = std::exchange(m_account, *account);
    if (m_issuer->text() == pushTitle(before))
        m_issuer->setText(pushTitle(*account));
    if (m_name->text() == pushName(before))
        m_name->setText(pushName(*account));
    m_save->setEnabled(!(edit() == vault::Edit{}));
}

void PushAccountDialog::setSaving()
{
    m_trouble->hide();
    m_save->setText(tr("Saving…"));
    m_save->setEnabled(false);
}

void PushAccountDialog::setTrouble(const QString &sentence)
{
    m_save->setText(tr("Sa&ve"));
    m_save->setEnabled(!m_isGone);
    m_trouble->setText(sentence);
    m_trouble->show();
    setAccessibleDescription(sentence);
    fit(width());
}

vault::Edit PushAccountDialog::edit() const
{
    vault::Edit edit;
    if (m_issuer->text() != pushTitle(m_account))
        edit.issuer = m_issuer->text().trimmed();
    if (m_name->text() != pushName(m_account))
        edit.name = m_name->text().trimmed();
    return edit;
}

void PushAccountDialog::save()
{
    const vault::Edit wanted = edit();
    if (wanted == vault::Edit{})
        accept(); // as it was
    else
        Q_EMIT saveRequested(wanted);
}

} // namespace watchword::app
