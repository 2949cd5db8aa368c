// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/parameters_form.h"

#include "app/support/theme/theme.h"
#include "app/widgets/text_label.h"
#include "core/accounts/otpauth_uri.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

enum Type { TimeBased, CounterBased, SteamGuard };

constexpr quint64 largestTyped = accounts::largestCounter - 1; // the largest itself gives no code

} // namespace

ParametersForm::ParametersForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    makeFields();
    m_trouble = new TextLabel(theme, TypeRole::Small, {}, this, &Tokens::danger);
    m_trouble->hide();
    m_lines->addWidget(m_trouble);
    const auto tell = [this] {
        m_trouble->hide();
        m_counter->setProperty("invalid", false);
        m_counter->update();
        Q_EMIT changed();
    };
    connect(m_type, &QComboBox::currentIndexChanged, this, [this, tell] {
        showRowsOfType();
        tell();
    });
    connect(m_algorithm, &QComboBox::currentIndexChanged, this, tell);
    connect(m_digits, &QSpinBox::valueChanged, this, tell);
    connect(m_period, &QSpinBox::valueChanged, this, tell);
    connect(m_counter, &QLineEdit::textChanged, this, tell);
    showRowsOfType();
}

ParametersForm::Row ParametersForm::addRow(const QString &label, QWidget *field)
{
    auto *caption = new TextLabel(m_theme, TypeRole::SmallStrong, label, this);
    caption->setBuddy(field);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    m_lines->addWidget(caption);
    m_lines->addWidget(field);
    return {caption, field};
}

void ParametersForm::makeFields()
{
    const auto addChoice = [this] {
        auto *choice = new QComboBox(this);
        // Its longest entry must not make the page wider than the window.
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(8);
        return choice;
    };
    m_type = addChoice();
    addRow(tr("&Type"), m_type);
    m_type->addItem(tr("Changes with time (TOTP)"));
    m_type->addItem(tr("Counts its codes (HOTP)"));
    m_type->addItem(tr("Steam"));
    m_algorithm = addChoice();
    m_algorithmRow = addRow(tr("Al&gorithm"), m_algorithm);
    for (const auto algorithm : {otp::Algorithm::Sha1, otp::Algorithm::Sha224, otp::Algorithm::Sha256,
                                 otp::Algorithm::Sha384, otp::Algorithm::Sha512})
        m_algorithm->addItem(otp::algorithmName(algorithm), int(algorithm));
    m_digits = new QSpinBox(this);
    m_digits->setRange(1, 10);
    m_digits->setValue(6);
    m_digitsRow = addRow(tr("&Digits"), m_digits);
    m_period = new QSpinBox(this);
    m_period->setRange(1, 86400);
    m_period->setValue(30);
    m_periodRow = addRow(tr("S&econds until a new code"), m_period);
    m_counter = new QLineEdit(QStringLiteral("0"), this);
    m_counter->setInputMethodHints(Qt::ImhDigitsOnly);
    m_counter->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,19}")), m_counter));
    m_counterRow = addRow(tr("&Counter of the next code"), m_counter);
}

void ParametersForm::showRowsOfType()
{
    const auto show = [](const Row &row, bool isThere) {
        row.caption->setVisible(isThere);
        row.field->setVisible(isThere);
    };
    const int type = m_type->currentIndex();
    show(m_algorithmRow, type != SteamGuard);
    show(m_digitsRow, type != SteamGuard);
    show(m_periodRow, type == TimeBased);
    show(m_counterRow, type == CounterBased);
}

void ParametersForm::setParameters(const otp::Parameters &parameters)
{
    const auto *hotp = std::get_if<otp::Hotp>(&parameters);
    const bool isSteam = std::holds_alternative<otp::Steam>(parameters);
    m_type->setCurrentIndex(isSteam ? SteamGuard : hotp ? CounterBased : TimeBased);
    // What a type does not have keeps what was there, for when another type is chosen.
    if (!isSteam) {
        m_algorithm->setCurrentIndex(m_algorithm->findData(int(otp::algorithmOf(parameters))));
        m_digits->setValue(otp::digitsOf(parameters));
    }
    if (hotp)
        m_counter->setText(QString::number(hotp->counter));
    else if (!isSteam)
        m_period->setValue(otp::periodOf(parameters));
}

std::optional<otp::Parameters> ParametersForm::parameters() const
{
    const auto algorithm = otp::Algorithm(m_algorithm->currentData().toInt());
    switch (m_type->currentIndex()) {
    case CounterBased: {
        bool isNumber = false;
        const quint64 counter = m_counter->text().toULongLong(&isNumber);
        if (!isNumber || counter > largestTyped)
            return {};
        return otp::Hotp{algorithm, m_digits->value(), counter};
    }
    case SteamGuard: return otp::Steam{};
    default: return otp::Totp{algorithm, m_digits->value(), m_period->value()};
    }
}

std::optional<otp::Parameters> ParametersForm::checkedParameters()
{
    const auto read = parameters();
    if (!read) {
        const QString sentence = tr("Type a whole number from 0 to %1.").arg(QLocale().toString(largestTyped));
        m_trouble->setText(sentence);
        m_trouble->show();
        m_counter->setAccessibleDescription(sentence);
        m_counter->setProperty("invalid", true);
        m_counter->setFocus(Qt::OtherFocusReason);
    }
    return read;
}

} // namespace watchword::app
