// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_arena.h"
#include "core/base/secret_bytes.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <random>
#include <thread>

#include <unistd.h>

using namespace watchword;

namespace {

const QByteArray pattern = QByteArrayLiteral("a secret that nobody may find again, 1234567890");

// What stands at an address of this process now, read past the C++ object that owned it.
QByteArray memoryAt(const void *address, std::size_t size)
{
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        qFatal("cannot open /proc/self/mem");
    QByteArray bytes(qsizetype(size), '\0');
    const auto place = static_cast<off_t>(reinterpret_cast<std::uintptr_t>(address));
    if (::pread(memory.handle(), bytes.data(), size, place) != ssize_t(size))
        qFatal("cannot read /proc/self/mem");
    return bytes;
}

QByteArray zeros(std::size_t size)
{
    return QByteArray(qsizetype(size), '\0');
}

SecretBytes secretOf(const QByteArray &text)
{
    return SecretBytes::copyOf(bytesOf(text));
}

} // namespace

class SecretBytesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Reads what must be there: without this the tests of wiping could pass by reading the wrong place.
    void its_bytes_can_be_read_at_their_address()
    {
        const SecretBytes secret = secretOf(pattern);
        QCOMPARE(memoryAt(secret.view().data(), secret.size()), pattern);
    }

    void leaves_nothing_at_its_address_when_destroyed()
    {
        const std::byte *address = nullptr;
        {
            const SecretBytes secret = secretOf(pattern);
            address = secret.view().data();
        }
        QCOMPARE(memoryAt(address, std::size_t(pattern.size())), zeros(std::size_t(pattern.size())));
    }

    void a_move_takes_the_place_along_and_leaves_the_source_empty()
    {
        SecretBytes source = secretOf(pattern);
        const std::byte *address = source.view().data();
        {
            const SecretBytes target = std::move(source);
            QVERIFY(source.isEmpty()); // NOLINT(bugprone-use-after-move): the promise of the class
            QCOMPARE(target.view().data(), address);
            QCOMPARE(target.text(), QByteArrayView(pattern));
        }
        QCOMPARE(memoryAt(address, std::size_t(pattern.size())), zeros(std::size_t(pattern.size())));
    }

    void move_assignment_wipes_what_the_target_held()
    {
        SecretBytes target = secretOf(pattern);
        const std::byte *address = target.view().data();
        target = secretOf("another");
        QCOMPARE(target.text(), QByteArrayView("another"));
        QCOMPARE(memoryAt(address, std::size_t(pattern.size())), zeros(std::size_t(pattern.size())));
    }

    void assignment_to_itself_keeps_the_bytes()
    {
        SecretBytes secret = secretOf(pattern);
        SecretBytes &same = secret;
        secret = std::move(same);
        QCOMPARE(secret.text(), QByteArrayView(pattern));
    }

    void growth_wipes_the_old_place()
    {
        SecretBytes secret = secretOf(pattern);
        const std::byte *address = secret.view().data();
        secret.append(bytesOf(QByteArray(1000, 'x')));
        QVERIFY(secret.view().data() != address);
        QCOMPARE(secret.text(), QByteArrayView(pattern + QByteArray(1000, 'x')));
        QCOMPARE(memoryAt(address, std::size_t(pattern.size())), zeros(std::size_t(pattern.size())));
    }

    void reserve_wipes_the_old_place_and_later_appends_stay()
    {
        SecretBytes secret = secretOf(pattern);
        const std::byte *old = secret.view().data();
        secret.reserve(4096);
        QCOMPARE(memoryAt(old, std::size_t(pattern.size())), zeros(std::size_t(pattern.size())));
        const std::byte *place = secret.view().data();
        secret.append(bytesOf(QByteArray(4096 - pattern.size(), 'x')));
        QCOMPARE(secret.view().data(), place);
    }

    void shrinking_wipes_the_cut_bytes_and_growing_again_gives_zeros()
    {
        SecretBytes secret = secretOf(pattern);
        secret.resize(8);
        QCOMPARE(secret.text(), QByteArrayView(pattern.first(8)));
        QCOMPARE(memoryAt(secret.view().data() + 8, std::size_t(pattern.size()) - 8),
                 zeros(std::size_t(pattern.size()) - 8));
        secret.resize(std::size_t(pattern.size()));
        QCOMPARE(secret.text(), QByteArrayView(pattern.first(8) + zeros(std::size_t(pattern.size()) - 8)));
    }

    void clear_wipes_and_the_object_can_be_used_again()
    {
        SecretBytes secret = secretOf(pattern);
        const std::byte *address = secret.view().data();
        secret.clear();
        QVERIFY(secret.isEmpty());
        QCOMPARE(memoryAt(address, std::size_t(pattern.size())), zeros(std::size_t(pattern.size())));
        secret.append(bytesOf("again"));
        QCOMPARE(secret.text(), QByteArrayView("again"));
    }

    void appending_its_own_bytes_works()
    {
        SecretBytes secret = secretOf(pattern);
        secret.append(secret.view());
        QCOMPARE(secret.text(), QByteArrayView(pattern + pattern));
        secret.reserve(secret.size() * 4);
        secret.append(secret.view());
        QCOMPARE(secret.text(), QByteArrayView(pattern + pattern + pattern + pattern));
    }

    void new_bytes_are_zero()
    {
        for (std::size_t size : {1U, 31U, 32U, 33U, 5000U})
            QCOMPARE(SecretBytes(size).text(), QByteArrayView(zeros(size)));
    }

    void places_are_aligned_and_do_not_overlap()
    {
        std::vector<SecretBytes> secrets;
        for (std::size_t size = 1; size <= 200; ++size)
            secrets.emplace_back(size);
        for (const SecretBytes &secret : secrets) {
            QCOMPARE(reinterpret_cast<std::uintptr_t>(secret.view().data()) % SecretArena::granule, std::uintptr_t(0));
            QVERIFY(SecretArena::ofProcess().contains(secret.view().data()));
        }
        std::ranges::sort(secrets, {}, [](const SecretBytes &secret) { return secret.view().data(); });
        for (std::size_t i = 1; i < secrets.size(); ++i)
            QVERIFY(secrets[i - 1].view().data() + secrets[i - 1].size() <= secrets[i].view().data());
    }

    void equal_means_same_length_and_bytes()
    {
        QVERIFY(secretOf(pattern) == secretOf(pattern));
        QVERIFY(SecretBytes() == SecretBytes());
        QVERIFY(!(secretOf(pattern) == secretOf(pattern.chopped(1))));
        QByteArray other = pattern;
        other.back() = '\x7f';
        QVERIFY(!(secretOf(pattern) == secretOf(other)));
    }

    void a_clone_is_another_place_with_the_same_bytes()
    {
        const SecretBytes secret = secretOf(pattern);
        const SecretBytes clone = secret.clone();
        QVERIFY(clone == secret);
        QVERIFY(clone.view().data() != secret.view().data());
    }

    void takes_bytes_out_of_a_byte_array_and_wipes_it()
    {
        QByteArray source = pattern + '!';
        source.reserve(500);
        const char *address = source.constData();
        QByteArray heldAlive = source; // so that the allocator does not reuse the place before it is looked at
        heldAlive.clear();
        const SecretBytes secret = SecretBytes::takeFrom(source);
        QCOMPARE(secret.text(), QByteArrayView(pattern + '!'));
        QVERIFY(source.isNull());
        QVERIFY(!memoryAt(address, 48).contains("secret"));
    }

    void takes_text_out_of_a_string_as_utf8_and_wipes_it()
    {
        QString source = QStringLiteral("Zoë 🔑 ") + QString::fromLatin1(pattern);
        const QByteArray expected = source.toUtf8();
        const QChar *address = source.constData();
        const SecretBytes secret = SecretBytes::takeFrom(source);
        QCOMPARE(secret.text(), QByteArrayView(expected));
        QVERIFY(source.isNull());
        const QByteArray needle(reinterpret_cast<const char *>(u"nobody may"), 20);
        QVERIFY(!memoryAt(address, 100).contains(needle));
    }

    void leaves_a_shared_string_as_it_is()
    {
        QString source = QString::fromLatin1(pattern);
        const QString shared = source;
        const SecretBytes secret = SecretBytes::takeFrom(source);
        QCOMPARE(shared, QString::fromLatin1(pattern));
        QString literal = QStringLiteral("in the program's read-only data");
        wipe(literal);
        QVERIFY(literal.isNull());
    }

    void taking_from_an_empty_source_is_empty()
    {
        QString text;
        QByteArray bytes;
        QVERIFY(SecretBytes::takeFrom(text).isEmpty());
        QVERIFY(SecretBytes::takeFrom(bytes).isEmpty());
        QVERIFY(SecretBytes::copyOf({}).isEmpty());
    }

    void an_arena_gives_all_of_its_memory_and_takes_it_back()
    {
        SecretArena arena(1);
        QVERIFY(arena.size() >= 4096);
        const std::size_t blocks = arena.size() / SecretArena::granule;
        std::vector<std::span<std::byte>> given;
        for (int round = 0; round < 3; ++round) {
            for (std::size_t i = 0; i < blocks; ++i) {
                given.push_back(arena.allocate(1));
                QCOMPARE(given.back().size(), SecretArena::granule);
                QVERIFY(arena.contains(given.back().data()));
            }
            for (const std::span<std::byte> block : given)
                arena.release(block);
            given.clear();
        }
        const std::span<std::byte> whole = arena.allocate(arena.size());
        QVERIFY(arena.contains(whole.data()));
        arena.release(whole);
    }

    void an_arena_gives_no_byte_twice()
    {
        SecretArena arena(4096);
        std::vector<std::span<std::byte>> given;
        const auto fill = [](std::span<std::byte> block, std::size_t mark) {
            std::ranges::fill(block, std::byte(mark % 251 + 1));
        };
        const auto isWhole = [](std::span<std::byte> block) {
            return std::ranges::all_of(block, [&](std::byte one) { return one == block.front(); });
        };
        // Runs that begin and end anywhere in a word of the map, also longer than one.
        for (std::size_t step = 0; step < 2000; ++step) {
            const std::span<std::byte> block = arena.allocate(step * 7919 % 2600 + 1);
            QVERIFY(std::ranges::all_of(block, [](std::byte one) { return one == std::byte{0}; }));
            fill(block, step);
            given.push_back(block);
            if (given.size() < 6)
                continue;
            const auto oldest = given.begin() + std::ptrdiff_t(step * 31 % given.size());
            QVERIFY(isWhole(*oldest));
            arena.release(*oldest);
            given.erase(oldest);
        }
        for (const std::span<std::byte> block : given)
            arena.release(block);
        const std::span<std::byte> whole = arena.allocate(arena.size());
        QVERIFY(arena.contains(whole.data()));
        arena.release(whole);
    }

    void a_full_arena_gives_wiped_memory_from_the_heap_and_says_so()
    {
        SecretArena arena(4096);
        const bool lockable = arena.isLocked();
        const std::span<std::byte> whole = arena.allocate(arena.size());
        QCOMPARE(arena.isLocked(), lockable);
        const std::span<std::byte> extra = arena.allocate(100);
        QVERIFY(!arena.contains(extra.data()));
        QVERIFY(!arena.isLocked());
        QVERIFY(std::ranges::all_of(extra, [](std::byte byte) { return byte == std::byte(0); }));
        std::ranges::copy(bytesOf(pattern), extra.begin());
        arena.release(extra);
        QVERIFY(!memoryAt(extra.data(), extra.size()).contains("nobody"));
        arena.release(whole);
        QVERIFY(!arena.isLocked()); // a secret was outside: said until the end
    }

    void a_freed_gap_between_others_is_used_again()
    {
        SecretArena arena(4096);
        const std::span<std::byte> first = arena.allocate(arena.size() / 2);
        const std::span<std::byte> second = arena.allocate(arena.size() / 4);
        const std::span<std::byte> third = arena.allocate(arena.size() / 4);
        arena.release(second);
        const std::span<std::byte> again = arena.allocate(arena.size() / 4);
        QCOMPARE(again.data(), second.data());
        arena.release(first);
        arena.release(again);
        arena.release(third);
    }

    void many_threads_do_not_share_a_byte()
    {
        std::atomic_int wrong = 0;
        std::vector<std::jthread> threads;
        for (unsigned number = 1; number <= 8; ++number) {
            threads.emplace_back([number, &wrong] {
                std::mt19937 draw(number); // NOLINT(cert-msc51-cpp): the same run every time
                std::vector<SecretBytes> kept;
                const auto mark = std::byte(number);
                for (int round = 0; round < 600; ++round) {
                    SecretBytes secret(draw() % 700 + 1);
                    std::ranges::fill(secret.data(), mark);
                    kept.push_back(std::move(secret));
                    if (kept.size() > 20)
                        kept.erase(kept.begin() + std::ptrdiff_t(draw() % kept.size()));
                    for (const SecretBytes &other : kept) {
                        if (!std::ranges::all_of(other.view(), [mark](std::byte byte) { return byte == mark; }))
                            ++wrong;
                    }
                }
            });
        }
        threads.clear();
        QCOMPARE(wrong.load(), 0);
    }

    // Last: from here on this process has had a secret outside the arena.
    void more_than_the_arena_holds_is_kept_outside_and_the_doctor_is_told()
    {
        QCOMPARE(secretsAreLocked(), SecretArena::ofProcess().isLocked());
        const QByteArray large(qsizetype(SecretArena::ofProcess().size()) + 1, 'x');
        const SecretBytes secret = secretOf(large);
        QCOMPARE(secret.text(), QByteArrayView(large));
        QVERIFY(!SecretArena::ofProcess().contains(secret.view().data()));
        QVERIFY(!secretsAreLocked());
        QVERIFY(SecretArena::ofProcess().contains(secretOf("small ones are still inside").view().data()));
    }
};

QTEST_APPLESS_MAIN(SecretBytesTest)
#include "tst_secret_bytes.moc"
