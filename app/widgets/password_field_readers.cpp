// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/password_field_readers.h"

#include "app/widgets/password_field.h"

namespace watchword::app {

PasswordFieldReaders::PasswordFieldReaders(PasswordField &field)
    : QAccessibleWidget(&field, QAccessible::EditableText)
    , m_field(field)
{
}

QAccessibleInterface *PasswordFieldReaders::make(const QString &, QObject *object)
{
    auto *const field = qobject_cast<PasswordField *>(object);
    return field ? new PasswordFieldReaders(*field) : nullptr;
}

void PasswordFieldReaders::install()
{
    // One that is there already is not added again.
    QAccessible::installFactory(&PasswordFieldReaders::make);
}

QString PasswordFieldReaders::text(QAccessible::Text text) const
{
    return text == QAccessible::Value ? QString() : QAccessibleWidget::text(text);
}

QAccessible::State PasswordFieldReaders::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.passwordEdit = true;
    state.editable = true;
    state.readOnly = m_field.isReadOnly();
    return state;
}

} // namespace watchword::app
