// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/about_dialog.h"

#include "app/support/theme/icon_engine.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/text_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

AboutDialog::AboutDialog(const Theme &theme, QWidget *parent)
    : PageDialog(theme, tr("About Watchword"), parent)
{
    auto *icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    icon->setAlignment(Qt::AlignHCenter);
    column()->addWidget(icon);
    addTitle(tr("Watchword %1").arg(QStringLiteral(WATCHWORD_VERSION)))->setAlignment(Qt::AlignHCenter);
    const QStringList paragraphs = {
        tr("Sign-in codes, kept in your computer’s own keychain or under a password of yours. No account, no cloud, no telemetry."),
        tr("© 2026 The Watchword authors. Free software under the GNU General Public License, version 3 or later; there is no warranty."),
    };
    for (const QString &paragraph : paragraphs) {
        auto *text = new TextLabel(theme, TypeRole::Body, paragraph, this, &Tokens::text2);
        text->setAlignment(Qt::AlignHCenter);
        column()->addWidget(text);
    }
    column()->addStretch();
    auto *close = makeButton(tr("Close"), "plain");
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons()->addTrailing(close);
    close->setFocus(Qt::OtherFocusReason);
    fit(400);
}

} // namespace watchword::app
