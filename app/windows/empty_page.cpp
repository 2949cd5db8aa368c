// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/empty_page.h"

#include "app/support/breakable_text.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/card.h"
#include "app/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr char drawingProperty[] = "drawing";
constexpr int rowPadding = 8;

} // namespace

EmptyPage::EmptyPage(const Theme &theme, QWidget *parent)
    : ScrollingPage(parent)
    , m_theme(theme)
    , m_scan(withRole(new QPushButton, "primary"))
    , m_symbol(new QLabel)
{
    column()->setSpacing(measures::cardGap);
    m_symbol->setAlignment(Qt::AlignHCenter);
    m_scan->setAccessibleName(tr("Scan the QR code on my screen"));
    m_scan->setMinimumHeight(measures::mainButtonHeight);
    m_scan->setIcon(theme.icon(QStringLiteral("scan-screen"), &Tokens::accentText));
    m_scan->setIconSize(QSize(20, 20));

    auto *card = new Card(theme);
    const QString pasteKeys = QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText);
    auto *soon = makeWay(QStringLiteral("clock"), tr("Scan in 3 seconds"), {}, tr("Open the menu with the code first"));
    auto *camera = makeWay(QStringLiteral("camera"), tr("Use the webcam"), {});
    auto *picture = makeWay(QStringLiteral("picture"), tr("Open a picture file"), {});
    auto *paste = makeWay(QStringLiteral("paste"), tr("Paste a picture, link or key"), pasteKeys);
    auto *type = makeWay(QStringLiteral("keyboard"), tr("Type the key"), {});
    for (QPushButton *way : {soon, camera, picture, paste, type}) {
        if (way != soon)
            card->addDivider();
        card->column()->addWidget(way);
    }

    column()->addStretch(1);
    column()->addWidget(m_symbol);
    column()->addSpacing(8);
    column()->addWidget(makeText(TypeRole::Title, tr("Add your first account"), &Tokens::text));
    column()->addWidget(
        makeText(TypeRole::Body,
                 tr("Leave the site’s QR code open in your browser. Watchword will look at your screen and find it.")));
    column()->addSpacing(8);
    column()->addWidget(m_scan);
    column()->addSpacing(12);
    auto *other = makeText(TypeRole::Body, tr("Or another way"));
    other->setAlignment(Qt::AlignLeading);
    column()->addWidget(other);
    column()->addWidget(card);
    column()->addStretch(2);
    column()->addWidget(makeText(TypeRole::Body, tr("Your keys stay on this computer.")));

    connect(m_scan, &QPushButton::clicked, this, &EmptyPage::scanRequested);
    connect(soon, &QPushButton::clicked, this, &EmptyPage::scanSoonRequested);
    connect(camera, &QPushButton::clicked, this, &EmptyPage::cameraRequested);
    connect(picture, &QPushButton::clicked, this, &EmptyPage::pictureRequested);
    connect(paste, &QPushButton::clicked, this, &EmptyPage::pasteRequested);
    connect(type, &QPushButton::clicked, this, &EmptyPage::typeRequested);
    connect(&theme, &Theme::changed, this, &EmptyPage::readTheme);
    readTheme();
}

TextLabel *EmptyPage::makeText(TypeRole role, const QString &text, TokenMember colour)
{
    auto *label = new TextLabel(m_theme, role, text, this, colour);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

QPushButton *EmptyPage::makeWay(const QString &icon, const QString &text, const QString &keys, const QString &hint)
{
    auto *button = withRole(new QPushButton, "link");
    button->setAccessibleName(text);
    button->setAccessibleDescription(hint);
    auto *row = new QHBoxLayout(button);
    row->setContentsMargins(measures::cardPadding, rowPadding, measures::cardPadding, rowPadding);
    const auto drawing = [&](const QString &name) {
        auto *label = new QLabel;
        label->setProperty(drawingProperty, name);
        row->addWidget(label);
    };
    drawing(icon);
    row->addSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    auto *name = new QLabel(text);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    words->addWidget(name);
    if (!hint.isEmpty())
        words->addWidget(new TextLabel(m_theme, TypeRole::Small, hint, button, &Tokens::text2));
    words->addStretch(1);
    row->addLayout(words, 1);
    if (!keys.isEmpty()) {
        auto *shortcut = new TextLabel(m_theme, TypeRole::Small, keys, button, &Tokens::text2);
        shortcut->setWordWrap(false);
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
    m_symbol->setPixmap(applicationIcon().pixmap(QSize(80, 80), devicePixelRatioF()));
    for (QPushButton *way : std::as_const(m_ways)) {
        for (QLabel *label : way->findChildren<QLabel *>()) {
            if (const QString name = label->property(drawingProperty).toString(); !name.isEmpty())
                label->setPixmap(m_theme.icon(name, &Tokens::text2).pixmap(QSize(20, 20), devicePixelRatioF()));
        }
    }
    fitWidth();
}

void EmptyPage::fitWidth()
{
    // In a narrow window the words of the button need the room of the margins, then a second line.
    const int room = viewport()->width();
    const QString words = m_scan->accessibleName();
    m_scan->setText(words);
    if (m_scan->minimumSizeHint().width() > room)
        m_scan->setText(inTwoLines(words));
    const int side = qBound(0, (room - m_scan->minimumSizeHint().width()) / 2, measures::pageMargin);
    column()->setContentsMargins(side, 24, side, 16);
    for (QPushButton *way : std::as_const(m_ways))
        way->setMinimumHeight(qMax(measures::cardRowHeight, way->layout()->heightForWidth(room - 2 * side - 2)));
}

void EmptyPage::resizeEvent(QResizeEvent *event)
{
    ScrollingPage::resizeEvent(event);
    fitWidth();
}

void EmptyPage::focusFirst()
{
    m_scan->setFocus(Qt::OtherFocusReason);
}

} // namespace watchword::app
