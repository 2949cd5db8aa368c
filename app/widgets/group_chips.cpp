// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/group_chips.h"

#include "app/support/outside_text.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QResizeEvent>

namespace watchword::app {

namespace {

constexpr int gap = 8, padding = 12, iconSize = 14, iconRoom = 18, widest = 168, leastForChips = 400;

int chipHeight(const Theme &theme)
{
    return qMax(measures::clickTarget, qRound(QFontMetricsF(theme.font(TypeRole::BodyStrong)).height()) + 10);
}

enum class IconSide { Leading, Trailing };

/// A chip: ground and edge, an icon if it has one, and its words.
void paintChip(QAbstractButton &button, const Theme &theme, bool isOn, const QString &words, const QString &icon,
               IconSide side)
{
    QPainter painter(&button);
    const Tokens &t = theme.tokens();
    const QColor off = button.isDown() ? t.press : button.underMouse() ? t.hover : t.surface;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(isOn ? t.selected : off);
    const qreal edge = t.highContrast || button.hasFocus() ? 2 : 1;
    painter.setPen(QPen(button.hasFocus() ? t.focus : isOn ? t.accent : t.outline, edge));
    const QRectF rect = QRectF(button.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter.setPen(isOn ? (t.highContrast ? t.selectedText : t.accentInk) : t.text);
    QRect room = button.rect().adjusted(padding, 0, -padding, 0);
    if (!icon.isEmpty()) {
        const bool isLeft = (side == IconSide::Leading) != button.isRightToLeft();
        const int left = isLeft ? room.left() : room.right() + 1 - iconSize;
        paintIcon(painter, QRect(left, (button.height() - iconSize) / 2, iconSize, iconSize), icon,
                  painter.pen().color());
        room.adjust(isLeft ? iconRoom : 0, 0, isLeft ? 0 : -iconRoom, 0);
    }
    const QFont font = theme.font(isOn ? TypeRole::BodyStrong : TypeRole::Body);
    painter.setFont(font);
    painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(words, Qt::ElideRight, room.width()));
}

QSize chipSize(const Theme &theme, const QString &words, bool hasIcon)
{
    const int width = qCeil(QFontMetricsF(theme.font(TypeRole::BodyStrong)).horizontalAdvance(words));
    return {qMin(widest, 2 * padding + width + (hasIcon ? iconRoom : 0)), chipHeight(theme)};
}

} // namespace

/// One group. A radio button to keys and screen readers.
class GroupChips::Chip final : public QRadioButton
{
public:
    Chip(const Theme &theme, const QString &words, QWidget *parent)
        : QRadioButton(parent)
        , m_theme(theme)
        , m_words(words)
    {
        setAttribute(Qt::WA_Hover);
        setToolTip(outsideTextForToolTip(words));
    }
    QSize sizeHint() const override { return chipSize(m_theme, m_words, isChecked()); }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }
    void paintEvent(QPaintEvent *) override
    {
        paintChip(*this, m_theme, isChecked(), m_words, isChecked() ? QStringLiteral("check") : QString(),
                  IconSide::Leading);
    }

private:
    const Theme &m_theme;
    QString m_words;
};

/// The last chip, with the menu of those that have no room.
class GroupChips::MoreChip final : public QPushButton
{
public:
    MoreChip(const Theme &theme, QWidget *parent)
        : QPushButton(parent)
        , m_theme(theme)
    {
        setAutoDefault(false);
        setAttribute(Qt::WA_Hover);
        setMenu(new QMenu(this));
    }
    void setWords(const QString &words, bool isOn)
    {
        m_words = words;
        m_isOn = isOn;
        setAccessibleName(isOn ? GroupChips::tr("Group: %1").arg(words) : words);
        update();
    }
    QSize sizeHint() const override { return chipSize(m_theme, m_words, true); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        paintChip(*this, m_theme, m_isOn, m_words, QStringLiteral("chevron-down"), IconSide::Trailing);
    }

private:
    const Theme &m_theme;
    QString m_words;
    bool m_isOn = false;
};

GroupChips::GroupChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_more(new MoreChip(theme, this))
    , m_buttons(new QButtonGroup(this))
{
    setAccessibleName(tr("Groups"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            choose(nameOf(std::size_t(id)));
    });
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
    hide();
}

void GroupChips::setGroups(const QList<Group> &groups, int allAccounts)
{
    if (groups == m_groups && allAccounts == m_allAccounts)
        return;
    m_groups = groups;
    m_allAccounts = allAccounts;
    const bool isThere =
        !m_chosen || std::ranges::any_of(groups, [this](const Group &one) { return one.name == m_chosen; });
    build();
    setVisible(!groups.isEmpty());
    if (!isThere)
        choose({});
}

void GroupChips::build()
{
    const bool hadFocus = std::ranges::any_of(m_chips, [](const Chip *chip) { return chip->hasFocus(); });
    qDeleteAll(std::exchange(m_chips, {}));
    const auto add = [this](const QString &words, int accounts) {
        auto *chip = new Chip(m_theme, words, this);
        chip->setAccessibleName(tr("%1, %n account(s)", "group", accounts).arg(words));
        m_buttons->addButton(chip, int(m_chips.size()));
        m_chips.push_back(chip);
    };
    add(tr("All"), m_allAccounts);
    for (const Group &group : m_groups)
        add(outsideText(group.name), group.accounts);
    m_more->raise();
    const QSignalBlocker quiet(m_buttons);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        if (nameOf(i) == m_chosen) {
            m_chips[i]->setChecked(true);
            if (hadFocus)
                m_chips[i]->setFocus();
        }
    }
    place();
}

std::optional<QString> GroupChips::nameOf(std::size_t chip) const
{
    return chip == 0 ? std::nullopt : std::optional(m_groups[qsizetype(chip) - 1].name);
}

void GroupChips::choose(const std::optional<QString> &name)
{
    if (name == m_chosen)
        return;
    m_chosen = name;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        if (nameOf(i) == name)
            m_chips[i]->setChecked(true);
    }
    place();
    Q_EMIT chosenChanged();
}

void GroupChips::place()
{
    if (m_chips.empty())
        return;
    std::size_t shown = 0;
    int end = 0;
    if (width() >= leastForChips - 2 * measures::windowMargin && textScale(m_theme.font(TypeRole::Body)) < 1.5) {
        m_more->setWords(tr("More"), false);
        for (; shown < m_chips.size(); ++shown) {
            const int with = end + m_chips[shown]->sizeHint().width();
            const bool isLast = shown + 1 == m_chips.size();
            if (with + (isLast ? 0 : gap + m_more->sizeHint().width()) > width())
                break;
            end = with + gap;
        }
    }
    int x = 0;
    const auto put = [&](QWidget *chip) {
        const QSize size = chip->sizeHint();
        chip->setGeometry(isRightToLeft() ? width() - x - size.width() : x, 0, qMin(size.width(), width()),
                          size.height());
        chip->show();
        x += size.width() + gap;
    };
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        if (i < shown)
            put(m_chips[i]);
        else
            m_chips[i]->hide();
    }
    m_more->setVisible(shown < m_chips.size());
    if (shown == m_chips.size())
        return;
    fillMenu(shown);
    put(m_more);
}

void GroupChips::fillMenu(std::size_t firstHidden)
{
    QMenu *menu = m_more->menu();
    menu->clear();
    auto *choices = new QActionGroup(menu);
    bool isChosenHere = false;
    for (std::size_t i = firstHidden; i < m_chips.size(); ++i) {
        const std::optional<QString> name = nameOf(i);
        const QString words = name ? outsideText(*name) : tr("All");
        QAction *action = menu->addAction(name ? outsideTextForMenu(*name) : words);
        action->setCheckable(true);
        action->setActionGroup(choices);
        action->setChecked(name == m_chosen);
        if (name == m_chosen) {
            isChosenHere = true;
            m_more->setWords(words, true);
        }
        connect(action, &QAction::triggered, this, [this, name] { choose(name); });
    }
    if (!isChosenHere)
        m_more->setWords(tr("More"), false);
}

QSize GroupChips::sizeHint() const
{
    return {measures::leastWidth - 2 * measures::windowMargin, chipHeight(m_theme)};
}

QSize GroupChips::minimumSizeHint() const
{
    return {measures::clickTarget, chipHeight(m_theme)};
}

void GroupChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void GroupChips::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        place();
    }
}

} // namespace watchword::app
