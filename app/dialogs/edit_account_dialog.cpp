// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/edit_account_dialog.h"

#include "app/support/account_text.h"
#include "app/support/outside_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/code_label.h"
#include "app/widgets/note.h"
#include "app/widgets/parameters_form.h"
#include "app/widgets/text_label.h"

#include <QAction>
#include <QCheckBox>
#include <QCompleter>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

std::optional<quint64> counterOf(const otp::Parameters &parameters)
{
    const auto *hotp = std::get_if<otp::Hotp>(&parameters);
    return hotp ? std::optional(hotp->counter) : std::nullopt;
}

otp::Parameters withCounter(otp::Parameters parameters, quint64 counter)
{
    if (auto *hotp = std::get_if<otp::Hotp>(&parameters))
        hotp->counter = counter;
    return parameters;
}

} // namespace

EditAccountDialog::EditAccountDialog(const Theme &theme, const accounts::Account &account, const QStringList &groups,
                                     Preview preview, QWidget *parent)
    : PageDialog(theme, tr("Edit account"), parent)
    , m_account(account)
    , m_preview(std::move(preview))
{
    makeWords(groups);
    makeAdvanced();
    m_meanwhile = new TextLabel(theme, TypeRole::Small,
                                tr("This account was changed elsewhere meanwhile. What you have not touched shows it."),
                                this, &Tokens::text2);
    m_meanwhile->hide();
    m_trouble = new TextLabel(theme, TypeRole::Body, {}, this, &Tokens::danger);
    m_trouble->hide();
    column()->addWidget(m_meanwhile);
    column()->addWidget(m_trouble);
    column()->addStretch();
    makeButtons();
    fill(account);
    m_issuer->setFocus(Qt::OtherFocusReason);
    m_issuer->selectAll();
    fit(440);
}

template <class Field>
Field *EditAccountDialog::addField(const QString &label, Field *field)
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(4);
    auto *caption = new TextLabel(theme(), TypeRole::SmallStrong, label, this);
    caption->setBuddy(field);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    lines->addWidget(caption);
    lines->addWidget(field);
    column()->addLayout(lines);
    return field;
}

void EditAccountDialog::makeWords(const QStringList &groups)
{
    m_issuer = addField(tr("Name of the &site"), new QLineEdit(this));
    m_name = addField(tr("Your a&ccount there"), new QLineEdit(this));
    m_group = addField(tr("&Group"), new QLineEdit(this));
    m_group->setPlaceholderText(tr("No group"));
    offerGroups(groups);
    for (QLineEdit *field : {m_issuer, m_name, m_group})
        field->setMaxLength(int(longestOutsideText));
    m_pinned = new QCheckBox(tr("&Pin to the top of the list"), this);
    column()->addWidget(m_pinned);
}

/// Those that are there, while one is typed or all by the button in the field.
void EditAccountDialog::offerGroups(const QStringList &groups)
{
    if (groups.isEmpty())
        return;
    QStringList names;
    for (const QString &group : groups)
        names << outsideText(group);
    auto *completer = new QCompleter(names, m_group);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_group->setCompleter(completer);
    QAction *all =
        m_group->addAction(theme().icon(QStringLiteral("chevron-down"), &Tokens::text2), QLineEdit::TrailingPosition);
    all->setText(tr("Choose a group"));
    connect(all, &QAction::triggered, this, [completer] {
        completer->setCompletionPrefix({});
        completer->complete();
    });
}

void EditAccountDialog::makeAdvanced()
{
    m_summary = new TextLabel(theme(), TypeRole::Small, {}, this, &Tokens::text2);
    m_more = makeButton(tr("A&dvanced"), "link", QStringLiteral("chevron-down"));
    m_advanced = new QWidget(this);
    auto *lines = new QVBoxLayout(m_advanced);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    m_form = new ParametersForm(theme(), m_advanced);
    m_counterQuestion = new Note(theme(), CardTone::Warning, QStringLiteral("warning"), m_advanced);
    m_counterQuestion->hide();
    m_mustAgree = new Note(theme(), CardTone::Warning, QStringLiteral("warning"), m_advanced);
    m_mustAgree->hide();
    m_code = new CodeLabel(theme(), TypeRole::CodeDetails, m_advanced);
    m_code->setSubject(tr("Its code would be"));
    m_code->setFocusPolicy(Qt::NoFocus);
    m_code->hide();
    lines->addWidget(m_form);
    lines->addWidget(m_counterQuestion);
    lines->addWidget(m_mustAgree);
    lines->addWidget(m_code, 0, Qt::AlignHCenter);
    m_advanced->hide();
    column()->addWidget(m_summary);
    column()->addWidget(m_more, 0, Qt::AlignLeading);
    column()->addWidget(m_advanced);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_advanced->setVisible(m_advanced->isHidden());
        m_more->setText(m_advanced->isHidden() ? tr("A&dvanced") : tr("&Less"));
        fit(width());
    });
    connect(m_form, &ParametersForm::changed, this, &EditAccountDialog::parametersChanged);
}

void EditAccountDialog::makeButtons()
{
    m_trash = makeButton(tr("Move to the t&rash"), "link", QStringLiteral("trash"));
    auto *cancel = makeButton(tr("Cancel"), "plain");
    m_save = makeButton(tr("Sa&ve"), "primary");
    m_save->setDefault(true);
    buttons()->addLeading(m_trash);
    buttons()->addTrailing(cancel);
    buttons()->addTrailing(m_save);
    connect(m_trash, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT trashRequested();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &EditAccountDialog::save);
}

void EditAccountDialog::fill(const accounts::Account &account)
{
    m_issuer->setText(outsideText(account.issuer));
    m_name->setText(outsideText(account.name));
    m_group->setText(outsideText(account.group));
    m_pinned->setChecked(account.pinned);
    m_form->setParameters(account.parameters);
    parametersChanged();
}

void EditAccountDialog::follow(const std::optional<accounts::Account> &account)
{
    if (!account || account->trashed) {
        m_isGone = true;
        m_trash->hide();
        setTrouble(account ? tr("The account is in the trash by now. Restore it from there to edit it.")
                           : tr("The account is not there any more."));
        return;
    }
    if (std::exchange(m_isGone, false)) {
        m_trash->show();
        m_trouble->hide();
        m_save->setEnabled(true);
    }
    if (*account == m_account)
        return;
    const accounts::Account before = std::exchange(m_account, *account);
    const auto followText = [](QLineEdit *field, const QString &old, const QString &fresh) {
        if (field->text() == outsideText(old))
            field->setText(outsideText(fresh));
    };
    followText(m_issuer, before.issuer, account->issuer);
    followText(m_name, before.name, account->name);
    followText(m_group, before.group, account->group);
    if (m_pinned->isChecked() == before.pinned)
        m_pinned->setChecked(account->pinned);
    const auto shown = m_form->parameters();
    const auto counter = counterOf(account->parameters);
    if (shown == before.parameters)
        m_form->setParameters(account->parameters);
    else if (shown && counter && counterOf(*shown) == counterOf(before.parameters))
        m_form->setParameters(withCounter(*shown, *counter));
    parametersChanged();
    m_meanwhile->setVisible(!m_isSaving);
}

void EditAccountDialog::focusGroup()
{
    m_group->setFocus(Qt::OtherFocusReason);
    m_group->selectAll();
}

void EditAccountDialog::setSaving()
{
    m_isSaving = true;
    m_trouble->hide();
    m_save->setText(tr("Saving…"));
    m_save->setEnabled(false);
}

void EditAccountDialog::setTrouble(const QString &sentence)
{
    m_isSaving = false;
    m_save->setText(tr("Sa&ve"));
    m_save->setEnabled(!m_isGone);
    m_trouble->setText(sentence);
    m_trouble->show();
    setAccessibleDescription(sentence);
    fit(width());
}

void EditAccountDialog::parametersChanged()
{
    m_mayLowerCounter = false;
    m_counterQuestion->hide();
    m_save->setText(m_isSaving ? tr("Saving…") : tr("Sa&ve"));
    const auto parameters = m_form->parameters();
    if (parameters)
        m_summary->setText(parametersText(*parameters));
    const bool isDifferent = parameters && *parameters != m_account.parameters;
    if (isDifferent) {
        const bool isUnusual = accounts::unusualDigits(*parameters);
        m_mustAgree->setText(tr("The site must use the same"),
                             isUnusual ? remarkText(accounts::Remark::UnusualDigits)
                                       : tr("These come from the site. Where it uses others, it refuses the codes."));
    }
    m_mustAgree->setVisible(isDifferent);
    refreshPreview();
    if (isVisible())
        fit(width());
}

void EditAccountDialog::refreshPreview()
{
    const auto parameters = m_form->parameters();
    const bool isDifferent = parameters && *parameters != m_account.parameters;
    const auto code = isDifferent ? m_preview(*parameters) : std::nullopt;
    m_code->setCode(code ? code->digits : QString());
    m_code->setVisible(code.has_value());
}

std::optional<vault::Edit> EditAccountDialog::edit()
{
    const auto parameters = m_form->checkedParameters();
    if (!parameters)
        return {};
    vault::Edit edit;
    const auto take = [](std::optional<QString> &into, const QString &text, const QString &saved) {
        if (text != outsideText(saved))
            into = text.trimmed();
    };
    take(edit.issuer, m_issuer->text(), m_account.issuer);
    take(edit.name, m_name->text(), m_account.name);
    take(edit.group, m_group->text(), m_account.group);
    if (m_pinned->isChecked() != m_account.pinned)
        edit.pinned = m_pinned->isChecked();
    const auto counter = counterOf(*parameters), saved = counterOf(m_account.parameters);
    if (withCounter(*parameters, 0) != withCounter(m_account.parameters, 0))
        edit.parameters = *parameters;
    if (counter && saved && counter != saved)
        edit.counter = counter;
    edit.mayLowerCounter = edit.counter && m_mayLowerCounter;
    return edit;
}

void EditAccountDialog::askAboutCounter(quint64 saved, quint64 wanted)
{
    m_advanced->show();
    const QLocale locale;
    m_counterQuestion->setText(
        tr("The counter would go back from %1 to %2").arg(locale.toString(saved), locale.toString(wanted)),
        tr("The site has seen the codes in between and will not take them again, unless it was set back too."));
    m_counterQuestion->show();
    m_mayLowerCounter = true;
    m_save->setText(tr("Set the counter back"));
    fit(width());
}

void EditAccountDialog::save()
{
    const bool isNameless = m_issuer->text().trimmed().isEmpty() && m_name->text().trimmed().isEmpty();
    m_issuer->setProperty("invalid", isNameless);
    m_issuer->update();
    if (isNameless) {
        setTrouble(tr("Write the name of the site, so that you find the account again."));
        m_issuer->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto wanted = edit();
    if (!wanted)
        return;
    const auto saved = counterOf(m_account.parameters);
    if (*wanted == vault::Edit{})
        accept(); // as it was
    else if (saved && wanted->counter && *wanted->counter < *saved && !wanted->mayLowerCounter)
        askAboutCounter(*saved, *wanted->counter);
    else
        Q_EMIT saveRequested(*wanted);
}

} // namespace watchword::app
