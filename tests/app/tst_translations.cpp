// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every sentence of the program in every language, complete and with the same placeholders, and really shown.
#include "app/support/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

// One sentence of a .ts file.
struct Message {
    QString source;
    bool isGone = false; // from the program; kept for when it comes back
    bool isFinished = false;
    bool isPlural = false;
    QStringList translations;
};
using Messages = QMap<QString, Message>; // by context, source and comment

Message readMessage(QXmlStreamReader &xml, QString &comment)
{
    Message message;
    message.isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const QStringView type = xml.attributes().value(QLatin1String("type"));
            message.isGone = type == QLatin1String("vanished") || type == QLatin1String("obsolete");
            message.isFinished = type.isEmpty();
            if (!message.isPlural) {
                message.translations.append(xml.readElementText(QXmlStreamReader::IncludeChildElements));
                continue;
            }
            while (xml.readNextStartElement())
                message.translations.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

Messages readMessages(const QString &path)
{
    Messages messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement()) {
            continue;
        } else if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            QString comment;
            const Message message = readMessage(xml, comment);
            if (!message.isGone)
                messages.insert(context + QStringLiteral(" | ") + message.source + QStringLiteral(" | ") + comment,
                                message);
        }
    }
    return messages;
}

QString fileOf(const QString &language)
{
    return QStringLiteral(WATCHWORD_SOURCE "/translations/watchword_%1.ts").arg(language);
}

// Placeholders, sorted; %n may be left out of a translation for one.
QStringList placeholdersOf(const QString &text, bool withCount)
{
    static const QRegularExpression placeholder(QStringLiteral("%L?[0-9n]"));
    QStringList found;
    for (QRegularExpressionMatchIterator it = placeholder.globalMatch(text); it.hasNext();) {
        const QString match = it.next().captured();
        if (withCount || match != QLatin1String("%n"))
            found.append(match);
    }
    found.sort();
    return found;
}

qsizetype acceleratorsIn(const QString &text)
{
    static const QRegularExpression accelerator(QStringLiteral("&[^& ]"));
    return text.count(accelerator);
}

} // namespace

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_sentence_is_translated_data();
    void every_sentence_is_translated();
    void the_files_hold_what_the_program_says_data();
    void the_files_hold_what_the_program_says();
    void german_speaks_formally();
    void shows_the_language_of_the_locale();

private:
    static void languages();
};

void TestTranslations::languages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isSource");
    QTest::newRow("de") << QStringLiteral("de") << false;
    QTest::newRow("en") << QStringLiteral("en") << true;
}

void TestTranslations::every_sentence_is_translated_data()
{
    languages();
}

void TestTranslations::every_sentence_is_translated()
{
    QFETCH(QString, language);
    const Messages messages = readMessages(fileOf(language));
    QVERIFY(!messages.isEmpty());
    QStringList faults;
    for (auto it = messages.begin(); it != messages.end(); ++it) {
        const Message &message = it.value();
        if (it.key().startsWith(QLatin1String(" | "))) // as the program will never look for it
            faults.append(QStringLiteral("without a context: ") + it.key());
        if (!message.isFinished)
            faults.append(QStringLiteral("unfinished: ") + it.key());
        if (it.key().startsWith(QLatin1String(" | "))) // lupdate did not see whose it is: the program asks elsewhere
            faults.append(QStringLiteral("of no class: ") + it.key());
        if (message.isPlural && message.translations.size() != 2)
            faults.append(QStringLiteral("two forms wanted: ") + it.key());
        for (qsizetype i = 0; i < message.translations.size(); ++i) {
            const QString &text = message.translations.at(i);
            const bool withCount = message.isPlural && i > 0;
            if (text.isEmpty())
                faults.append(QStringLiteral("empty: ") + it.key());
            if (placeholdersOf(text, withCount) != placeholdersOf(message.source, withCount))
                faults.append(QStringLiteral("other placeholders: ") + it.key());
            if (acceleratorsIn(text) != acceleratorsIn(message.source))
                faults.append(QStringLiteral("other accelerators: ") + it.key());
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestTranslations::the_files_hold_what_the_program_says_data()
{
    languages();
}

void TestTranslations::the_files_hold_what_the_program_says()
{
    QFETCH(QString, language);
    QFETCH(bool, isSource);
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.ts"));
    QVERIFY(QFile::copy(fileOf(language), copy));
    QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner);

    QStringList arguments = {QStringLiteral("-I"),
                             QStringLiteral("."),

                             QStringLiteral("-locations"),
                             QStringLiteral("none"),
                             QStringLiteral("-source-language"),
                             QStringLiteral("en_GB"),
                             QStringLiteral("-target-language"),
                             language};
    if (isSource)
        arguments.append(QStringLiteral("-pluralonly"));
    arguments << QStringLiteral("app") << QStringLiteral("-ts") << copy;
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(WATCHWORD_SOURCE));
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(WATCHWORD_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(60'000));
    const QString said = QString::fromUtf8(lupdate.readAll());
    QCOMPARE(lupdate.exitCode(), 0);
    QVERIFY2(!said.contains(QLatin1String("unknown namespace")), qPrintable(said));

    const QStringList before = readMessages(fileOf(language)).keys();
    const QStringList after = readMessages(copy).keys();
    QStringList faults;
    for (const QString &key : after) {
        if (!before.contains(key))
            faults.append(QStringLiteral("not in the file (run translations/update): ") + key);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestTranslations::german_speaks_formally()
{
    static const QRegularExpression familiar(QStringLiteral("(?<![-\\w])[Dd](u|ich|ir|ein|eine|einen|einem|einer)\\b"));
    const Messages messages = readMessages(fileOf(QStringLiteral("de")));
    for (auto it = messages.begin(); it != messages.end(); ++it) {
        for (const QString &text : it.value().translations) {
            QVERIFY2(!familiar.match(text).hasMatch(), qPrintable(text));
            QVERIFY2(!text.contains(QLatin1Char('"')) && !text.contains(QChar(0x201D)), qPrintable(text));
            QCOMPARE(text.count(QChar(0x201E)), text.count(QChar(0x201C)));
        }
    }
}

void TestTranslations::shows_the_language_of_the_locale()
{
    const auto translated = [](const QString &locale, const char *text, int n) {
        int argc = 1;
        char name[] = "test";
        char *argv[] = {name, nullptr};
        const QCoreApplication application(argc, argv);
        watchword::app::installTranslations(*QCoreApplication::instance(), QLocale(locale));
        return QCoreApplication::translate("AccountText", text, nullptr, n);
    };
    QCOMPARE(translated(QStringLiteral("de_DE"), "No name", -1), QStringLiteral("Ohne Namen"));
    QCOMPARE(translated(QStringLiteral("de_AT"), "No name", -1), QStringLiteral("Ohne Namen"));
    QCOMPARE(translated(QStringLiteral("en_GB"), "No name", -1), QStringLiteral("No name"));
    QCOMPARE(translated(QStringLiteral("de_DE"), "%n digits", 1), QStringLiteral("1 Ziffer"));
    QCOMPARE(translated(QStringLiteral("de_DE"), "%n digits", 6), QStringLiteral("6 Ziffern"));
    for (const char *locale : {"en_GB", "en_US", "fi_FI", "C"}) {
        QCOMPARE(translated(QLatin1String(locale), "%n digits", 1), QStringLiteral("1 digit"));
        QCOMPARE(translated(QLatin1String(locale), "%n digits", 6), QStringLiteral("6 digits"));
    }
}

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
