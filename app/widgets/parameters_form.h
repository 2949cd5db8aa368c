// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/otp/parameters.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace watchword::app {

class TextLabel;
class Theme;

/// What an account's codes are made with, as fields: type, algorithm, digits, period, counter. Only those that the type
/// has are shown.
class ParametersForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ParametersForm(const Theme &theme, QWidget *parent = nullptr);

    void setParameters(const otp::Parameters &parameters);
    /// What the fields say; nothing when there is no number in the counter's.
    std::optional<otp::Parameters> parameters() const;
    /// The same, and where there is no number the sentence under the field and the focus in it.
    std::optional<otp::Parameters> checkedParameters();

Q_SIGNALS:
    void changed();

private:
    struct Row {
        TextLabel *caption;
        QWidget *field;
    };
    Row addRow(const QString &label, QWidget *field);
    void makeFields();
    void showRowsOfType();

    const Theme &m_theme;
    QVBoxLayout *m_lines;
    QComboBox *m_type = nullptr;
    QComboBox *m_algorithm = nullptr;
    QSpinBox *m_digits = nullptr;
    QSpinBox *m_period = nullptr;
    QLineEdit *m_counter = nullptr;
    TextLabel *m_trouble = nullptr;
    Row m_algorithmRow{}, m_digitsRow{}, m_periodRow{}, m_counterRow{};
};

} // namespace watchword::app
