// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/file_recording.h"
#include "tests/support/files.h"
#include "tests/support/starting_reader.h"
#include "tests/support/vault_data.h"
#include "tests/support/vault_test.h"

#include <QTemporaryDir>

#include <set>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;

namespace {

QStringList namesIn(const VaultReading &vault)
{
    QStringList names;
    for (const accounts::Account &account : vault.accounts.current)
        names << account.name;
    return names;
}

} // namespace

/// The power goes after each step of a change: whatever the disk then has of what was not synced, the vault is the old one or
/// the new one. What the keychain holds is as it was at that step (its own writes are synced with ours).
class TestPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knows_what_a_cut_may_leave();
    void old_or_new_data();
    void old_or_new();
    void gone_or_empty_data();
    void gone_or_empty();
};

/// The tool itself: what was renamed without having been synced may be empty.
void TestPowerCut::knows_what_a_cut_may_leave()
{
    using Kind = FileStep::Kind;
    const std::vector<FileStep> steps{{Kind::Create, "new", {}, {}},
                                      {Kind::Write, "new", {}, "1234"},
                                      {Kind::Rename, "new", "book", {}},
                                      {Kind::SyncFolder, ".", {}, {}}};
    const FolderState before{{"book", "old"}};
    QCOMPARE(statesAfterCut(before, steps, 0), std::vector<FolderState>{before});
    const auto contains = [](const std::vector<FolderState> &states, const FolderState &state) {
        return std::ranges::find(states, state) != states.end();
    };
    const auto renamed = statesAfterCut(before, steps, 3);
    for (const char *content : {"", "12", "1234", "old"})
        QVERIFY(contains(renamed, {{"book", content}}));
    QVERIFY(contains(renamed, {{"book", "old"}, {"new", "12"}}));
    const auto synced = statesAfterCut(before, steps, 4);
    QCOMPARE(synced.size(), 3u);
    QVERIFY(contains(synced, {{"book", ""}}) && contains(synced, {{"book", "1234"}}));
}

void TestPowerCut::old_or_new_data()
{
    QTest::addColumn<int>("change");
    QTest::newRow("a change in the keychain") << 0;
    QTest::newRow("the first account in the keychain") << 1;
    QTest::newRow("a first password") << 2;
    QTest::newRow("a change under a password") << 3;
    QTest::newRow("another password") << 4;
    QTest::newRow("from the keychain to a password") << 5;
    QTest::newRow("from a password to the keychain") << 6;
}

void TestPowerCut::old_or_new()
{
    QFETCH(int, change);
    const QTemporaryDir folder(quickFolder("tst_power_cut"));
    const auto keychain = std::make_shared<Keychain>();
    beDefaultFolder(folder.path());
    std::vector<PasswordKeyPointer> keys{nullptr};
    const auto noteKey = [&](const char *with) {
        const auto header = readFileHeader(bytesOf(contentOf(folder.filePath(QStringLiteral("book")))));
        QVERIFY(header && header->kind == FileKind::PasswordVault);
        keys.push_back(*keyOf(passwordOf(with), header->derivation));
    };
    Process process(folder.path(), keychain);
    process.open();
    const bool isNew = change == 1 || change == 2;
    const bool hasPassword = change == 3 || change == 4 || change == 6;
    if (!isNew) {
        QVERIFY(process.add(github()));
        QVERIFY(process.add(bank()));
    }
    if (hasPassword) {
        QVERIFY(process.setPassword(password));
        QVERIFY(process.edit(process.vault->accounts()[0].id, {.pinned = true})); // book.1 is another file
        noteKey(password);
    }
    const FolderState before = folderState(folder.path());
    const QStringList oldNames = process.names();
    std::vector<QHash<QString, QByteArray>> items; // of the keychain, at each step
    std::vector<FileStep> steps;
    {
        const FileRecording recording(folder.path(), [&] { items.push_back(keychain->items); });
        switch (change) {
        case 0:
        case 1:
        case 3: QVERIFY(process.add(numbered(1))); break;
        case 2:
        case 5: QVERIFY(process.setPassword(password)); break;
        case 4: QVERIFY(process.setPassword(otherPassword)); break;
        default: QVERIFY(process.useKeychain());
        }
        steps = recording.steps();
    }
    items.push_back(keychain->items);
    const QStringList newNames = process.names();
    if (change == 2 || change == 5)
        noteKey(password);
    if (change == 4)
        noteKey(otherPassword);
    QVERIFY(steps.size() >= 5);

    std::set<std::pair<QByteArray, FolderState>> seen;
    int olds = 0, news = 0;
    const auto after = std::make_shared<Keychain>();
    const QTemporaryDir place(quickFolder("tst_power_cut_state"));
    for (std::size_t count = 0; count <= steps.size(); ++count) {
        after->items = items[count];
        const QByteArray keychainState = after->items.value(slotA) + after->items.value(slotB);
        for (const FolderState &state : statesAfterCut(before, steps, count)) {
            if (!seen.insert({keychainState, state}).second)
                continue;
            putFolderState(place.path(), state);
            StartingReader reader(place.path(), after);
            VaultReading vault;
            for (const PasswordKeyPointer &key : keys) {
                vault = reader.readWith(key);
                if (vault.reading.state == State::Unlocked || vault.reading.state == State::Empty)
                    break;
            }
            const QByteArray where = "after step " + QByteArray::number(count) + ", with "
                + QByteArrayList([&] {
                      QByteArrayList files;
                      for (const auto &[name, content] : state)
                          files << name + ' ' + QByteArray::number(content.size());
                      return files;
                  }())
                      .join(", ");
            if (isNew && vault.reading.state == State::Empty) {
                ++olds;
                continue;
            }
            QVERIFY2(vault.reading.state == State::Unlocked, where.constData());
            QVERIFY2(!vault.book.isDamaged && !vault.reading.warnings.contains(Warning::PreviousCopyUsed),
                     where.constData());
            QStringList names = namesIn(vault);
            names.sort();
            QVERIFY2(names == oldNames || names == newNames, where.constData());
            ++(names == newNames && (oldNames != newNames || vault.isPassword != hasPassword) ? news : olds);
        }
    }
    qInfo("%zu steps, %zu states: %d old, %d new", steps.size(), seen.size(), olds, news);
    QVERIFY((olds > 0 || change < 2) && (news > 0 || change == 4)); // a slot is the commit; a password changes no name
}

void TestPowerCut::gone_or_empty_data()
{
    QTest::addColumn<QStringList>("without");
    QTest::newRow("all is there") << QStringList();
    QTest::newRow("no mark") << QStringList{QStringLiteral("vault.id")};
    QTest::newRow("no book") << QStringList{QStringLiteral("book")};
    QTest::newRow("the mark alone") << QStringList{QStringLiteral("book"), QStringLiteral("book.1")};
}

/// Of a vault that is gone: whenever the power goes while it is put aside, it is gone or there is none, no byte of its files is
/// lost, and with the keychain it is back.
void TestPowerCut::gone_or_empty()
{
    QFETCH(QStringList, without);
    const QTemporaryDir folder(quickFolder("tst_power_cut"));
    const auto keychain = std::make_shared<Keychain>();
    beDefaultFolder(folder.path());
    Process process(folder.path(), keychain);
    process.open();
    QVERIFY(process.setPassword(password));
    const QByteArray passwordVault = contentOf(folder.filePath(QStringLiteral("book")));
    QVERIFY(process.useKeychain());
    QVERIFY(process.add(github()));
    const auto items = std::exchange(keychain->items, {});
    if (without.isEmpty()) // the move could not replace it
        put(folder.filePath(QStringLiteral("book.1")), passwordVault);
    for (const QString &name : without)
        QVERIFY(QFile::remove(folder.filePath(name)));
    if (!without.isEmpty() && without[0] == QLatin1String("vault.id"))
        beDefaultFolder(folder.path());
    QCOMPARE(process.open(), State::Gone);
    const FolderState before = folderState(folder.path());
    std::vector<FileStep> steps;
    {
        const FileRecording recording(folder.path());
        QVERIFY(process.startAgain());
        steps = recording.steps();
    }
    QCOMPARE(process.vault->state(), State::Empty);
    const auto keepsBooks = [&](const FolderState &state) {
        return std::ranges::all_of(before, [&](const auto &file) {
            const bool isBook = file.first == "book" || file.first == "book.1";
            return !isBook || std::ranges::any_of(state, [&](const auto &one) { return one.second == file.second; });
        });
    };

    std::set<FolderState> seen;
    int gone = 0, empty = 0;
    const auto after = std::make_shared<Keychain>();
    const QTemporaryDir place(quickFolder("tst_power_cut_state"));
    for (std::size_t count = 0; count <= steps.size(); ++count) {
        for (const FolderState &state : statesAfterCut(before, steps, count)) {
            if (!seen.insert(state).second)
                continue;
            putFolderState(place.path(), state);
            after->items.clear();
            const State is = StartingReader(place.path(), after).read().reading.state;
            QVERIFY2(is == State::Gone || is == State::Empty, QByteArray::number(count).constData());
            QVERIFY(is == State::Empty || count < steps.size());
            ++(is == State::Gone ? gone : empty);
            QVERIFY(keepsBooks(state));
            after->items = items;
            const VaultReading back = StartingReader(place.path(), after).read();
            QCOMPARE(back.reading.state, State::Unlocked);
            QCOMPARE(namesIn(back), alice);
        }
    }
    qInfo("%zu steps, %zu states: %d gone, %d empty", steps.size(), seen.size(), gone, empty);
    QVERIFY(gone > 0 && empty > 0);

    // The same where a step finds a full disk; after it one can try again.
    for (std::size_t count = 0; count < steps.size(); ++count) {
        putFolderState(folder.path(), before);
        QCOMPARE(process.open(), State::Gone);
        {
            const FileRecording full(folder.path(), count);
            QCOMPARE(codeOf(process.startAgain()), ErrorCode::DiskFull);
        }
        QVERIFY(process.vault->state() == State::Gone || count + 1 == steps.size());
        QVERIFY(keepsBooks(folderState(folder.path())));
        if (process.vault->state() == State::Gone)
            QVERIFY(process.startAgain());
        QCOMPARE(process.vault->state(), State::Empty);
        QVERIFY(keepsBooks(folderState(folder.path())));
    }
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_power_cut.moc"
