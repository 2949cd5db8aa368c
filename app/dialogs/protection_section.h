// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace watchword::vault {
class Vault;
}

namespace watchword::app {

class TextLabel;
class Theme;

/// In the settings: what protects the accounts now, and what else could.
class ProtectionSection final : public QWidget
{
    Q_OBJECT

public:
    /// `vault` must outlive this.
    ProtectionSection(const Theme &theme, const vault::Vault &vault, QWidget *parent);

Q_SIGNALS:
    void usePasswordRequested();
    void changePasswordRequested();
    void useKeychainRequested();

private:
    void follow();

    const vault::Vault &m_vault;
    TextLabel *m_title;
    TextLabel *m_text;
    QPushButton *m_use;
    QPushButton *m_change;
    QPushButton *m_goBack;
};

} // namespace watchword::app
