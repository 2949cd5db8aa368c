// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "app/support/error_text.h"
#include "core/accounts/account.h"
#include "core/otp/code.h"

#include <QTimer>

#include <optional>

class QBoxLayout;
class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace watchword {
class Clock;
}

namespace watchword::app {

class CodeLabel;
class Note;
class RingWidget;
class TabletWidget;

/// The card that asks before an account is added: its names, its live code, and what the site said to it. It saves
/// nothing: it says what the person wants, and is told what became of it.
class ConfirmCard final : public PageDialog
{
    Q_OBJECT

public:
    ConfirmCard(const Theme &theme, const Clock &clock, accounts::Proposal proposal, QWidget *parent);
    ~ConfirmCard() override;

    /// What is to be saved, with the names as they stand in the fields now.
    accounts::Proposal proposal() const;
    /// The code of this moment; of a counter account the one that was shown.
    std::optional<otp::Code> currentCode() const;

    /// Asks what to do about an account of the same name with another key.
    void askAboutTwin(const QString &existing);
    void setSaving();
    /// The keychain asks for its password while the card is being saved.
    void setWaiting(bool isWaiting);
    void setSaved();
    void setTrouble(const ErrorText &text);
    void showCounterCode(const otp::Code &code);
    /// The code is on the clipboard: the next step is the site's.
    void setCopied();
    /// What else was read and not taken, a sentence each.
    void setLeftAlone(const QStringList &sentences);
    /// How many links came meanwhile and were not opened.
    void setPassedOver(int links);
    bool isSaved() const { return m_stage == Stage::Saved; }
    /// Closes without the question.
    void leave();

    void reject() override;

Q_SIGNALS:
    void copyRequested();
    void acceptedRequested();
    void replaceChosen();
    void keepBothChosen();
    void scanAgainRequested();
    void stopWaitingRequested();
    /// "Keep this account?" was answered with yes.
    void keepRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Stage { Offered, Saving, Saved };

    QWidget *makeNames();
    QWidget *makeCodeCard();
    QWidget *makeAbout();
    QWidget *makeHelp();
    void makeButtons();
    QLineEdit *addField(QVBoxLayout *fields, const QString &label, const QString &text);
    void tick();
    void showNames();
    bool hasName();
    void askToKeep();
    void setStage(Stage stage);
    void nextStepIs(QPushButton *button);

    const Clock &m_clock;
    accounts::Proposal m_proposal;
    std::optional<otp::Code> m_counterCode;
    Stage m_stage = Stage::Offered;
    bool m_isWaiting = false;
    QTimer m_tick;
    bool m_leaving = false;

    TextLabel *m_title = nullptr;
    Note *m_twin = nullptr;
    Note *m_trouble = nullptr;
    Note *m_passedOver = nullptr;
    Note *m_leftAlone = nullptr;
    TabletWidget *m_tablet = nullptr;
    QLineEdit *m_issuer = nullptr;
    QLineEdit *m_name = nullptr;
    TextLabel *m_nameMissing = nullptr;
    TextLabel *m_codeCaption = nullptr;
    QBoxLayout *m_codeLine = nullptr;
    CodeLabel *m_code = nullptr;
    RingWidget *m_ring = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_help = nullptr;
    QWidget *m_helpNote = nullptr;
    QPushButton *m_accepted = nullptr;
    QPushButton *m_cancel = nullptr;
    QCheckBox *m_steam = nullptr; ///< where the link does not say whether it is Steam's
};

} // namespace watchword::app
