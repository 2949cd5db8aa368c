// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/type_key_dialog.h"

#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/parameters_form.h"
#include "app/widgets/text_label.h"
#include "core/base/base32.h"
#include "core/enrol/recognise.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int longestLink = 64 * 1024; // a key is much shorter; see giveLink()

Result<SecretBytes> keyIn(const QLineEdit &field)
{
    QByteArray typed = field.text().toUtf8();
    const SecretBytes text = SecretBytes::takeFrom(typed);
    return decodeBase32(text.view());
}

} // namespace

TypeKeyDialog::TypeKeyDialog(const Theme &theme, QWidget *parent)
    : PageDialog(theme, tr("Add account"), parent)
{
    addTitle(tr("Type the key"));
    column()->addWidget(new TextLabel(theme, TypeRole::Body,
                                      tr("Sites show it beside the QR code, often under “Can’t scan the code?”."), this,
                                      &Tokens::text2));
    m_issuer = addField(tr("Name of the site"));
    m_name = addField(tr("Your account there"));
    m_key = addField(tr("Key"));
    m_key->setMaxLength(longestLink);
    // Input methods and their dictionaries are told that this is a secret.
    m_key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_keyState = new TextLabel(theme, TypeRole::Small, tr("Letters A to Z and digits 2 to 7; spaces do not matter."),
                               this, &Tokens::text2);
    column()->addWidget(m_keyState);
    connect(m_key, &QLineEdit::textChanged, this, [this](const QString &text) {
        // One that is typed letter by letter waits for "Next".
        const bool isPasted = text.size() > std::exchange(m_keyLength, text.size()) + 1;
        if (!isPasted || !giveLink())
            checkKey(false);
    });

    m_moreButton = makeButton(tr("More"), "link", QStringLiteral("chevron-down"));
    column()->addWidget(m_moreButton, 0, Qt::AlignLeading);
    m_more = new ParametersForm(theme, this);
    m_more->hide();
    column()->addWidget(m_more);
    connect(m_moreButton, &QPushButton::clicked, this, [this] {
        m_more->setVisible(m_more->isHidden());
        m_moreButton->setText(m_more->isHidden() ? tr("More") : tr("Less"));
        fit(width());
    });
    connect(m_more, &ParametersForm::changed, this, [this] { fit(width()); });
    column()->addStretch();

    auto *cancel = makeButton(tr("Cancel"), "plain");
    auto *nextButton = makeButton(tr("Next"), "primary");
    nextButton->setDefault(true);
    buttons()->addTrailing(cancel);
    buttons()->addTrailing(nextButton);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(nextButton, &QPushButton::clicked, this, &TypeKeyDialog::next);
    m_issuer->setFocus(Qt::OtherFocusReason);
    fit(480);
}

TypeKeyDialog::~TypeKeyDialog()
{
    // What is left in the field's own memory cannot be reached; at least it is not a key any more.
    m_key->setText(QString(m_key->text().size(), QLatin1Char(' ')));
}

QLineEdit *TypeKeyDialog::addField(const QString &label)
{
    auto *group = new QVBoxLayout;
    group->setSpacing(4);
    auto *field = new QLineEdit(this);
    field->setMaxLength(200);
    auto *caption = new TextLabel(theme(), TypeRole::SmallStrong, label, this);
    caption->setBuddy(field);
    field->setAccessibleName(label);
    group->addWidget(caption);
    group->addWidget(field);
    column()->addLayout(group);
    return field;
}

void TypeKeyDialog::checkKey(bool isFinished)
{
    QString words = tr("Letters A to Z and digits 2 to 7; spaces do not matter.");
    bool isWrong = false;
    if (!m_key->text().trimmed().isEmpty()) {
        if (const auto key = keyIn(*m_key)) {
            words = tr("The key can be read.");
        } else {
            words = errorText(key.error()).whole();
            isWrong = true;
        }
    } else if (isFinished) {
        words = tr("Type the key that the site shows.");
        isWrong = true;
    }
    m_key->setProperty("invalid", isWrong);
    m_key->update();
    m_key->setAccessibleDescription(words);
    m_keyState->setColour(isWrong ? &Tokens::danger : &Tokens::text2);
    m_keyState->setText(words);
}

bool TypeKeyDialog::giveLink()
{
    QByteArray text = m_key->text().trimmed().toUtf8();
    SecretBytes link = SecretBytes::takeFrom(text);
    if (!enrol::startsOurLink(link.view()))
        return false;
    m_link = std::move(link);
    accept();
    Q_EMIT linkGiven();
    return true;
}

void TypeKeyDialog::next()
{
    if (giveLink())
        return;
    auto key = keyIn(*m_key);
    if (!key) {
        checkKey(true);
        m_key->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto parameters = m_more->checkedParameters();
    if (!parameters)
        return;
    m_proposal.account.issuer = m_issuer->text().trimmed();
    m_proposal.account.name = m_name->text().trimmed();
    m_proposal.account.parameters = *parameters;
    m_proposal.remarks = accounts::remarksOn(m_proposal.account.parameters, *key);
    m_proposal.secret = std::move(*key);
    accept();
    Q_EMIT proposed();
}

SecretBytes TypeKeyDialog::takeLink()
{
    return std::move(m_link);
}

accounts::Proposal TypeKeyDialog::takeProposal()
{
    return std::move(m_proposal);
}

} // namespace watchword::app
