// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/screen_results.h"

#include "tests/bench/screen_readers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <set>

namespace watchword::bench {

namespace {

using screens::CodeClass;
using screens::codeClassCount;

QJsonArray asJson(const std::vector<bool> &flags)
{
    QJsonArray array;
    for (const bool flag : flags)
        array.append(flag);
    return array;
}

QJsonArray asJson(const screens::CodeClasses &classes)
{
    QJsonArray array;
    for (int i = 0; i < codeClassCount; ++i) {
        if (classes.has(CodeClass(i)))
            array.append(QString::fromLatin1(nameOf(CodeClass(i))));
    }
    return array;
}

screens::CodeClasses classesOf(const QJsonArray &names)
{
    screens::CodeClasses classes;
    for (int i = 0; i < codeClassCount; ++i) {
        if (names.contains(QString::fromLatin1(nameOf(CodeClass(i)))))
            classes.add(CodeClass(i));
    }
    return classes;
}

ScreenResult resultOf(const QJsonObject &object)
{
    ScreenResult result;
    result.seed = quint32(object[QStringLiteral("seed")].toInteger());
    result.size = object[QStringLiteral("size")].toString();
    result.picture = object[QStringLiteral("picture")].toString();
    result.unreadable = object[QStringLiteral("unreadable")].toInt();
    for (const auto &code : object[QStringLiteral("codes")].toArray())
        result.codes.push_back(classesOf(code.toArray()));
    const QJsonObject readings = object[QStringLiteral("readings")].toObject();
    for (auto it = readings.begin(); it != readings.end(); ++it) {
        const QJsonObject one = it.value().toObject();
        ScreenReading &reading = result.readings[it.key().toStdString()];
        reading.madeUp = one[QStringLiteral("made up")].toInt();
        reading.wasStopped = one[QStringLiteral("stopped")].toBool();
        reading.milliseconds = one[QStringLiteral("ms")].toDouble();
        for (const auto &found : one[QStringLiteral("found")].toArray())
            reading.found.push_back(found.toBool());
    }
    return result;
}

using Chosen = std::vector<const ScreenResult *>;

struct Tally {
    int codes = 0;
    int found = 0;
    double percent() const { return codes == 0 ? 0 : 100.0 * found / codes; }
};

/// What `reader` found of a class; `kind` at the end of the classes: of all codes.
Tally tallyOf(const Chosen &results, const std::string &reader, int kind)
{
    Tally tally;
    for (const ScreenResult *result : results) {
        const ScreenReading &reading = result->readings.at(reader);
        for (std::size_t i = 0; i < result->codes.size(); ++i) {
            if (kind == codeClassCount || result->codes[i].has(CodeClass(kind))) {
                ++tally.codes;
                tally.found += int(reading.found[i]);
            }
        }
    }
    return tally;
}

void printHead(const char *what, const std::vector<std::string> &names)
{
    std::printf("\n%-18s", what);
    for (const std::string &name : names)
        std::printf(" %22s", name.c_str());
    std::printf("\n");
}

void printRecall(const Chosen &results, const std::vector<std::string> &names)
{
    printHead("recall %", names);
    for (int kind = codeClassCount; kind >= 0; --kind) {
        const int row = kind == codeClassCount ? codeClassCount : codeClassCount - 1 - kind;
        if (tallyOf(results, names.front(), row).codes == 0)
            continue;
        std::printf("%-18s", row == codeClassCount ? "all" : nameOf(CodeClass(row)));
        for (const std::string &name : names) {
            const Tally tally = tallyOf(results, name, row);
            std::printf("     %6.1f (%4d/%4d)", tally.percent(), tally.found, tally.codes);
        }
        std::printf("\n");
    }
}

double share(const std::vector<double> &sorted, double part)
{
    return sorted[std::min(sorted.size() - 1, std::size_t(double(sorted.size()) * part))];
}

void printTimes(const Chosen &results, const std::vector<std::string> &names)
{
    printHead("CPU ms", names);
    std::set<QString> sizes;
    for (const ScreenResult *result : results)
        sizes.insert(result->size);
    for (const QString &size : sizes) {
        std::printf("%-18s", qPrintable(size));
        for (const std::string &name : names) {
            std::vector<double> times;
            for (const ScreenResult *result : results) {
                if (result->size == size)
                    times.push_back(result->readings.at(name).milliseconds);
            }
            std::ranges::sort(times);
            std::printf(" %6.0f/%7.0f/%7.0f", share(times, 0.5), share(times, 0.95), times.back());
        }
        std::printf("\n");
    }
    std::printf("%-18s each: median/95th percentile/worst\n", "");
}

/// What readers made up, and how often they were stopped.
void printFaults(const Chosen &results, const std::vector<std::string> &names)
{
    const auto printSums = [&](const char *what, int (*count)(const ScreenReading &)) {
        std::printf("%-18s", what);
        for (const std::string &name : names) {
            int sum = 0;
            for (const ScreenResult *result : results)
                sum += count(result->readings.at(name));
            std::printf(" %22d", sum);
        }
        std::printf("\n");
    };
    printHead("faults", names);
    printSums("made up", [](const ScreenReading &reading) { return reading.madeUp; });
    printSums("stopped after 60 s", [](const ScreenReading &reading) { return int(reading.wasStopped); });
}

/// Recall means something only on screens that are hard for the readers that everybody has. Photographs are for comparing.
bool areHardEnough(const Chosen &results, const std::vector<std::string> &names)
{
    const auto isPhoto = [](const ScreenResult *result) {
        return std::ranges::any_of(result->codes, [](const screens::CodeClasses &classes) {
            return classes.has(CodeClass::OfPaper) || classes.has(CodeClass::OfPhone)
                || classes.has(CodeClass::OfMonitor);
        });
    };
    if (std::ranges::all_of(results, isPhoto))
        return true;
    constexpr std::size_t few = 300;
    if (results.size() < few) {
        std::printf("Fewer than %zu screens: to look at, not to report.\n", few);
        return true;
    }
    const struct {
        const char *name;
        double atMost;
    } limits[] = {{"zxing", 75}, {"zbar", 62}};
    bool isHard = true;
    for (const auto &limit : limits) {
        if (std::ranges::find(names, limit.name) == names.end()) {
            std::printf("No recall: %s has not read these screens.\n", limit.name);
            isHard = false;
        } else if (const Tally tally = tallyOf(results, limit.name, codeClassCount); tally.percent() > limit.atMost) {
            std::printf("No recall: the screens are too easy, %s finds %.1f %% of the codes (at most %.0f %%).\n",
                        limit.name, tally.percent(), limit.atMost);
            isHard = false;
        }
    }
    return isHard;
}

} // namespace

bool ScreenResults::add(const ScreenResult &result)
{
    const auto [known, isNew] = m_results.try_emplace(result.seed, result);
    if (isNew)
        return true;
    if (known->second.picture != result.picture)
        return false;
    for (const auto &[name, reading] : result.readings)
        known->second.readings[name] = reading;
    return true;
}

bool ScreenResults::addFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s cannot be read.\n", qPrintable(name));
        return false;
    }
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!add(resultOf(QJsonDocument::fromJson(line).object()))) {
            std::fprintf(stderr, "%s: results of other pictures; run its seeds again.\n", qPrintable(name));
            return false;
        }
    }
    return true;
}

void ScreenResults::report() const
{
    // Those that can be run here in their order, ours first, and those that were run elsewhere.
    std::vector<std::string> names;
    for (const Reader &reader : readers())
        names.emplace_back(reader.name);
    for (const auto &[seed, result] : m_results) {
        for (const auto &[name, reading] : result.readings) {
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    }
    std::erase_if(names, [&](const std::string &name) {
        return std::ranges::none_of(m_results, [&](const auto &entry) { return entry.second.readings.contains(name); });
    });
    Chosen chosen;
    int unreadable = 0;
    bool areForTuning = false;
    for (const auto &[seed, result] : m_results) {
        if (result.readings.size() < names.size())
            continue;
        chosen.push_back(&result);
        unreadable += result.unreadable;
        areForTuning = areForTuning || seed <= 100000;
    }
    std::printf("%zu screens that all of these readers have read, %d codes that nobody could read left out%s\n",
                chosen.size(), unreadable, areForTuning ? "; SEEDS FOR TUNING among them" : "");
    if (chosen.empty())
        return;
    if (areHardEnough(chosen, names))
        printRecall(chosen, names);
    printTimes(chosen, names);
    printFaults(chosen, names);
}

QByteArray asLine(const ScreenResult &result)
{
    QJsonArray codes;
    for (const screens::CodeClasses &classes : result.codes)
        codes.append(asJson(classes));
    QJsonObject readings;
    for (const auto &[name, reading] : result.readings) {
        readings.insert(QString::fromStdString(name),
                        QJsonObject{{QStringLiteral("found"), asJson(reading.found)},
                                    {QStringLiteral("made up"), reading.madeUp},
                                    {QStringLiteral("stopped"), reading.wasStopped},
                                    {QStringLiteral("ms"), reading.milliseconds}});
    }
    const QJsonObject object{{QStringLiteral("seed"), qint64(result.seed)},     {QStringLiteral("size"), result.size},
                             {QStringLiteral("picture"), result.picture},       {QStringLiteral("codes"), codes},
                             {QStringLiteral("unreadable"), result.unreadable}, {QStringLiteral("readings"), readings}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace watchword::bench
