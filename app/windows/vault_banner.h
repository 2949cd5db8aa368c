// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault.h"

#include <QWidget>

class QPushButton;

namespace watchword::app {

class TextLabel;
class Theme;

/// Over the list, what the open vault warns of: an older copy, an account without its secret … Put away by the person, it
/// comes back when there is something else to say.
class VaultBanner final : public QWidget
{
    Q_OBJECT

public:
    explicit VaultBanner(const Theme &theme, QWidget *parent = nullptr);

    void say(const vault::Vault &vault);

Q_SIGNALS:
    /// What this version does not understand is to be shown.
    void oddRecordsRequested();
    void usePasswordRequested();

private:
    TextLabel *m_text;
    QPushButton *m_look;
    QPushButton *m_usePassword; ///< where the keychain has none
    QString m_putAway;
};

} // namespace watchword::app
