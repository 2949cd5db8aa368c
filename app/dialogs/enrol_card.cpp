// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/enrol_card.h"

#include "app/support/outside_text.h"
#include "app/widgets/button_row.h"
#include "app/widgets/fact_list.h"
#include "app/widgets/note.h"
#include "app/widgets/text_label.h"
#include "core/push/enrolment.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int enrolCardWidth = 500;

} // namespace

EnrolCard::EnrolCard(const Theme &theme, const push::Enrolment &enrolment, QWidget *parent)
    : PageDialog(theme, tr("Approve sign-ins"), parent)
    , m_known(new Note(theme, CardTone::Warning, QStringLiteral("key"), this))
    , m_leftAlone(new Note(theme, CardTone::Quiet, QStringLiteral("qr"), this))
    , m_passedOver(new Note(theme, CardTone::Quiet, QStringLiteral("info"), this))
{
    const QString title = tr("Approve sign-ins on this computer?");
    const QString lead = tr(
        "This lets you approve sign-ins on this computer: when somebody signs in with your name and password, the server "
        "asks, and you answer here with Approve or Deny.");
    const QString host = outsideText(enrolment.address.toString());
    addTitle(title);
    column()->addWidget(new TextLabel(theme, TypeRole::Body, lead, this, &Tokens::text2));
    // A screen reader says the whole when the card opens, the server first.
    setAccessibleName(title);
    setAccessibleDescription(tr("Server: %1. %2").arg(host, lead));

    auto *facts = new FactList(theme, this);
    facts->add(tr("Server"), host);
    if (enrolment.address.scheme != QLatin1String("https"))
        facts->add(tr("Connection"), tr("Not encrypted; the server is this computer itself"));
    facts->addCaption(tr("The QR code says"));
    const auto addIfThere = [facts](const QString &name, const QString &fact) {
        if (!fact.trimmed().isEmpty())
            facts->add(name, outsideText(fact.trimmed()));
    };
    addIfThere(tr("Service"), enrolment.issuer);
    if (enrolment.name.trimmed() != enrolment.serial)
        addIfThere(tr("Account"), enrolment.name);
    addIfThere(tr("Serial number"), enrolment.serial);
    column()->addWidget(facts);
    column()->addWidget(m_known);
    m_known->hide();
    if (enrolment.lock != accounts::PushLock::None) {
        auto *lock = new Note(theme, CardTone::Quiet, QStringLiteral("lock"), this);
        lock->setText(
            tr("Your password before each approval"),
            tr("The service wants it. Watchword asks for the password of your accounts when it was not given within "
               "the last minute. To deny takes none."));
        column()->addWidget(lock);
    }
    auto *honest = new Note(theme, CardTone::Quiet, QStringLiteral("info"), this);
    honest->setText(tr("A second secret, not a second device"),
                    tr("Whoever has only your password is stopped. A program that runs as you on this computer, as "
                       "malware does, is not: it could approve too."));
    column()->addWidget(honest);
    for (Note *note : {m_leftAlone, m_passedOver}) {
        note->hide();
        column()->addWidget(note);
    }
    column()->addStretch();

    auto *cancel = makeButton(tr("Cancel"), "plain");
    auto *agree = makeButton(tr("Set it up"), "primary", QStringLiteral("approve"));
    buttons()->addTrailing(cancel);
    buttons()->addTrailing(agree);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(agree, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT agreed();
    });
    agree->setDefault(true);
    agree->setFocus(Qt::OtherFocusReason);
    fit(enrolCardWidth);
}

void EnrolCard::say(Note *note, const QString &title, const QString &text)
{
    note->setText(title, text);
    note->show();
    fit(width());
}

void EnrolCard::setKnown(const QString &title, const QString &text)
{
    say(m_known, title, text);
}

void EnrolCard::setLeftAlone(const QStringList &sentences)
{
    if (!sentences.isEmpty())
        say(m_leftAlone, tr("Also read, and left alone"),
            sentences.first(qMin(sentences.size(), qsizetype{3})).join(QLatin1Char('\n')));
}

void EnrolCard::setPassedOver(int links)
{
    say(m_passedOver, {},
        tr("%n more links came in meanwhile. Open them again when this account is done.", nullptr, links));
}

} // namespace watchword::app
