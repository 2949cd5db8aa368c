// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windows/scrolling_page.h"
#include "core/vault/vault.h"

#include <QTimer>

class QPushButton;

namespace watchword::app {

class Card;
class TextLabel;
class Theme;

/// What is said while the vault is not open: what it means for the accounts, and the one act that may cure it.
struct TroubleText {
    QString title;
    QString what;
    QString action; ///< the button's words; empty for none
};

/// The page in place of the list while the vault is locked, unavailable, damaged …
class TroublePage final : public ScrollingPage
{
    Q_OBJECT

public:
    explicit TroublePage(const Theme &theme, QWidget *parent = nullptr);

    /// The words for a state; empty for one that has a page of its own.
    static TroubleText textFor(const vault::Vault &vault);
    /// Where the sealed file lies, for words about it.
    void setFolder(const QString &folder) { m_folder = folder; }
    void say(const vault::Vault &vault);
    void focusFirst();

Q_SIGNALS:
    void openRequested();
    void stopWaitingRequested();
    /// Offered where no vault ever was and the keychain cannot be used.
    void usePasswordRequested();
    /// Offered where the accounts are gone from the keychain.
    void startAgainRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QStringList aboutFile(const vault::Vault &vault) const;
    void fitButtons();
    static TroubleText passwordTextFor(const vault::Vault &vault);
    void showCard();

    QString m_folder;
    Card *m_card;
    TextLabel *m_title;
    TextLabel *m_what;
    QPushButton *m_action;
    TextLabel *m_instead;
    QPushButton *m_usePassword;
    QPushButton *m_startAgain;
    QTimer m_untilSaid; ///< opening takes a blink as a rule: words that flash by are worse than none
    bool m_waiting = false;
};

} // namespace watchword::app
