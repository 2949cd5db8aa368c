// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/confirm_card.h"

#include "app/models/last_watch.h"
#include "app/support/account_text.h"
#include "app/support/outside_text.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/button_row.h"
#include "app/widgets/code_label.h"
#include "app/widgets/note.h"
#include "app/widgets/ring_widget.h"
#include "app/widgets/tablet_widget.h"
#include "app/widgets/text_label.h"
#include "core/ports/clock.h"

#include <QCheckBox>
#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int cardWidth = 480;
constexpr int ringDiameter = 50;
constexpr int tabletSide = 56;
constexpr int longestName = 200;
constexpr qsizetype mostLeftAlone = 3; // sentences

/// The digits of picture f, or smaller ones where the text is so large or the code so long that they would not fit.
TypeRole codeRole(const Theme &theme, const otp::Parameters &parameters)
{
    const bool large = textScale(theme.font(TypeRole::Body)) > 1.3;
    const bool isLong = otp::digitsOf(parameters) > (large ? 6 : 8);
    return large && isLong ? TypeRole::CodeLarge : large || isLong ? TypeRole::CodeDetails : TypeRole::CodeCard;
}

} // namespace

ConfirmCard::ConfirmCard(const Theme &theme, const Clock &clock, accounts::Proposal proposal, QWidget *parent)
    : PageDialog(theme, tr("Add account"), parent)
    , m_clock(clock)
    , m_proposal(std::move(proposal))
{
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &ConfirmCard::tick);

    m_title = addTitle(tr("Is this the account?"));
    m_twin = new Note(theme, CardTone::Warning, QStringLiteral("warning"), this);
    m_trouble = new Note(theme, CardTone::Danger, QStringLiteral("warning"), this);
    m_passedOver = new Note(theme, CardTone::Quiet, QStringLiteral("info"), this);
    for (Note *note : {m_twin, m_trouble, m_passedOver}) {
        note->hide();
        column()->addWidget(note);
    }
    column()->addWidget(makeNames());
    column()->addWidget(makeCodeCard());
    column()->addWidget(makeAbout());
    m_helpNote = makeHelp();
    column()->addWidget(m_helpNote);
    m_leftAlone = new Note(theme, CardTone::Quiet, QStringLiteral("qr"), this);
    m_leftAlone->hide();
    column()->addWidget(m_leftAlone);
    column()->addStretch();
    makeButtons();
    setStage(Stage::Offered);
    showNames();
    m_copy->setFocus(Qt::OtherFocusReason);
    fit(cardWidth);
}

ConfirmCard::~ConfirmCard() = default;

QLineEdit *ConfirmCard::addField(QVBoxLayout *fields, const QString &label, const QString &text)
{
    auto *caption = new TextLabel(theme(), TypeRole::SmallStrong, label, this);
    auto *field = new QLineEdit(text, this);
    field->setMaxLength(longestName);
    field->setCursorPosition(0); // a name is known by its beginning
    field->setAccessibleName(label);
    caption->setBuddy(field);
    fields->addWidget(caption);
    fields->addWidget(field);
    connect(field, &QLineEdit::textChanged, this, &ConfirmCard::showNames);
    return field;
}

QWidget *ConfirmCard::makeNames()
{
    auto *names = new QWidget(this);
    auto *line = new QHBoxLayout(names);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(measures::sectionGap);
    m_tablet = new TabletWidget(theme(), tabletSide, names);
    line->addWidget(m_tablet, 0, Qt::AlignTop);

    auto *fields = new QVBoxLayout;
    fields->setSpacing(4);
    // Fields show control characters by nothing at all, so they get the marked text; saved is what stands there.
    m_issuer = addField(fields, tr("Name of the site"), outsideText(m_proposal.account.issuer));
    m_nameMissing =
        new TextLabel(theme(), TypeRole::Small, tr("Write the name of the site, so that you find the account again."),
                      this, &Tokens::danger);
    m_nameMissing->hide();
    fields->addWidget(m_nameMissing);
    fields->addSpacing(8);
    m_name = addField(fields, tr("Your account there"), outsideText(m_proposal.account.name));
    line->addLayout(fields, 1);
    return names;
}

QWidget *ConfirmCard::makeCodeCard()
{
    auto *holder = new Card(theme(), CardTone::Surface, this);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(16, 14, 16, 14);
    inside->setSpacing(8);
    m_codeCaption = new TextLabel(theme(), TypeRole::BodyStrong, {}, holder);
    m_code = new CodeLabel(theme(), codeRole(theme(), m_proposal.account.parameters), holder);
    m_ring = new RingWidget(theme(), ringDiameter, holder);
    m_codeLine = new QHBoxLayout;
    m_codeLine->addWidget(m_code, 0, Qt::AlignVCenter);
    m_codeLine->addStretch(1);
    m_codeLine->addWidget(m_ring, 0, Qt::AlignVCenter);
    m_copy = makeButton({}, "primary", QStringLiteral("copy"));
    m_copy->setMinimumHeight(40);
    connect(m_code, &CodeLabel::copyRequested, m_copy, &QPushButton::click);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_stage != Stage::Saving && hasName())
            Q_EMIT copyRequested();
    });
    inside->addWidget(m_codeCaption);
    inside->addLayout(m_codeLine);
    inside->addWidget(m_copy);
    holder->column()->addLayout(inside);
    return holder;
}

QWidget *ConfirmCard::makeAbout()
{
    auto *about = new QWidget(this);
    auto *lines = new QVBoxLayout(about);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    auto *parameters =
        new TextLabel(theme(), TypeRole::Small, parametersText(m_proposal.account.parameters), about, &Tokens::text2);
    lines->addWidget(parameters);
    for (const accounts::Remark remark : m_proposal.remarks) {
        auto *note = new Note(theme(), CardTone::Warning, QStringLiteral("info"), about);
        note->setText({}, remarkText(remark));
        lines->addWidget(note);
        if (remark != accounts::Remark::MaybeSteam)
            continue;
        m_steam = new QCheckBox(tr("Show Steam’s codes"), about);
        connect(m_steam, &QCheckBox::toggled, this,
                [this, parameters, asRead = m_proposal.account.parameters](bool isSteam) {
                    m_proposal.account.parameters = isSteam ? otp::Parameters(otp::Steam{}) : asRead;
                    parameters->setText(parametersText(m_proposal.account.parameters));
                    tick();
                });
        lines->addWidget(m_steam);
    }
    return about;
}

QWidget *ConfirmCard::makeHelp()
{
    auto *note = new Note(theme(), CardTone::Quiet, QStringLiteral("help"), this);
    auto *again = makeButton(tr("Scan the screen again"), "plain", QStringLiteral("scan-screen"));
    connect(again, &QPushButton::clicked, this, &ConfirmCard::scanAgainRequested);
    note->addButton(again);
    note->hide();
    return note;
}

void ConfirmCard::makeButtons()
{
    m_cancel = makeButton(tr("Cancel"), "link");
    m_help = makeButton(tr("Not accepted…"), "plain");
    m_accepted = makeButton(tr("The site accepted it"), "tonal", QStringLiteral("check"));
    buttons()->addLeading(m_cancel);
    buttons()->addTrailing(m_help);
    buttons()->addTrailing(m_accepted);
    connect(m_cancel, &QPushButton::clicked, this, &ConfirmCard::reject);
    connect(m_accepted, &QPushButton::clicked, this, [this] {
        if (m_stage != Stage::Saving && hasName())
            Q_EMIT acceptedRequested();
    });
    connect(m_help, &QPushButton::clicked, this, [this] {
        const bool counter = otp::isCounterBased(m_proposal.account.parameters);
        const QString now =
            QLocale().toString(QDateTime::fromSecsSinceEpoch(m_clock.unixSeconds()).time(), QLocale::LongFormat);
        static_cast<Note *>(m_helpNote)
            ->setText(
                tr("The site did not take the code?"),
                counter
                    ? tr("Use each code once, and the newest one. If the site shows a new QR code meanwhile, scan that one.")
                    : tr("Is this computer’s clock right? It says %1. Was the code still running when the site got it? Take one with several "
                         "seconds left. If the site shows a new QR code meanwhile, scan that one.")
                          .arg(now));
        m_helpNote->show();
        fit(width());
    });

    auto *replace = makeButton(tr("Replace"), "plain");
    auto *keepBoth = makeButton(tr("Keep both"), "plain");
    auto *cancel = makeButton(tr("Cancel"), "plain");
    for (QPushButton *button : {keepBoth, replace, cancel})
        m_twin->addButton(button);
    connect(replace, &QPushButton::clicked, this, [this] {
        m_twin->hide();
        m_title->show();
        Q_EMIT replaceChosen();
    });
    connect(keepBoth, &QPushButton::clicked, this, [this] {
        m_twin->hide();
        m_title->show();
        Q_EMIT keepBothChosen();
    });
    connect(cancel, &QPushButton::clicked, this, &ConfirmCard::leave);
}

accounts::Proposal ConfirmCard::proposal() const
{
    accounts::Proposal wanted = m_proposal.clone();
    wanted.account.issuer = m_issuer->text().trimmed();
    wanted.account.name = m_name->text().trimmed();
    return wanted;
}

std::optional<otp::Code> ConfirmCard::currentCode() const
{
    if (otp::isCounterBased(m_proposal.account.parameters))
        return m_counterCode;
    const auto code = otp::codeAt(m_proposal.account.parameters, m_proposal.secret, m_clock.unixSeconds());
    return code ? std::optional(*code) : std::nullopt;
}

void ConfirmCard::askAboutTwin(const QString &existing)
{
    m_twin->setText(tr("There is an account of this name already"),
                    tr("%1 has another key. Replace it (the old one goes to the trash), or keep both?").arg(existing));
    m_title->hide();
    m_twin->show();
    fit(width());
    m_twin->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
}

void ConfirmCard::setSaving()
{
    m_trouble->hide();
    setStage(Stage::Saving);
}

void ConfirmCard::setWaiting(bool isWaiting)
{
    m_isWaiting = isWaiting;
    setStage(m_stage);
    fit(width());
}

void ConfirmCard::setSaved()
{
    setStage(Stage::Saved);
}

void ConfirmCard::setTrouble(const ErrorText &text)
{
    setStage(m_stage == Stage::Saved ? Stage::Saved : Stage::Offered);
    m_trouble->setText(text.sentence, text.hint);
    m_trouble->show();
    fit(width());
}

void ConfirmCard::showCounterCode(const otp::Code &code)
{
    m_counterCode = code;
    setStage(m_stage);
}

void ConfirmCard::setCopied()
{
    nextStepIs(m_accepted);
}

void ConfirmCard::setLeftAlone(const QStringList &sentences)
{
    if (sentences.isEmpty())
        return;
    QStringList shown = sentences.first(qMin(sentences.size(), mostLeftAlone));
    if (shown.size() < sentences.size())
        shown << tr("And %n more.", nullptr, int(sentences.size() - shown.size()));
    m_leftAlone->setText(tr("Also read, and left alone"), shown.join(QLatin1Char('\n')));
    m_leftAlone->show();
    fit(width());
}

void ConfirmCard::setPassedOver(int links)
{
    m_passedOver->setText(
        {}, tr("%n more links came in meanwhile. Open them again when this account is done.", nullptr, links));
    m_passedOver->show();
    fit(width());
}

void ConfirmCard::setStage(Stage stage)
{
    m_stage = stage;
    const bool waitsForSaving = otp::isCounterBased(m_proposal.account.parameters) && !m_counterCode;
    const bool asks = stage == Stage::Saving && m_isWaiting;
    m_codeCaption->setText(asks ? tr("Your desktop is asking for the password of your keychain in a window of its own.")
                               : stage == Stage::Saving ? tr("Saving…")
                               : waitsForSaving
                               ? tr("This account counts its codes. The first one is shown when the account is saved.")
                               : tr("Type this code on the site to finish"));
    m_copy->setText(waitsForSaving ? tr("Save and show the code") : tr("Copy code"));
    m_copy->setAccessibleName(m_copy->text());
    m_code->setVisible(!waitsForSaving);
    m_ring->setVisible(!otp::isCounterBased(m_proposal.account.parameters));
    const bool saved = stage == Stage::Saved;
    m_cancel->setText(saved ? tr("Close") : asks ? tr("Stop waiting") : tr("Cancel"));
    if (m_steam)
        m_steam->setEnabled(stage == Stage::Offered);
    m_issuer->setReadOnly(stage != Stage::Offered);
    m_name->setReadOnly(stage != Stage::Offered);
    tick();
}

void ConfirmCard::nextStepIs(QPushButton *button)
{
    for (QPushButton *each : {m_copy, m_accepted}) {
        withRole(each, each == button ? "primary" : each == m_accepted ? "tonal" : "plain");
        each->update();
    }
    button->setFocus(Qt::OtherFocusReason);
}

void ConfirmCard::showNames()
{
    accounts::Account shown;
    shown.issuer = m_issuer->text();
    shown.name = m_name ? m_name->text() : QString();
    const QString title = accountTitle(shown);
    m_tablet->setIssuer(title);
    if (m_code)
        m_code->setSubject(title);
    if (!shown.issuer.trimmed().isEmpty() || !shown.name.trimmed().isEmpty()) {
        m_nameMissing->hide();
        m_issuer->setProperty("invalid", false);
        m_issuer->update();
    }
}

bool ConfirmCard::hasName()
{
    if (!m_issuer->text().trimmed().isEmpty() || !m_name->text().trimmed().isEmpty())
        return true;
    m_nameMissing->show();
    m_issuer->setProperty("invalid", true);
    m_issuer->setAccessibleDescription(m_nameMissing->text());
    m_issuer->update();
    m_issuer->setFocus(Qt::OtherFocusReason);
    return false;
}

void ConfirmCard::tick()
{
    const otp::Parameters &parameters = m_proposal.account.parameters;
    if (const std::optional<otp::Code> code = currentCode()) {
        m_code->setCode(code->digits);
        const int period = otp::periodOf(parameters);
        const int left = int(code->validUntil - m_clock.unixSeconds());
        if (period > 0) {
            m_ring->setCountdown(left, period);
            const auto next = otp::codeAt(parameters, m_proposal.secret, code->validUntil);
            m_code->setNextCode(next && isLastWatch(left, period) ? next->digits : QString());
        }
    }
    if (isVisible() && !otp::isCounterBased(parameters))
        m_tick.start(int(1001 - m_clock.millisecondsSinceEpoch() % 1000));
}

void ConfirmCard::showEvent(QShowEvent *event)
{
    PageDialog::showEvent(event);
    tick();
}

void ConfirmCard::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    PageDialog::hideEvent(event);
}

void ConfirmCard::resizeEvent(QResizeEvent *event)
{
    PageDialog::resizeEvent(event);
    const int room = event->size().width() - 96;
    m_codeLine->setDirection(m_code->sizeHint().width() + ringDiameter + 8 > room ? QBoxLayout::TopToBottom
                                                                                  : QBoxLayout::LeftToRight);
}

void ConfirmCard::leave()
{
    m_leaving = true;
    PageDialog::reject();
}

void ConfirmCard::reject()
{
    if (m_leaving || m_stage == Stage::Saved)
        PageDialog::reject();
    else if (m_stage == Stage::Offered)
        askToKeep();
    else if (m_isWaiting)
        Q_EMIT stopWaitingRequested();
}

void ConfirmCard::askToKeep()
{
    auto *question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Add account"));
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Keep this account?"));
    question->setInformativeText(
        tr("It is not saved yet. If the site already took its code, keep it: without it you cannot sign in there."));
    auto *keep = question->addButton(tr("Keep"), QMessageBox::AcceptRole);
    auto *discard = question->addButton(tr("Don’t keep"), QMessageBox::DestructiveRole);
    auto *back = question->addButton(tr("Back"), QMessageBox::RejectRole);
    question->setDefaultButton(keep);
    question->setEscapeButton(back);
    connect(keep, &QPushButton::clicked, this, [this] {
        if (hasName())
            Q_EMIT keepRequested();
    });
    connect(discard, &QPushButton::clicked, this, &ConfirmCard::leave);
    question->open();
}

} // namespace watchword::app
