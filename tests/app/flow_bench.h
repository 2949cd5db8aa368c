// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/add_account.h"
#include "app/support/secret_clipboard.h"
#include "app/support/theme/theme.h"
#include "core/vault/push_vault.h"
#include "tests/support/push_ports.h"
#include "tests/support/vault_process.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QPushButton>
#include <QTemporaryDir>

namespace watchword::tests {

/// Approve / Deny on a vault, as the program puts it together, with a network that answers what it is told to.
struct SignInBench {
    SignInBench(vault::Vault &vault, const Clock &theClock)
        : keeper(vault)
        , clock(theClock)
        , service({http, keeper, keeper, theClock, alarm, [] { return 0.5; }})
    {
        QObject::connect(&vault, &vault::Vault::pushAccountsChanged, &service, &push::PushService::takeAccounts);
        service.start();
    }

    app::EnrolPush::Ports ports() { return {{http, keeper, clock}, service}; }

    test::ScriptedHttp http;
    vault::PushVault keeper;
    const Clock &clock;
    test::HeldAlarm alarm;
    push::PushService service;
};

/// The flow of adding on a vault in a scripted keychain, at second 59 of the RFC's time.
struct FlowBench {
    FlowBench()
        : process(folder.path(), std::make_shared<Keychain>())
        , clipboard(*QGuiApplication::clipboard())
        , signIns(*process.vault, process.clock)
        , flow({*process.vault, clipboard, process.clock, theme, window}, signIns.ports())
    {
        process.clock.seconds = 59;
        process.open();
        window.show();
    }
    ~FlowBench() { flow.close(); }

    void openLink(const char *link) { flow.openText(SecretBytes::copyOf(bytesOf(QByteArrayView(link)))); }
    qsizetype saved() const { return process.vault->accounts().size(); }

    QTemporaryDir folder;
    VaultProcess<ScriptedKeyStore> process;
    app::Theme theme;
    QWidget window;
    app::SecretClipboard clipboard;
    SignInBench signIns;
    app::AddAccount flow;
};

/// The widget of that class that a screen reader calls so, among what is on the screen.
template <class Widget = QWidget>
Widget *named(const QString &name)
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        auto *wanted = qobject_cast<Widget *>(widget);
        if (!wanted || !widget->isVisible())
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface && interface->text(QAccessible::Name) == name)
            return wanted;
    }
    return nullptr;
}

inline bool press(const QString &name)
{
    auto *button = named<QAbstractButton>(name);
    if (!button || !button->isEnabled())
        return false;
    button->click();
    return true;
}

/// What the dialog that is open says of itself: its name and description.
inline QString openDialogSays()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *widget : windows) {
        if (widget->isVisible() && qobject_cast<const QDialog *>(widget))
            return widget->accessibleName() + QLatin1Char(' ') + widget->accessibleDescription();
    }
    return {};
}

} // namespace watchword::tests
