// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/theme/theme.h"
#include "app/support/theme/tokens.h"

#include <QApplication>
#include <QTest>

using namespace watchword::app;

namespace {

struct Pair {
    const char *name;
    TokenMember ink;
    QList<TokenMember> grounds;
    double least;
};

const QList<Pair> &pairs()
{
    using T = Tokens;
    static const QList<Pair> all{
        {"text", &T::text, {&T::window, &T::surface, &T::raised, &T::sunken, &T::hover, &T::press, &T::selected}, 4.5},
        {"text2",
         &T::text2,
         {&T::window, &T::surface, &T::raised, &T::hover, &T::press, &T::selected, &T::sunken},
         4.5},
        {"outline", &T::outline, {&T::window, &T::surface, &T::raised}, 3},
        {"accent", &T::accent, {&T::window, &T::surface, &T::raised, &T::hover}, 4.5},
        {"accentText", &T::accentText, {&T::accent, &T::accentHover, &T::accentPress}, 4.5},
        {"accentInk", &T::accentInk, {&T::accentSoft, &T::surface}, 4.5},
        {"success", &T::success, {&T::window, &T::surface, &T::raised, &T::successSoft}, 4.5},
        {"warning",
         &T::warning,
         {&T::window, &T::surface, &T::raised, &T::warningSoft, &T::hover, &T::press, &T::selected},
         4.5},
        {"danger", &T::danger, {&T::window, &T::surface, &T::raised, &T::dangerSoft}, 4.5},
        {"dangerText", &T::dangerText, {&T::danger, &T::dangerHover}, 4.5},
        {"lantern", &T::lantern, {&T::surface, &T::window, &T::warningSoft}, 3},
        {"focus", &T::focus, {&T::window, &T::surface, &T::raised, &T::hover, &T::selected}, 3},
        {"ring", &T::ring, {&T::surface, &T::window, &T::hover, &T::selected, &T::ringTrack}, 3},
        {"ringLast", &T::ringLast, {&T::surface, &T::window, &T::hover, &T::selected, &T::ringTrack}, 3},
        {"toastText", &T::toastText, {&T::toast}, 4.5},
        {"toastAccent", &T::toastAccent, {&T::toast}, 4.5},
    };
    return all;
}

struct Palette {
    const char *name;
    SystemColours system;
    // what the design system's table says of it
    QColor accent, accentText, text2, outline, focus, ringLast;
};

const QList<Palette> &palettes()
{
    static const QList<Palette> all{
        {"Breeze light",
         {0xEFF0F1, 0xFFFFFF, 0x232629, 0x3DAEE9},
         0x327295,
         0xFFFFFF,
         0x646668,
         0x87898B,
         0x3893C3,
         0xA85B00},
        {"Breeze dark",
         {0x2A2E32, 0x1B1E20, 0xFCFCFC, 0x3DAEE9},
         0x3DAEE9,
         QColor(Qt::black),
         0xB0B1B1,
         0x87898A,
         0x3DAEE9,
         0xF2BE6B},
        {"Adwaita",
         {0xFAFAFB, 0xFFFFFF, 0x323237, 0x3584E4},
         0x3470BA,
         0xFFFFFF,
         0x6A6A6D,
         0x909093,
         0x3584E4,
         0xA85B00},
        {"Adwaita dark",
         {0x222226, 0x1D1D20, 0xFFFFFF, 0x3584E4},
         0x5195E8,
         QColor(Qt::black),
         0xB2B2B3,
         0x89898B,
         0x3584E4,
         0xF2BE6B},
        {"Adwaita, yellow accent",
         {0xFAFAFB, 0xFFFFFF, 0x323237, 0xC88800},
         0x926914,
         0xFFFFFF,
         0x6B6B6F,
         0x909093,
         0xB67E07,
         0xA85B00},
        {"Adwaita dark, purple accent",
         {0x222226, 0x1D1D20, 0xFFFFFF, 0x9141AC},
         0xB47EC7,
         QColor(Qt::black),
         0xB2B2B3,
         0x89898B,
         0xA05CB8,
         0xF2BE6B},
        {"Fusion light",
         {0xEFEFEF, 0xFFFFFF, QColor(Qt::black), 0x308CC6},
         0x26709E,
         0xFFFFFF,
         0x575757,
         0x858585,
         0x308CC6,
         0xA85B00},
        {"Windows 11",
         {0xF3F3F3, 0xFFFFFF, 0x1A1A1A, 0x0078D4},
         0x0270C5,
         0xFFFFFF,
         0x666666,
         0x8C8C8C,
         0x0078D4,
         0xA85B00},
        {"Windows 11 dark",
         {0x202020, 0x2B2B2B, 0xFFFFFF, 0x60CDFF},
         0x60CDFF,
         QColor(Qt::black),
         0xC0C0C0,
         0x919191,
         0x60CDFF,
         0xF2BE6B},
        {"a low-contrast grey theme",
         {0x9A9A9A, 0xB0B0B0, 0x202020, 0x6A6A6A},
         0x323232,
         0xFFFFFF,
         0x2C2C2C,
         0x4D4D4D,
         0x4C4C4C,
         0x6C410E},
    };
    return all;
}

/// Channels may differ by one: halves are rounded to even in the table, away from zero here.
bool isNear(const QColor &a, const QColor &b)
{
    return qAbs(a.red() - b.red()) <= 1 && qAbs(a.green() - b.green()) <= 1 && qAbs(a.blue() - b.blue()) <= 1;
}

} // namespace

/// Whether everybody can read what is painted: the contrast of every token, in every palette.
class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_ink_stands_out_from_its_grounds_data();
    void every_ink_stands_out_from_its_grounds();
    void tablets_can_be_read_both_ways_round();
    void derives_the_colours_of_the_table_data();
    void derives_the_colours_of_the_table();
    void high_contrast_takes_only_the_systems_colours();
    void the_setting_wins_over_the_system();
};

void TestTheme::every_ink_stands_out_from_its_grounds_data()
{
    QTest::addColumn<Tokens>("tokens");
    QTest::addRow("light") << lightTokens();
    QTest::addRow("dark") << darkTokens();
    for (const Palette &palette : palettes())
        QTest::addRow("%s", palette.name) << derivedTokens(palette.system);
}

void TestTheme::every_ink_stands_out_from_its_grounds()
{
    QFETCH(Tokens, tokens);
    for (const Pair &pair : pairs()) {
        for (const TokenMember ground : pair.grounds) {
            const double is = contrast(tokens.*pair.ink, tokens.*ground);
            QVERIFY2(
                is >= pair.least,
                qPrintable(
                    QStringLiteral("%1 on %2: %3").arg(QLatin1String(pair.name), (tokens.*ground).name()).arg(is)));
        }
    }
}

void TestTheme::tablets_can_be_read_both_ways_round()
{
    for (const TabletPair &pair : tabletPairs())
        QVERIFY(contrast(pair.pale, pair.deep) >= 4.5);
}

void TestTheme::derives_the_colours_of_the_table_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < palettes().size(); ++i)
        QTest::addRow("%s", palettes()[i].name) << i;
}

void TestTheme::derives_the_colours_of_the_table()
{
    QFETCH(int, index);
    const Palette &expected = palettes()[index];
    const Tokens tokens = derivedTokens(expected.system);
    const QList<std::pair<QColor, QColor>> both{
        {tokens.accent, expected.accent}, {tokens.accentText, expected.accentText},
        {tokens.text2, expected.text2},   {tokens.outline, expected.outline},
        {tokens.focus, expected.focus},   {tokens.ringLast, expected.ringLast}};
    for (const auto &[is, should] : both)
        QVERIFY2(isNear(is, should), qPrintable(is.name() + QStringLiteral(" instead of ") + should.name()));
}

void TestTheme::high_contrast_takes_only_the_systems_colours()
{
    QPalette system;
    system.setColor(QPalette::Window, Qt::black);
    system.setColor(QPalette::WindowText, Qt::white);
    system.setColor(QPalette::Highlight, QColor(0x1AEBFF));
    system.setColor(QPalette::HighlightedText, Qt::black);
    system.setColor(QPalette::Link, QColor(0xFFFF00));
    QVERIFY(isHighContrast(system));
    const Tokens tokens = highContrastTokens(system);
    QCOMPARE(tokens.surface, QColor(Qt::black));
    QCOMPARE(tokens.text2, QColor(Qt::white));
    QCOMPARE(tokens.selected, QColor(0x1AEBFF));
    QCOMPARE(tokens.ringLast, QColor(0xFFFF00));
    QVERIFY(!isHighContrast(paletteOf(lightTokens())));
}

void TestTheme::the_setting_wins_over_the_system()
{
    Theme theme;
    theme.install();
    theme.setDesktopHints({.dark = true, .accent = {}});
    QCOMPARE(theme.tokens(), darkTokens());
    theme.setAppearance(Appearance::Light);
    QCOMPARE(theme.tokens(), lightTokens());
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightTokens().window);
    theme.setAppearance(Appearance::System);
    QCOMPARE(theme.tokens(), darkTokens());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
