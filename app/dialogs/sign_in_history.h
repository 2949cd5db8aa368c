// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/push/push_memory.h"

class QListWidget;

namespace watchword::app {

class Note;

/// What became of the sign-in requests of this computer, the latest first.
class SignInHistory final : public PageDialog
{
    Q_OBJECT

public:
    struct Line {
        QString when;
        QString account; ///< as it may be shown
        QString ending;
    };

    SignInHistory(const Theme &theme, QWidget *parent);

    /// `refused`: how many challenges were not shown, as no server had signed them.
    void setLines(const QList<Line> &lines, qint64 refused);

Q_SIGNALS:
    void clearRequested();

private:
    QListWidget *m_list;
    TextLabel *m_none;
    Note *m_refused;
    QPushButton *m_clear;
};

} // namespace watchword::app
