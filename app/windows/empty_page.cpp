// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/empty_page.h"

#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/card.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr char drawingProperty[] = "drawing";

} // namespace

EmptyPage::EmptyPage(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_scan(withRole(new QPushButton(tr("Scan the QR code on my screen")), "primary"))
    , m_symbol(new QLabel)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(measures::pageMargin, 24, measures::pageMargin, 16);
    column->setSpacing(measures::cardGap);
    m_symbol->setAlignment(Qt::AlignHCenter);
    m_scan->setMinimumHeight(measures::mainButtonHeight);
    m_scan->setIcon(theme.icon(QStringLiteral("scan-screen"), &Tokens::accentText));
    m_scan->setIconSize(QSize(20, 20));

    auto *card = new Card(theme);
    const QString pasteKeys = QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText);
    auto *picture = makeWay(QStringLiteral("picture"), tr("Open a picture file"), {});
    auto *paste = makeWay(QStringLiteral("paste"), tr("Paste a picture, link or key"), pasteKeys);
    auto *type = makeWay(QStringLiteral("keyboard"), tr("Type the key"), {});
    for (QPushButton *way : {picture, paste, type}) {
        if (way != picture)
            card->addDivider();
        card->column()->addWidget(way);
    }

    column->addStretch(1);
    column->addWidget(m_symbol);
    column->addSpacing(8);
    column->addWidget(makeText(tr("Add your first account"), true));
    column->addWidget(makeText(
        tr("Leave the site’s QR code open in your browser. Watchword will look at your screen and find it."), false));
    column->addSpacing(8);
    column->addWidget(m_scan);
    column->addSpacing(12);
    auto *other = makeText(tr("Or another way"), false);
    other->setAlignment(Qt::AlignLeading);
    column->addWidget(other);
    column->addWidget(card);
    column->addStretch(2);
    column->addWidget(makeText(tr("Nothing leaves this computer."), false));
    setWidget(page);

    connect(m_scan, &QPushButton::clicked, this, &EmptyPage::scanRequested);
    connect(picture, &QPushButton::clicked, this, &EmptyPage::pictureRequested);
    connect(paste, &QPushButton::clicked, this, &EmptyPage::pasteRequested);
    connect(type, &QPushButton::clicked, this, &EmptyPage::typeRequested);
    connect(&theme, &Theme::changed, this, &EmptyPage::readTheme);
    readTheme();
}

QLabel *EmptyPage::makeText(const QString &text, bool title)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    (title ? m_titles : m_quiet).append(label);
    return label;
}

QPushButton *EmptyPage::makeWay(const QString &icon, const QString &text, const QString &keys)
{
    auto *button = withRole(new QPushButton, "link");
    button->setAccessibleName(text);
    auto *row = new QHBoxLayout(button);
    row->setContentsMargins(measures::cardPadding, 0, measures::cardPadding, 0);
    const auto drawing = [&](const QString &name) {
        auto *label = new QLabel;
        label->setProperty(drawingProperty, name);
        row->addWidget(label);
    };
    drawing(icon);
    row->addSpacing(8);
    auto *words = new QLabel(text);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    if (!keys.isEmpty()) {
        auto *shortcut = new QLabel(keys);
        m_quiet.append(shortcut);
        row->addWidget(shortcut);
    }
    drawing(QStringLiteral("chevron"));
    for (QLabel *label : button->findChildren<QLabel *>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_ways.append(button);
    return button;
}

void EmptyPage::readTheme()
{
    m_symbol->setPixmap(
        QIcon(QStringLiteral(":/icons/org.watchword.Watchword.svg")).pixmap(QSize(80, 80), devicePixelRatioF()));
    for (QLabel *label : std::as_const(m_titles))
        label->setFont(m_theme.font(TypeRole::Title));
    for (QLabel *label : std::as_const(m_quiet)) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, m_theme.tokens().text2);
        label->setPalette(palette);
    }
    for (QPushButton *way : std::as_const(m_ways)) {
        way->setMinimumHeight(qMax(measures::cardRowHeight, way->fontMetrics().height() + 24));
        for (QLabel *label : way->findChildren<QLabel *>()) {
            if (const QString name = label->property(drawingProperty).toString(); !name.isEmpty())
                label->setPixmap(m_theme.icon(name, &Tokens::text2).pixmap(QSize(20, 20), devicePixelRatioF()));
        }
    }
}

void EmptyPage::focusFirst()
{
    m_scan->setFocus(Qt::OtherFocusReason);
}

} // namespace watchword::app
