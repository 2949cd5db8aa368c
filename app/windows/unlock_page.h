// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windows/scrolling_page.h"
#include "core/base/error.h"
#include "core/base/secret_bytes.h"

#include <optional>

class QLabel;
class QPushButton;

namespace watchword::app {

class PasswordField;
class TextLabel;
class Theme;

/// The page in place of the list while the accounts are behind a password of their own: a field, and what became of the
/// last try.
class UnlockPage final : public ScrollingPage
{
    Q_OBJECT

public:
    explicit UnlockPage(const Theme &theme, QWidget *parent = nullptr);

    /// Why it is locked (vault::Vault::reason), said once; empty when nothing is the matter.
    void say(const std::optional<Error> &reason);
    /// The password is being tried, until `answer`.
    bool isBusy() const { return m_isBusy; }
    void answer(const Result<void> &answer);
    /// What was typed so far is gone.
    void clear();
    void focusFirst();
    /// Some of the accounts approve sign-ins: it is said that none are checked.
    void setExpectsSignIns(bool expects);

Q_SIGNALS:
    void unlockRequested(const watchword::SecretBytes &password);
    void forgotten();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void submit();
    void setBusy(bool isBusy);
    void sayTrouble(const QString &words);

    QLabel *m_symbol;
    QWidget *m_middle;
    PasswordField *m_field;
    TextLabel *m_unchecked;
    TextLabel *m_trouble;
    QPushButton *m_unlock;
    std::optional<Error> m_said;
    bool m_isBusy = false;
};

} // namespace watchword::app
