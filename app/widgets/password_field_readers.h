// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace watchword::app {

class PasswordField;

/// A password field as screen readers meet it: a field for passwords with a name and a description, and without any text.
class PasswordFieldReaders final : public QAccessibleWidget
{
public:
    /// Once is enough; every field does it.
    static void install();

    QString text(QAccessible::Text text) const override;
    QAccessible::State state() const override;

private:
    explicit PasswordFieldReaders(PasswordField &field);
    static QAccessibleInterface *make(const QString &name, QObject *object);

    PasswordField &m_field;
};

} // namespace watchword::app
