// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/reader.h"
#include "tests/tools/screens/screen.h"

#include <QImage>
#include <QtTest>

#include <algorithm>
#include <array>
#include <vector>

using namespace watchword;
using screens::CodeClass;
using screens::screenClassCount;

namespace {

// To be raised with the reader, never lowered.
constexpr double wantedRecall = 0.98;

// Seeds 1 to 100 may be tuned on; under the sanitizers every tenth is enough to look for faults.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHWORD_SLOW_BUILD
#endif
#endif
#ifdef WATCHWORD_SLOW_BUILD
constexpr quint32 step = 10;
#else
constexpr quint32 step = 1;
#endif
constexpr quint32 lastSeed = 100;

bool isIn(const screens::TrueCode &code, const qr::Found &found)
{
    QPolygonF outline;
    for (const QPointF &corner : code.corners)
        outline.append(corner);
    QPointF middle;
    for (const QPoint &corner : found.corners)
        middle += QPointF(corner) / 4;
    return outline.containsPoint(middle, Qt::OddEvenFill);
}

} // namespace

/// What our reader finds on a hundred screens that are made up (tests/tools/screens).
class TestScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void has_codes_of_every_class();
    void gives_the_same_screen_for_the_same_seed();
    void finds_the_codes();
    void finds_nothing_that_is_not_there();

private:
    /// How many codes there were, and how many of them were found.
    struct Tally {
        int codes = 0;
        int found = 0;
    };

    void look(quint32 seed);

    Tally m_all;
    std::array<Tally, screenClassCount> m_classes;
    QStringList m_missed; ///< seed and number of the code: no payload is ever printed
    QStringList m_madeUp; ///< seeds
};

void TestScreens::initTestCase()
{
    for (quint32 seed = step; seed <= lastSeed; seed += step)
        look(seed);
    // Multiples of five are screens without a code.
    if (step > 1) {
        for (quint32 seed = 1; seed <= lastSeed; seed += step)
            look(seed);
    }
}

void TestScreens::look(quint32 seed)
{
    const screens::Screen screen = screens::generateScreen(seed);
    const std::vector<qr::Found> found = qr::readCodes(screen.picture);
    for (std::size_t i = 0; i < screen.codes.size(); ++i) {
        const screens::TrueCode &code = screen.codes[i];
        if (!code.counts)
            continue;
        const bool isFound = std::ranges::any_of(found, [&](const qr::Found &one) {
            return one.isQr && one.payload.text().toByteArray() == code.payload && isIn(code, one);
        });
        const auto count = [isFound](Tally &tally) {
            ++tally.codes;
            tally.found += int(isFound);
        };
        count(m_all);
        for (int kind = 0; kind < screenClassCount; ++kind) {
            if (code.classes.has(CodeClass(kind)))
                count(m_classes[std::size_t(kind)]);
        }
        if (!isFound)
            m_missed.append(QStringLiteral("%1/%2").arg(seed).arg(i));
    }
    const auto isThere = [&](const qr::Found &one) {
        const QByteArray payload = one.payload.text().toByteArray();
        const auto isIt = [&](const screens::TrueCode &code) { return code.payload == payload; };
        return one.isQr ? std::ranges::any_of(screen.codes, isIt)
                        : std::ranges::find(screen.otherPayloads, payload) != screen.otherPayloads.end();
    };
    if (!std::ranges::all_of(found, isThere))
        m_madeUp.append(QString::number(seed));
}

void TestScreens::has_codes_of_every_class()
{
    if constexpr (step > 1)
        return;
    for (int kind = 0; kind < screenClassCount; ++kind)
        QVERIFY2(m_classes[std::size_t(kind)].codes >= 4, screens::nameOf(CodeClass(kind)));
}

void TestScreens::gives_the_same_screen_for_the_same_seed()
{
    const screens::Screen once = screens::generateScreen(1);
    const screens::Screen again = screens::generateScreen(1);
    QVERIFY(once.picture == again.picture);
    QVERIFY(!once.codes.empty());
    QCOMPARE(once.codes.front().payload, again.codes.front().payload);
    QVERIFY(once.picture != screens::generateScreen(2).picture);
}

void TestScreens::finds_the_codes()
{
    for (int kind = 0; kind < screenClassCount; ++kind) {
        const Tally &tally = m_classes[std::size_t(kind)];
        qInfo("%-16s %3d of %3d", screens::nameOf(CodeClass(kind)), tally.found, tally.codes);
    }
    qInfo("%-16s %3d of %3d; missed (seed/code): %s", "all", m_all.found, m_all.codes,
          qPrintable(m_missed.join(QLatin1Char(' '))));
    QVERIFY(m_all.codes > 0);
    if constexpr (step == 1) // a few codes say nothing about a share
        QVERIFY(m_all.found >= wantedRecall * m_all.codes);
}

void TestScreens::finds_nothing_that_is_not_there()
{
    QCOMPARE(m_madeUp, QStringList());
}

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
