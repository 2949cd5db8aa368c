// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/area_dialog.h"

#include "app/widgets/area_picker.h"
#include "app/widgets/button_row.h"
#include "app/widgets/text_label.h"

#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int dialogWidth = 1100;

/// So that the words and the buttons are seen beside it.
int highestOn(const QScreen *screen)
{
    return screen ? screen->availableSize().height() * 6 / 10 : 480;
}

} // namespace

AreaDialog::AreaDialog(const Theme &theme, const std::vector<QImage> &pictures, QWidget *parent)
    : PageDialog(theme, tr("Add account"), parent)
    , m_picker(new AreaPicker(theme, pictures, highestOn(parent ? parent->screen() : nullptr), this))
{
    const QString title = tr("Where is the QR code?");
    const QString todo =
        tr("Draw a rectangle around it. The arrow keys move the rectangle, with Shift they change its size.");
    setAccessibleName(title);
    setAccessibleDescription(todo);
    addTitle(title);
    column()->addWidget(new TextLabel(theme, TypeRole::Body, todo, this, &Tokens::text2));
    column()->addWidget(m_picker);
    column()->addStretch();

    auto *back = makeButton(tr("Back"), "plain");
    auto *search = makeButton(tr("Search here"), "primary", QStringLiteral("scan-area"));
    buttons()->addTrailing(back);
    buttons()->addTrailing(search);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(search, &QPushButton::clicked, this, [this] {
        const int picture = m_picker->picture();
        const QRect area = m_picker->area();
        accept();
        Q_EMIT chosen(picture, area);
    });
    search->setDefault(true);
    m_picker->setFocus(Qt::OtherFocusReason);
    fit(dialogWidth);
}

} // namespace watchword::app
