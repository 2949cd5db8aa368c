// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/countdown_dialog.h"

#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/ring_widget.h"
#include "app/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace watchword::app {

namespace {

constexpr int ringDiameter = 50;
constexpr int dialogWidth = 400;

} // namespace

CountdownDialog::CountdownDialog(const Theme &theme, int seconds, QWidget *parent)
    : PageDialog(theme, tr("Scan the screen"), parent)
    , m_seconds(seconds)
    , m_ring(new RingWidget(theme, ringDiameter, this))
{
    setWindowFlag(Qt::WindowStaysOnTopHint);
    const QString title = tr("The screen is scanned in %n second(s)", nullptr, seconds);
    const QString todo = tr("Open the page or the menu with the QR code now.");
    // A screen reader says both when the dialog opens, and not each second.
    setAccessibleName(title);
    setAccessibleDescription(todo);
    auto *line = new QHBoxLayout;
    line->setSpacing(measures::sectionGap);
    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(new TextLabel(theme, TypeRole::Heading, title, this));
    words->addWidget(new TextLabel(theme, TypeRole::Body, todo, this, &Tokens::text2));
    line->addLayout(words, 1);
    line->addWidget(m_ring, 0, Qt::AlignVCenter);
    column()->addLayout(line);
    column()->addStretch();

    auto *cancel = makeButton(tr("Cancel"), "plain");
    auto *now = makeButton(tr("Scan now"), "primary", QStringLiteral("scan-screen"));
    buttons()->addTrailing(cancel);
    buttons()->addTrailing(now);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(now, &QPushButton::clicked, this, &CountdownDialog::finish);
    now->setDefault(true);
    now->setFocus(Qt::OtherFocusReason);
    fit(dialogWidth);

    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &CountdownDialog::tick);
    connect(this, &QDialog::finished, &m_tick, &QTimer::stop);
    m_sinceOpened.start();
    tick();
}

void CountdownDialog::tick()
{
    const qint64 left = qint64(m_seconds) * 1000 - m_sinceOpened.elapsed();
    if (left <= 0)
        return finish();
    m_ring->setCountdown(int((left + 999) / 1000), m_seconds);
    m_tick.start(int((left - 1) % 1000 + 1));
}

void CountdownDialog::finish()
{
    accept();
    Q_EMIT elapsed();
}

} // namespace watchword::app
