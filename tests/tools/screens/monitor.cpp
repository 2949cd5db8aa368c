// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/monitor.h"

#include "tests/tools/screens/contents.h"
#include "tests/tools/screens/hosts.h"

#include <algorithm>

namespace watchword::screens {

namespace {

using Places = std::vector<std::optional<QPoint>>;

/// Items that share a window, side by side.
struct Group {
    std::vector<std::size_t> items;
    QSize size;
    int gap = 0;
};

QRect anyFrame(Random &random, const QRect &area, const QSize &size)
{
    return {random.between(area.left(), std::max(area.left(), area.right() - size.width())),
            random.between(area.top(), std::max(area.top(), area.bottom() - size.height())), size.width(),
            size.height()};
}

void paintIcons(Canvas &canvas, const QRect &area)
{
    const Theme theme = canvas.theme;
    canvas.theme.text = Qt::white;
    paintFiles(canvas, QRect(area.topLeft(), QSize(canvas.px(100), area.height() * canvas.random.between(2, 9) / 10)));
    canvas.theme = theme;
}

void paintPanel(Canvas &canvas, const QRect &panel)
{
    canvas.painter.fillRect(panel, canvas.theme.bar);
    const int side = panel.height() * 7 / 10;
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 9; ++i) {
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(anyBright(canvas.random));
        canvas.painter.drawRoundedRect(panel.left() + panel.height() * (i + 1), panel.top() + panel.height() * 15 / 100,
                                       side, side, 5, 5);
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
    canvas.setFont(13);
    canvas.drawText(panel.right() - canvas.px(60), panel.center().y() + canvas.px(5), QStringLiteral("14:32"),
                    canvas.theme.text);
}

void paintOtherWindows(Canvas &canvas, const QRect &area, Mood mood)
{
    const int count = canvas.random.between(1, 5);
    for (int i = 0; i < count; ++i) {
        canvas.theme = anyTheme(canvas.random, 0.4);
        QSize size(area.width() * canvas.random.between(30, 75) / 100,
                   area.height() * canvas.random.between(35, 85) / 100);
        if (i == 0 && canvas.random.chance(mood == Mood::LookAlikes ? 0.7 : 0.25))
            size = area.size(); // maximised
        const QRect body = paintFrame(canvas, anyFrame(canvas.random, area, size));
        if (mood == Mood::Ordinary) {
            paintAnyContent(canvas, body);
            continue;
        }
        canvas.painter.save();
        canvas.painter.setClipRect(body, Qt::IntersectClip);
        (canvas.random.chance(0.6) ? paintLookAlikes : paintForm)(canvas, body);
        canvas.painter.restore();
    }
}

QSize sizeOf(const Group &group, const std::vector<Item> &items)
{
    QSize size(group.gap * (int(group.items.size()) - 1), 0);
    for (const std::size_t item : group.items) {
        const QSize one = items[item].picture.size();
        size = QSize(size.width() + one.width(), std::max(size.height(), one.height()));
    }
    return size;
}

/// Two or three now and then share a page.
std::vector<Group> groupsOf(const std::vector<Item> &items, Canvas &canvas, const QSize &room)
{
    std::vector<Group> groups;
    bool mayJoin = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (mayJoin && !items[i].isOnPhoto && groups.back().items.size() < 3 && canvas.random.chance(0.45)) {
            Group joined = groups.back();
            joined.items.push_back(i);
            joined.size = sizeOf(joined, items);
            if (joined.size.width() < room.width() * 8 / 10) {
                groups.back() = joined;
                continue;
            }
        }
        groups.push_back({{i}, items[i].picture.size(), canvas.px(canvas.random.between(8, 40))});
        mayJoin = !items[i].isOnPhoto;
    }
    return groups;
}

/// A window for the group that touches none of the others: first a roomy one, in the end one that only just holds it.
std::optional<QRect> frameFor(const Group &group, Canvas &canvas, const QRect &area, const std::vector<QRect> &taken)
{
    const int bar = canvas.px(30);
    const QSize least = group.size + QSize(canvas.px(16), bar + canvas.px(16));
    if (least.width() > area.width() || least.height() > area.height())
        return std::nullopt;
    for (int tries = 0; tries < 120; ++tries) {
        QSize size = least;
        if (tries < 60) {
            const QSize roomy(canvas.px(canvas.random.between(360, 900)), canvas.px(canvas.random.between(280, 700)));
            size += QSize(canvas.px(canvas.random.between(10, 120)), canvas.px(canvas.random.between(60, 240)));
            size = size.expandedTo(roomy).boundedTo(area.size());
        }
        const QRect frame = anyFrame(canvas.random, area, size);
        if (std::ranges::none_of(taken,
                                 [&](const QRect &other) { return other.intersects(frame.adjusted(-2, -2, 2, 2)); }))
            return frame;
    }
    return std::nullopt;
}

void paintGroup(Canvas &canvas, const Group &group, const QRect &frame, const std::vector<Item> &items, Places &places)
{
    const bool isOnPhoto = items[group.items.front()].isOnPhoto;
    canvas.theme = anyTheme(canvas.random, 0.45);
    const QRect body = paintFrame(canvas, frame);
    const Host host = isOnPhoto ? Host::Photo
                                : canvas.random.oneOf({Host::Card, Host::Card, Host::Page, Host::Page, Host::Mail,
                                                       Host::Chat, Host::Slide, Host::Pdf});
    canvas.painter.save();
    canvas.painter.setClipRect(body, Qt::IntersectClip);
    const QRect hole = paintHost(canvas, host, body, group.size);
    int x = hole.left();
    for (const std::size_t item : group.items) {
        const QImage &picture = items[item].picture;
        const QPoint at(x, hole.top() + canvas.random.between(0, hole.height() - picture.height()));
        canvas.painter.drawImage(at, picture);
        places[item] = at;
        x += picture.width() + group.gap;
    }
    canvas.painter.restore();
}

} // namespace

Places paintMonitor(Canvas &canvas, const QRect &monitor, const std::vector<Item> &items, Mood mood)
{
    Places places(items.size());
    canvas.theme = anyTheme(canvas.random, 0.5);
    paintWallpaper(canvas, monitor);
    const int panel = canvas.px(40);
    const QRect area = monitor.adjusted(0, 0, 0, -panel);
    canvas.painter.save();
    canvas.painter.setClipRect(area);
    if (canvas.random.chance(0.7))
        paintIcons(canvas, area);
    paintOtherWindows(canvas, area, mood);
    std::vector<QRect> taken;
    for (const Group &group : groupsOf(items, canvas, area.size())) {
        if (const std::optional<QRect> frame = frameFor(group, canvas, area, taken)) {
            paintGroup(canvas, group, *frame, items, places);
            taken.push_back(*frame);
        }
    }
    canvas.painter.restore();
    canvas.theme = anyTheme(canvas.random, 0.5);
    paintPanel(canvas, QRect(monitor.left(), area.bottom() + 1, monitor.width(), panel));
    return places;
}

} // namespace watchword::screens
