// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/screen.h"

#include "tests/tools/screens/canvas.h"
#include "tests/tools/screens/code_picture.h"
#include "tests/tools/screens/fairness.h"
#include "tests/tools/screens/monitor.h"
#include "tests/tools/screens/other_barcodes.h"
#include "tests/tools/screens/payloads.h"

#include <QPolygon>

#include <algorithm>

namespace watchword::screens {

namespace {

using enum CodeClass;

struct Monitor {
    QRect area;
    double scale = 1;
};

/// A code before it has its place.
struct Draft {
    QByteArray payload;
    Symbol symbol;
    Look look;
    CodePicture picture;
    std::size_t monitor = 0;
    std::optional<QPoint> topLeft;
};

std::vector<Monitor> monitorsOf(quint32 seed, Random &random)
{
    const int dice = random.between(0, 99);
    const bool isForTuning = seed <= 100;
    if (dice < (isForTuning ? 6 : 30)) {
        return {{QRect(0, 0, 3840, 2160), random.oneOf({1.0, 1.5, 1.5, 2.0, 2.0})}};
    }
    if (dice < (isForTuning ? 8 : 44)) {
        return {{QRect(0, 0, 3840, 2160), random.oneOf({1.0, 1.5, 2.0})},
                {QRect(3840, 0, 3840, 2160), random.oneOf({1.0, 1.5, 2.0})}};
    }
    if (dice < (isForTuning ? 20 : 54))
        return {{QRect(0, 0, 1366, 768), 1}};
    return {{QRect(0, 0, 1920, 1080), random.oneOf({1.0, 1.0, 1.25})}};
}

/// The classes take turns, so that each comes up often enough in every hundred screens.
CodeClass classOfTurn(quint32 turn)
{
    static constexpr std::array turns{
        Plain,       Inverted,     LowContrast,  NoQuietZone, TinyModules, Coloured,     Dense,       RoundModules,
        ZoomNearest, Overlaid,     LargeModules, OnPhoto,     Logo,        ZoomBilinear, Inverted,    SmallQuietZone,
        Jpeg,        RoundFinders, Blurred,      TinyModules, Noisy,       Turned,       LowContrast, ZoomBicubic,
        NoQuietZone, Plain,        Dense,        Overlaid,    OnPhoto};
    return turns[turn % turns.size()];
}

/// Makes the modules smaller until the code fits well onto the monitor.
void fit(Look &look, int modules, const QSize &monitor)
{
    const double most = 0.78 * std::min(monitor.width(), monitor.height()) / (modules + 2 * look.quietZone + 4)
        / (look.degrees == 0 ? 1 : 1.2);
    if (look.modulePixels <= most)
        return;
    look.modulePixels = look.zoom == Zoom::None ? std::max(2.0, double(int(most))) : most;
    if (look.modulePixels < 10)
        look.classes.remove(LargeModules);
}

Draft draftOf(CodeClass first, const Monitor &monitor, Random &random)
{
    Draft draft;
    draft.look = lookOf(first, random);
    draft.payload = draft.look.classes.has(Dense) ? densePayload(random) : anyPayload(random);
    draft.symbol = symbolOf(draft.payload, draft.look.level);
    fit(draft.look, draft.symbol.size, monitor.area.size());
    draft.picture = drawCode(draft.symbol, draft.look, random);
    return draft;
}

std::vector<Draft> draftsOf(quint32 seed, const std::vector<Monitor> &monitors, Random &random)
{
    if (seed % 5 == 0)
        return {};
    const quint32 turn = seed - seed / 5; // one of the screens that have codes
    const int count = random.chance(0.66) ? 1 : random.between(2, 6);
    std::vector<Draft> drafts;
    for (int i = 0; i < count; ++i) {
        const auto monitor = std::size_t(random.between(0, int(monitors.size()) - 1));
        const CodeClass first = classOfTurn(i == 0 ? turn : quint32(random.between(0, 1000)));
        drafts.push_back(draftOf(first, monitors[monitor], random));
        drafts.back().monitor = monitor;
    }
    return drafts;
}

/// A marked picture, or the edge of something half transparent that lies over it.
void paintOverlay(QPainter &painter, const QRect &code, Random &random)
{
    QRect tinted = code.adjusted(-6, -6, 6, 6);
    if (random.chance(0.6)) {
        const int across = code.width() * random.between(25, 75) / 100;
        const int down = code.height() * random.between(25, 75) / 100;
        tinted.translate(random.oneOf({-across, 0, across}), random.oneOf({-down, 0, down}));
    }
    QColor tint = random.oneOf({QColor(51, 120, 240), QColor(51, 120, 240), QColor(0, 0, 0), QColor(255, 255, 255),
                                QColor(240, 190, 30), QColor(120, 120, 128)});
    tint.setAlphaF(float(random.real(0.25, 0.55)));
    painter.fillRect(tinted, tint);
}

void paintPointer(QPainter &painter, QPoint at, double scale)
{
    const QPolygon arrow(
        {QPoint(0, 0), QPoint(0, 17), QPoint(4, 13), QPoint(7, 19), QPoint(9, 18), QPoint(7, 12), QPoint(12, 12)});
    painter.save();
    painter.translate(at);
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::white);
    painter.setBrush(Qt::black);
    painter.drawPolygon(arrow);
    painter.restore();
}

/// Paints one monitor with its drafts and other barcodes, and notes where the drafts came to lie.
void paint(QPainter &painter, const Monitor &monitor, std::vector<Draft *> drafts,
           const std::vector<OtherBarcode> &others, Mood mood, Random random, Screen &screen)
{
    Canvas canvas{painter, random, monitor.scale, {}};
    std::vector<Item> items;
    items.reserve(drafts.size() + others.size());
    for (const Draft *draft : drafts)
        items.push_back({draft->picture.image, draft->look.classes.has(OnPhoto)});
    for (const OtherBarcode &other : others)
        items.push_back({other.picture, false});
    const auto places = paintMonitor(canvas, monitor.area, items, mood);
    QRegion codes;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        drafts[i]->topLeft = places[i];
        if (!places[i])
            continue;
        const QRect code(*places[i], drafts[i]->picture.image.size());
        codes += code;
        if (drafts[i]->look.classes.has(Overlaid))
            paintOverlay(painter, code, random);
    }
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (places[drafts.size() + i])
            screen.otherPayloads.push_back(others[i].payload);
    }
    const QPoint pointer(random.between(monitor.area.left(), monitor.area.right()),
                         random.between(monitor.area.top(), monitor.area.bottom()));
    if (!codes.intersects(QRect(pointer, QSize(40, 40))))
        paintPointer(painter, pointer, monitor.scale);
}

TrueCode truthOf(const Draft &draft, const QImage &picture)
{
    TrueCode code;
    code.payload = draft.payload;
    code.classes = draft.look.classes;
    code.version = draft.symbol.version;
    code.level = draft.symbol.level;
    const QTransform toScreen =
        draft.picture.fromModules * QTransform::fromTranslate(draft.topLeft->x(), draft.topLeft->y());
    const double side = draft.symbol.size;
    code.corners = {toScreen.map(QPointF(0, 0)), toScreen.map(QPointF(side, 0)), toScreen.map(QPointF(side, side)),
                    toScreen.map(QPointF(0, side))};
    code.modulePixels = QLineF(code.corners[0], code.corners[1]).length() / side;
    code.counts = isReadable(picture, draft.symbol, draft.picture, *draft.topLeft, draft.look);
    return code;
}

std::vector<OtherBarcode> othersOf(bool hasCodes, Random &random)
{
    std::vector<OtherBarcode> others;
    if (random.chance(hasCodes ? 0.1 : 0.4)) {
        for (int i = random.between(1, 3); i > 0; --i)
            others.push_back(anyOtherBarcode(random));
    }
    return others;
}

} // namespace

Screen generateScreen(quint32 seed)
{
    Random random(seed * quint64(0x51ed270b) + 17);
    const std::vector<Monitor> monitors = monitorsOf(seed, random);
    std::vector<Draft> drafts = draftsOf(seed, monitors, random);
    QRect all;
    for (const Monitor &monitor : monitors)
        all |= monitor.area;
    Screen screen;
    screen.picture = QImage(all.size(), QImage::Format_RGB32);
    QPainter painter(&screen.picture);
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        std::vector<Draft *> here;
        for (Draft &draft : drafts) {
            if (draft.monitor == i)
                here.push_back(&draft);
        }
        const Mood mood = random.chance(drafts.empty() ? 0.35 : 0.07) ? Mood::LookAlikes : Mood::Ordinary;
        const std::vector<OtherBarcode> others = othersOf(!drafts.empty(), random);
        paint(painter, monitors[i], here, others, mood, random.branch(), screen);
    }
    painter.end();
    for (const Draft &draft : drafts) {
        if (draft.topLeft)
            screen.codes.push_back(truthOf(draft, screen.picture));
    }
    if (screen.codes.size() > 1) {
        for (TrueCode &code : screen.codes)
            code.classes.add(Several);
    }
    return screen;
}

} // namespace watchword::screens
