// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes screens with QR codes as pictures, each with what is true of it, to look at and for other readers:
// `screens DIRECTORY SEED…` gives DIRECTORY/SEED.png and DIRECTORY/SEED.json.
#include "tests/tools/screens/photo.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace watchword::screens;

namespace {

QJsonObject asJson(const TrueCode &code)
{
    QJsonArray classes;
    for (int i = 0; i < codeClassCount; ++i) {
        if (code.classes.has(CodeClass(i)))
            classes.append(QString::fromLatin1(nameOf(CodeClass(i))));
    }
    QJsonArray corners;
    for (const QPointF &corner : code.corners)
        corners.append(QJsonArray{corner.x(), corner.y()});
    constexpr const char *levels[] = {"L", "M", "Q", "H"};
    return {{QStringLiteral("payload"), QString::fromUtf8(code.payload)},
            {QStringLiteral("corners"), corners},
            {QStringLiteral("classes"), classes},
            {QStringLiteral("modulePixels"), code.modulePixels},
            {QStringLiteral("version"), code.version},
            {QStringLiteral("level"), QString::fromLatin1(levels[int(code.level)])},
            {QStringLiteral("counts"), code.counts}};
}

bool write(const QDir &directory, quint32 seed, bool isPhoto)
{
    const Screen screen = isPhoto ? generatePhoto(seed) : generateScreen(seed);
    QJsonArray codes;
    for (const TrueCode &code : screen.codes)
        codes.append(asJson(code));
    QJsonArray others;
    for (const QByteArray &payload : screen.otherPayloads)
        others.append(QString::fromUtf8(payload));
    const QJsonObject truth{{QStringLiteral("codes"), codes}, {QStringLiteral("others"), others}};
    QFile file(directory.filePath(QStringLiteral("%1.json").arg(seed)));
    return screen.picture.save(directory.filePath(QStringLiteral("%1.png").arg(seed)))
        && file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(truth).toJson()) > 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QStringList arguments = QGuiApplication::arguments();
    const bool isPhoto = arguments.removeAll(QStringLiteral("--photos")) > 0;
    const QDir directory(arguments.value(1));
    if (arguments.size() < 3 || !directory.exists()) {
        std::fputs("usage: screens [--photos] DIRECTORY SEED...\n", stderr);
        return 2;
    }
    for (const QString &seed : arguments.sliced(2)) {
        if (!write(directory, seed.toUInt(), isPhoto)) {
            std::fprintf(stderr, "%s could not be written.\n", qPrintable(seed));
            return 1;
        }
    }
    return 0;
}
