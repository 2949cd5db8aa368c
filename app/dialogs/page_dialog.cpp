// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/page_dialog.h"

#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/button_row.h"
#include "app/widgets/text_label.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace watchword::app {

namespace {

constexpr int footerMargin = 12;

/// Large text needs the room more than the margin does.
int marginFor(const Theme &theme)
{
    return textScale(theme.font(TypeRole::Body)) < 1.5 ? 24 : 12;
}

} // namespace

PageDialog::PageDialog(const Theme &theme, const QString &windowTitle, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_content(new QWidget)
    , m_footer(new QWidget)
    , m_column(new QVBoxLayout(m_content))
    , m_buttons(new ButtonRow)
{
    setWindowTitle(windowTitle);
    setAttribute(Qt::WA_DeleteOnClose);
    const int margin = marginFor(theme);
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(measures::sectionGap);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_content);

    auto *footer = new QVBoxLayout(m_footer);
    footer->setContentsMargins(margin, footerMargin, margin, footerMargin);
    footer->addLayout(m_buttons);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    whole->addWidget(m_footer);
    setMinimumWidth(measures::leastWidth);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

TextLabel *PageDialog::addTitle(const QString &title)
{
    auto *label = new TextLabel(m_theme, TypeRole::Title, title, this);
    m_column->addWidget(label);
    return label;
}

QPushButton *PageDialog::makeButton(const QString &text, const char *role, const QString &icon)
{
    auto *button = withRole(new QPushButton(text, this), role);
    button->setAutoDefault(false);
    if (!icon.isEmpty())
        button->setIcon(m_theme.icon(icon));
    return button;
}

void PageDialog::fit(int width)
{
    const QSize screenSize = screen() ? screen()->availableSize() : QSize(1024, 768);
    const int wanted = qMin(width, screenSize.width() - 16);
    m_column->invalidate();
    m_column->activate();
    const int inside =
        m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(wanted) : m_column->totalSizeHint().height();
    const int foot = m_footer->heightForWidth(wanted);
    resize(wanted, qMin(qMax(inside + foot + 1, isVisible() && !m_isAstray ? height() : 0), screenSize.height() - 48));
    m_fitted = wanted;
    m_isAstray = false;
}

/// On its way to a monitor of another scale, and back to its own, Qt may take a size in pixels for one of the other scale, and keep
/// that: the page would be twice as wide as its window for good.
void PageDialog::fitAgain()
{
    m_isAstray = m_fitted > 0 && width() != m_fitted;
    if (m_isAstray)
        fit(m_fitted);
}

bool PageDialog::event(QEvent *event)
{
    if (event->type() == QEvent::ScreenChangeInternal
        && std::exchange(m_ratio, devicePixelRatioF()) != devicePixelRatioF()) {
        for (const auto after :
             {std::chrono::milliseconds(0), std::chrono::milliseconds(300)}) // what is on its way, too
            QTimer::singleShot(after, this, &PageDialog::fitAgain);
    }
    return QDialog::event(event);
}

void PageDialog::offerDropAndPaste(std::function<bool(const QMimeData &)> canOpen)
{
    m_canOpen = std::move(canOpen);
    setAcceptDrops(true);
    auto *paste = new QShortcut(QKeySequence::Paste, this);
    connect(paste, &QShortcut::activated, this, &PageDialog::pasteRequested);
}

void PageDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_canOpen && m_canOpen(*event->mimeData()))
        event->acceptProposedAction();
}

void PageDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    Q_EMIT dropped(event->mimeData());
}

void PageDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, m_footer->y(), width(), 1), m_theme.tokens().divider);
}

} // namespace watchword::app
