// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sign_in_result.h"

#include "app/support/breakable_text.h"
#include "app/support/outside_text.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/theme/theme.h"
#include "app/widgets/note.h"
#include "app/widgets/server_words.h"
#include "app/widgets/text_label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int signSide = 72, signIcon = 36;
constexpr qreal signRadius = 16;

/// Decoration: the title says the same.
class SignWidget final : public QWidget
{
public:
    SignWidget(const Theme &theme, SignInResult::Sign sign)
        : m_theme(theme)
        , m_sign(std::move(sign))
    {
        setFixedSize(signSide, signSide);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = m_theme.tokens();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(t.*m_sign.ground);
        painter.setPen(t.highContrast ? QPen(t.outline, 2) : QPen(Qt::NoPen));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), signRadius, signRadius);
        const int edge = (signSide - signIcon) / 2;
        paintIcon(painter, QRectF(edge, edge, signIcon, signIcon), m_sign.icon, t.*m_sign.ink);
    }

private:
    const Theme &m_theme;
    SignInResult::Sign m_sign;
};

} // namespace

SignInResult::SignInResult(const Theme &theme, const Sign &sign, const QString &title, const QString &sentence)
    : m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 4, 0, 0);
    m_column->setSpacing(12);
    m_column->addWidget(new SignWidget(theme, sign), 0, Qt::AlignHCenter);
    auto *heading = new TextLabel(theme, TypeRole::Title, breakable(title), this);
    heading->setAlignment(Qt::AlignHCenter);
    m_column->addWidget(heading);
    if (!sentence.isEmpty())
        addLine(sentence);
}

void SignInResult::addCode(const QString &code)
{
    auto *label = new TextLabel(m_theme, TypeRole::CodeCard, outsideText(code), this);
    label->setAlignment(Qt::AlignHCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_column->addWidget(label);
}

void SignInResult::addWords(const QStringList &ofTheServer)
{
    if (!ofTheServer.join(QString()).trimmed().isEmpty())
        m_column->addWidget(new ServerWords(m_theme, ofTheServer, this));
}

void SignInResult::addNote(CardTone tone, const QString &title, const QString &text)
{
    auto *note = new Note(m_theme, tone, QStringLiteral("warning"), this);
    note->setText(title, breakable(text));
    m_column->addWidget(note);
}

TextLabel *SignInResult::addLine(const QString &text)
{
    auto *line = new TextLabel(m_theme, TypeRole::Body, breakable(text), this, &Tokens::text2);
    line->setAlignment(Qt::AlignHCenter);
    m_column->addWidget(line);
    return line;
}

void SignInResult::addButton(QWidget *button)
{
    m_column->addWidget(button, 0, Qt::AlignHCenter);
}

} // namespace watchword::app
