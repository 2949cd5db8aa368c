// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/password_field.h"

#include "app/support/alert_readers.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/icon_label.h"
#include "app/widgets/password_field_readers.h"
#include "app/widgets/private_keys.h"
#include "app/widgets/text_label.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QToolButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int sidePadding = 12;
constexpr qreal dotPitch = 1.0; // of the font's size
constexpr qreal dotSize = 0.45;
constexpr quint32 lockMask = 2; // of X11 and of xkbcommon, in native modifiers

/// One character, drawn alone: the whole text is never put together.
QString characterText(ByteView text, std::size_t from, std::size_t to)
{
    const ByteView one = text.subspan(from, to - from);
    return QString::fromUtf8(reinterpret_cast<const char *>(one.data()), qsizetype(one.size()));
}

bool isPrintable(const QKeyEvent &event)
{
    // Ctrl and Alt together are AltGr on some keyboards.
    const Qt::KeyboardModifiers held = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool isCommand = held && held != (Qt::ControlModifier | Qt::AltModifier);
    return !isCommand && !event.text().isEmpty() && event.text().at(0).category() != QChar::Other_Control;
}

} // namespace

PasswordField::PasswordField(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_reveal(withRole(new QToolButton(this), "icon"))
    , m_capsLock(new QWidget(this))
{
    PasswordFieldReaders::install();
    new PrivateKeys(*this);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(160);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);

    m_reveal->setIconSize(QSize(measures::iconInList, measures::iconInList));
    m_reveal->setFocusPolicy(Qt::TabFocus);
    m_reveal->setCursor(Qt::ArrowCursor);
    connect(m_reveal, &QToolButton::clicked, this, [this] { setRevealed(!m_isRevealed); });
    setRevealed(false);

    auto *words = new TextLabel(theme, TypeRole::Small, tr("Caps Lock is on."), m_capsLock, &Tokens::warning);
    m_capsLock->setAccessibleName(words->text());
    m_capsLock->setCursor(Qt::ArrowCursor);
    auto *line = new QHBoxLayout(m_capsLock);
    line->setContentsMargins(0, 6, 0, 0);
    line->setSpacing(6);
    line->addWidget(new IconLabel(theme, QStringLiteral("warning"), &Tokens::warning, measures::iconInText));
    line->addWidget(words, 1);
    m_capsLock->hide();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_capsLock);

    connect(&theme, &Theme::changed, this, &PasswordField::layOut);
    layOut();
}

void PasswordField::layOut()
{
    setFont(m_theme.font(TypeRole::Body));
    // The column begins below the field itself.
    layout()->setContentsMargins(0, frame().height(), 0, 0);
    const int side = m_reveal->sizeHint().height();
    const QRect place(frame().right() - side - 5, (frame().height() - side) / 2, side, side);
    m_reveal->setGeometry(QStyle::visualRect(layoutDirection(), frame(), place));
    update();
}

QRect PasswordField::frame() const
{
    return {0, 0, width(), qMax(measures::searchHeight, fontMetrics().height() + 16)};
}

QRectF PasswordField::textRect() const
{
    const QRect place(sidePadding, 4, width() - 2 * sidePadding - m_reveal->width(), frame().height() - 8);
    return QStyle::visualRect(layoutDirection(), frame(), place);
}

void PasswordField::clear()
{
    m_line.clear();
    textChanged();
}

void PasswordField::selectAll()
{
    m_line.selectAll();
    caretMoved();
}

void PasswordField::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_composing = 0;
    setAttribute(Qt::WA_InputMethodEnabled, !isReadOnly);
    m_reveal->setEnabled(!isReadOnly);
    if (isReadOnly)
        setRevealed(false);
    updateMicroFocus();
    QAccessible::State changed;
    changed.readOnly = true;
    QAccessibleStateChangeEvent said(this, changed);
    QAccessible::updateAccessibility(&said);
    caretMoved();
}

void PasswordField::setInvalid(bool isInvalid)
{
    setProperty("invalid", isInvalid);
    update();
}

void PasswordField::setRevealed(bool isRevealed)
{
    m_isRevealed = isRevealed;
    m_reveal->setIcon(m_theme.icon(isRevealed ? QStringLiteral("eye-off") : QStringLiteral("eye"), &Tokens::text2));
    const QString name = isRevealed ? tr("Hide password") : tr("Show password");
    m_reveal->setAccessibleName(name);
    m_reveal->setToolTip(name);
    update();
}

void PasswordField::insert(SecretBytes text)
{
    if (text.isEmpty())
        return;
    if (m_line.insert(text.view()))
        textChanged();
    else
        QApplication::beep();
}

void PasswordField::paste()
{
    const QMimeData *const held = QApplication::clipboard()->mimeData();
    if (!held || m_isReadOnly)
        return;
    QString text = held->text();
    // A line that was copied whole comes with its end.
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    if (std::size_t(text.size()) > SecretLine::most)
        QApplication::beep();
    else
        insert(SecretBytes::takeFrom(text));
}

void PasswordField::textChanged()
{
    setInvalid(false);
    caretMoved();
    Q_EMIT edited();
}

void PasswordField::caretMoved()
{
    updateMicroFocus();
    update();
}

bool PasswordField::ownsKey(const QKeyEvent &event) const
{
    // Those of the clipboard and of undo are for nobody else either: nothing would be what a person means here.
    for (const QKeySequence::StandardKey key :
         {QKeySequence::SelectAll, QKeySequence::Paste, QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Undo,
          QKeySequence::Redo, QKeySequence::DeleteStartOfWord, QKeySequence::DeleteEndOfWord}) {
        if (event.matches(key))
            return true;
    }
    switch (event.key()) {
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Left:
    case Qt::Key_Right: return (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier)) == Qt::NoModifier;
    default: return isPrintable(event);
    }
}

bool PasswordField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && ownsKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::WindowDeactivate || event->type() == QEvent::Hide)
        setRevealed(false);
    return QWidget::event(event);
}

void PasswordField::keyPressEvent(QKeyEvent *event)
{
    noteCapsLock(*event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!m_isReadOnly) {
            setRevealed(false);
            Q_EMIT submitted();
        }
    } else if (!ownsKey(*event)) {
        QWidget::keyPressEvent(event);
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (!moveCaret(*event) && !m_isReadOnly && !removeText(*event) && isPrintable(*event)) {
        QString typed = event->text();
        insert(SecretBytes::takeFrom(typed));
    }
}

bool PasswordField::moveCaret(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Home: m_line.moveToStart(); break;
    case Qt::Key_End: m_line.moveToEnd(); break;
    case Qt::Key_Left: m_line.moveBack(); break;
    case Qt::Key_Right: m_line.moveOn(); break;
    default: return false;
    }
    caretMoved();
    return true;
}

bool PasswordField::removeText(const QKeyEvent &event)
{
    // Words cannot be seen here, so the keys that remove one remove everything.
    if (event.matches(QKeySequence::DeleteStartOfWord) || event.matches(QKeySequence::DeleteEndOfWord)) {
        if (!isEmpty())
            clear();
        return true;
    }
    if (event.key() != Qt::Key_Backspace && event.key() != Qt::Key_Delete)
        return false;
    if (event.key() == Qt::Key_Backspace ? m_line.removeBefore() : m_line.removeAfter())
        textChanged();
    return true;
}

void PasswordField::inputMethodEvent(QInputMethodEvent *event)
{
    if (!m_isReadOnly) {
        m_composing = event->preeditString().size();
        QString given = event->commitString();
        insert(SecretBytes::takeFrom(given));
        caretMoved();
    }
    event->accept();
}

QVariant PasswordField::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImCursorRectangle) {
        const QRectF text = textRect();
        const qreal caret = qBound(text.left(), textStart() + widthUpTo(m_line.caret()), text.right());
        return QRectF(caret, text.top(), 1, text.height());
    }
    // Nothing of what stands around the caret: the base class knows of none.
    return QWidget::inputMethodQuery(query);
}

void PasswordField::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qreal x = event->position().x() - textStart();
    std::size_t at = 0;
    while (at < m_line.bytes().size()) {
        const std::size_t next = m_line.after(at);
        if (x < widthUpTo(at) + advanceOf(at, next) / 2)
            break;
        at = next;
    }
    m_line.setCaret(at);
    caretMoved();
}

void PasswordField::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        selectAll();
}

void PasswordField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *const action = menu->addAction(m_theme.icon(QStringLiteral("paste")), tr("&Paste"));
    const QMimeData *const held = QApplication::clipboard()->mimeData();
    action->setEnabled(!m_isReadOnly && held && held->hasText());
    connect(action, &QAction::triggered, this, &PasswordField::paste);
    menu->popup(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(frame().bottomLeft())
                                                               : event->globalPos());
}

void PasswordField::focusInEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason)
        m_line.selectAll();
    caretMoved();
    QWidget::focusInEvent(event);
}

void PasswordField::focusOutEvent(QFocusEvent *event)
{
    m_composing = 0;
    if (event->reason() != Qt::PopupFocusReason)
        sayCapsLock(false);
    caretMoved();
    QWidget::focusOutEvent(event);
}

void PasswordField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        layOut();
    QWidget::changeEvent(event);
}

void PasswordField::resizeEvent(QResizeEvent *)
{
    layOut();
}

void PasswordField::noteCapsLock(const QKeyEvent &event)
{
    // What a key says of the modifiers is how they were before it.
    const bool wasOn = event.nativeModifiers() & lockMask;
    if (event.key() != Qt::Key_CapsLock)
        sayCapsLock(wasOn);
    else if (event.nativeScanCode() != 0 && !event.isAutoRepeat())
        sayCapsLock(!wasOn);
}

void PasswordField::sayCapsLock(bool isOn)
{
    const bool isNew = isOn && m_capsLock->isHidden();
    m_capsLock->setVisible(isOn);
    if (isNew)
        alertReaders(m_capsLock);
}

qreal PasswordField::advanceOf(std::size_t from, std::size_t to) const
{
    return m_isRevealed ? QFontMetricsF(font()).horizontalAdvance(characterText(m_line.bytes().view(), from, to))
                        : dotPitch * pixelSizeOf(font());
}

qreal PasswordField::widthUpTo(std::size_t at) const
{
    qreal width = 0;
    for (std::size_t from = 0; from < at; from = m_line.after(from))
        width += advanceOf(from, m_line.after(from));
    return width;
}

qreal PasswordField::textStart() const
{
    const QRectF room = textRect();
    const qreal whole = widthUpTo(m_line.bytes().size()) + qreal(m_composing) * dotPitch * pixelSizeOf(font());
    if (whole <= room.width())
        return isRightToLeft() ? room.right() - whole : room.left();
    // As far to the left as the caret needs, which then stands at the end.
    return room.left() - qMax(0.0, widthUpTo(m_line.caret()) - room.width());
}

void PasswordField::paintText(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const QRectF room = textRect();
    const qreal size = pixelSizeOf(font());
    const bool isSelected = m_line.isAllSelected() && hasFocus();
    painter.setPen(isSelected ? t.accentText : isEnabled() ? t.text : t.text2);
    painter.setBrush(painter.pen().color());
    const auto dot = [&](qreal x) {
        painter.drawEllipse(QPointF(x + dotPitch * size / 2, room.center().y()), dotSize * size / 2,
                            dotSize * size / 2);
    };
    qreal x = textStart();
    const std::size_t end = m_line.bytes().size();
    if (isSelected)
        painter.fillRect(QRectF(x, room.top() + 4, widthUpTo(end), room.height() - 8), t.accent);
    for (std::size_t from = 0; from <= end;) {
        if (from == m_line.caret()) {
            const qreal composed = x;
            for (qsizetype one = 0; one < m_composing; ++one, x += dotPitch * size)
                dot(x);
            if (m_composing > 0)
                painter.fillRect(QRectF(composed, room.bottom() - 6, x - composed, 1), t.text);
            // It does not blink: that would wake the program for ever.
            if (hasFocus() && !m_isReadOnly && !isSelected)
                painter.fillRect(QRectF(qRound(x), room.top() + 5, qMax(1, qRound(size / 10)), room.height() - 10),
                                 t.text);
        }
        if (from == end)
            break;
        const std::size_t next = m_line.after(from);
        const qreal advance = advanceOf(from, next);
        if (!m_isRevealed)
            dot(x);
        else
            painter.drawText(QRectF(x, room.top(), advance + 1, room.height()), Qt::AlignVCenter,
                             characterText(m_line.bytes().view(), from, next));
        x += advance;
        from = next;
    }
}

void PasswordField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionFrame option;
    option.initFrom(this);
    option.rect = frame();
    option.lineWidth = 1;
    option.state |= m_isReadOnly ? QStyle::State_ReadOnly : QStyle::State_None;
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(textRect().adjusted(-1, 0, 3, 0));
    painter.setFont(font());
    paintText(painter);
}

} // namespace watchword::app
