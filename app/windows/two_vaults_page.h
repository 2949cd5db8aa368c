// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windows/scrolling_page.h"
#include "core/vault/vault.h"

class QListWidget;
class QPushButton;

namespace watchword::app {

class Card;
class TextLabel;
class Theme;

/// The page in place of the list where two vaults were found (vault::State::TwoVaults), or one that is not the book's: whose
/// accounts they are, and the choice between them. Nothing is changed before somebody has chosen.
class TwoVaultsPage final : public ScrollingPage
{
    Q_OBJECT

public:
    explicit TwoVaultsPage(const Theme &theme, QWidget *parent = nullptr);

    /// What was found, and whether a choice is just being carried out.
    void say(const vault::Vault &vault);
    /// Why the choice could not be carried out; stays until the next one.
    void setTrouble(const QString &sentence);
    void focusFirst();

Q_SIGNALS:
    /// Which one goes on; empty for both together.
    void chosen(const std::optional<watchword::vault::VaultId> &use);
    void openRequested();
    void laterRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// One of the two lists.
    struct Shown {
        TextLabel *title;
        TextLabel *why;
        Card *card;
        QListWidget *list;
    };
    /// A way on, with what it means.
    struct Way {
        QWidget *whole;
        QPushButton *button;
        TextLabel *meaning;
    };

    Shown addList(const QString &name);
    Way addWay(const char *role, void (TwoVaultsPage::*choosing)());
    void showFound();
    void sayOne();
    static void offer(const Way &way, const QString &text, const QString &meaning);
    void showList(const Shown &shown, const vault::FoundVault &found);
    void fitWidth();
    void useBoth();
    void useFirst();
    void useSecond();
    void choose(const std::optional<vault::VaultId> &use);
    void setBusy(bool isBusy);

    const Theme &m_theme;
    std::vector<vault::FoundVault> m_found;
    Card *m_note;
    TextLabel *m_title;
    TextLabel *m_what;
    Shown m_first;
    Shown m_second;
    Card *m_ways;
    Way m_both;
    Way m_useFirst;
    Way m_useSecond;
    TextLabel *m_status;
    QPushButton *m_again;
    QPushButton *m_later;
    QPushButton *m_pressed = nullptr; ///< has the focus again when its choice failed
    bool m_isBusy = false;
};

} // namespace watchword::app
