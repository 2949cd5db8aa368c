// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/accounts/account.h"
#include "core/otp/code.h"
#include "core/vault/edit.h"

#include <functional>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace watchword::app {

class CodeLabel;
class Note;
class ParametersForm;

/// Everything of an account that is there, but its key: names, group, pin, and behind "Advanced" what its codes are made
/// with. Says what is to be different, never the whole account, so that two who edit it do not undo each other.
class EditAccountDialog final : public PageDialog
{
    Q_OBJECT

public:
    /// The code that other parameters would give now; nothing when it is not to be shown.
    using Preview = std::function<std::optional<otp::Code>(const otp::Parameters &)>;

    EditAccountDialog(const Theme &theme, const accounts::Account &account, const QStringList &groups, Preview preview,
                      QWidget *parent);

    accounts::AccountId id() const { return m_account.id; }
    /// The account as it is now, perhaps changed by another program: fields that were not touched here follow. Without an
    /// account, or with one in the trash, nothing can be saved.
    void follow(const std::optional<accounts::Account> &account);
    /// The previewed code again, each second.
    void refreshPreview();
    void focusGroup();
    void setSaving();
    void setTrouble(const QString &sentence);

Q_SIGNALS:
    /// At least one thing is different.
    void saveRequested(const watchword::vault::Edit &edit);
    void trashRequested();

private:
    template <class Field> Field *addField(const QString &label, Field *field);
    void makeWords(const QStringList &groups);
    void offerGroups(const QStringList &groups);
    void makeAdvanced();
    void makeButtons();
    void fill(const accounts::Account &account);
    void parametersChanged();
    std::optional<vault::Edit> edit();
    void askAboutCounter(quint64 saved, quint64 wanted);
    void save();

    accounts::Account m_account; // as it was last known to be saved
    Preview m_preview;
    QLineEdit *m_issuer = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_group = nullptr;
    QCheckBox *m_pinned = nullptr;
    TextLabel *m_summary = nullptr;
    QPushButton *m_more = nullptr;
    QWidget *m_advanced = nullptr;
    ParametersForm *m_form = nullptr;
    Note *m_counterQuestion = nullptr;
    Note *m_mustAgree = nullptr;
    CodeLabel *m_code = nullptr;
    TextLabel *m_meanwhile = nullptr;
    TextLabel *m_trouble = nullptr;
    QPushButton *m_trash = nullptr;
    QPushButton *m_save = nullptr;
    bool m_isSaving = false;
    bool m_isGone = false;
    bool m_mayLowerCounter = false;
};

} // namespace watchword::app
