// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/foreign_dialog.h"

#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/note.h"
#include "app/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

/// The number of a step on a soft square.
class StepNumber final : public QWidget
{
public:
    StepNumber(const Theme &theme, int number, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_number(number)
    {
        const int side = qMax(24, QFontMetrics(theme.font(TypeRole::SmallStrong)).height() + 6);
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tokens().accentSoft);
        painter.drawRoundedRect(QRectF(rect()), 6, 6);
        painter.setPen(m_theme.tokens().accentInk);
        painter.setFont(m_theme.font(TypeRole::SmallStrong));
        painter.drawText(rect(), Qt::AlignCenter, QLocale().toString(m_number));
    }

private:
    const Theme &m_theme;
    int m_number;
};

} // namespace

ForeignDialog::ForeignDialog(const Theme &theme, const OriginText &text, const QString &maskedContent, QWidget *parent)
    : PageDialog(theme, tr("Add account"), parent)
{
    // A screen reader says the whole when the dialog opens.
    setAccessibleName(text.title);
    setAccessibleDescription(text.sentence);
    column()->addWidget(makeHead(text));
    column()->addWidget(makeSteps(text.steps));
    if (!text.note.isEmpty())
        column()->addWidget(makeNote(text));
    m_content = new TextLabel(theme, TypeRole::Small, maskedContent, this, &Tokens::text2);
    m_content->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_content->setAccessibleName(tr("What was read: %1").arg(maskedContent));
    m_content->hide();
    column()->addWidget(m_content);
    column()->addStretch();
    makeButtons();
    fit(500);
}

QWidget *ForeignDialog::makeHead(const OriginText &text)
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(16);
    auto *icon = new QLabel(head);
    icon->setPixmap(theme().icon(QStringLiteral("qr")).pixmap(QSize(48, 48), devicePixelRatioF()));
    icon->setAlignment(Qt::AlignTop);
    line->addWidget(icon);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(new TextLabel(theme(), TypeRole::Title, text.title, head));
    words->addWidget(new TextLabel(theme(), TypeRole::Body, text.lead, head, &Tokens::text2));
    line->addLayout(words, 1);
    return head;
}

QWidget *ForeignDialog::makeSteps(const QStringList &steps)
{
    auto *list = new QWidget(this);
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        auto *line = new QHBoxLayout;
        line->setSpacing(12);
        line->addWidget(new StepNumber(theme(), int(i) + 1, list), 0, Qt::AlignTop);
        line->addWidget(new TextLabel(theme(), TypeRole::Body, steps[i], list), 1, Qt::AlignVCenter);
        rows->addLayout(line);
    }
    list->setVisible(!steps.isEmpty());
    return list;
}

QWidget *ForeignDialog::makeNote(const OriginText &text)
{
    auto *note = new Note(theme(), CardTone::Quiet, QStringLiteral("help"), this);
    note->setText(text.noteTitle, text.note);
    auto *copy = makeButton(tr("Copy this sentence"), "link");
    connect(copy, &QPushButton::clicked, copy, [copy, sentence = text.note] {
        QGuiApplication::clipboard()->setText(sentence);
        copy->setText(tr("Copied"));
    });
    note->addButton(copy);
    return note;
}

void ForeignDialog::offerArea()
{
    auto *area = makeButton(tr("Choose an area"), "link", QStringLiteral("scan-area"));
    buttons()->addLeading(area);
    connect(area, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT areaRequested();
    });
    fit(width());
}

void ForeignDialog::makeButtons()
{
    auto *what = makeButton(tr("What was read?"), "link");
    auto *close = makeButton(tr("Close"), "plain");
    auto *again = makeButton(tr("Scan again"), "primary", QStringLiteral("scan-screen"));
    buttons()->addLeading(what);
    buttons()->addTrailing(close);
    buttons()->addTrailing(again);
    connect(what, &QPushButton::clicked, m_content, [this] {
        m_content->setVisible(!m_content->isVisible());
        m_content->setFocus(Qt::OtherFocusReason);
        fit(width());
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(again, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT scanAgainRequested();
    });
    again->setDefault(true);
    again->setFocus(Qt::OtherFocusReason);
}

} // namespace watchword::app
