// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every stored input of the fuzz targets (tests/data/fuzz) through its target: what once went wrong stays right.
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

class TestFuzzCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keeps_its_promises_data();
    void keeps_its_promises();
    void every_target_has_inputs();
};

void TestFuzzCorpus::keeps_its_promises_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("target");
    const auto targets = watchword::fuzz::targets();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        QDir folder(QStringLiteral(WATCHWORD_TEST_DATA "/fuzz/") + QLatin1String(targets[i].name));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names)
            QTest::addRow("%s/%s", targets[i].name, qPrintable(name)) << folder.filePath(name) << int(i);
    }
}

void TestFuzzCorpus::keeps_its_promises()
{
    QFETCH(QString, path);
    QFETCH(int, target);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray input = file.readAll();
    watchword::fuzz::targets()[std::size_t(target)].run(watchword::bytesOf(input));
    // And cut anywhere, as a file that was not written to its end.
    const qsizetype step = std::max<qsizetype>(1, input.size() / 64);
    for (qsizetype length = 0; length < input.size(); length += step) {
        const QByteArray cut = input.first(length);
        watchword::fuzz::targets()[std::size_t(target)].run(watchword::bytesOf(cut));
    }
}

void TestFuzzCorpus::every_target_has_inputs()
{
    for (const watchword::fuzz::Target &target : watchword::fuzz::targets()) {
        const QDir folder(QStringLiteral(WATCHWORD_TEST_DATA "/fuzz/") + QLatin1String(target.name));
        QVERIFY2(folder.entryList(QDir::Files).size() >= 3, target.name);
    }
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzz_corpus.moc"
