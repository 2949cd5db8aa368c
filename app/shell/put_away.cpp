// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/put_away.h"

#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QPointer>

namespace watchword::app {

void putAwayDialogs()
{
    // One may take others with it.
    QList<QPointer<QWidget>> windows;
    for (QWidget *window : QApplication::topLevelWidgets())
        windows << window;
    for (const QPointer<QWidget> &window : std::as_const(windows)) {
        if (auto *menu = qobject_cast<QMenu *>(window.data()))
            menu->close();
        auto *dialog = qobject_cast<QDialog *>(window.data());
        if (!dialog)
            continue;
        if (dialog->isVisible())
            dialog->done(QDialog::Rejected); // not reject(), which may ask
        if (window)
            dialog->deleteLater();
    }
}

} // namespace watchword::app
