// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "app/support/error_text.h"

namespace watchword::app {

/// Says whose code it is when it is not ours, what to do instead, and on request what was read (masked).
class ForeignDialog final : public PageDialog
{
    Q_OBJECT

public:
    ForeignDialog(const Theme &theme, const OriginText &text, const QString &maskedContent, QWidget *parent);

    /// Choosing a part of what was captured is another way.
    void offerArea();

Q_SIGNALS:
    // The dialog has closed.
    void scanAgainRequested();
    void areaRequested();

private:
    QWidget *makeHead(const OriginText &text);
    QWidget *makeSteps(const QStringList &steps);
    QWidget *makeNote(const OriginText &text);
    void makeButtons();

    TextLabel *m_content = nullptr;
};

} // namespace watchword::app
