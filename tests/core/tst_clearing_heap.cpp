// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

namespace {

// Where the C library notes what is free, in the block itself.
constexpr std::size_t notes = 32;
constexpr std::byte mark{0xa7};

// An address that the compiler knows nothing of, so that it lets us look at what is free.
using Address = std::uintptr_t;

Address addressOf(const void *block)
{
    auto address = reinterpret_cast<Address>(block);
    asm volatile("" : "+r"(address));
    return address;
}

// How many marked bytes stand there now, as the kernel sees it.
std::ptrdiff_t marksAt(Address address, std::size_t size)
{
    // Opened once: whatever asked for memory here could be given the very block that is looked at.
    static const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (memory < 0)
        qFatal("cannot open /proc/self/mem");
    static std::array<std::byte, 1 << 20> seen;
    const ssize_t read = ::pread(memory, seen.data(), std::min(size, seen.size()), off_t(address));
    return read < 0 ? 0 : std::count(seen.begin(), seen.begin() + read, mark); // unmapped: given back to the kernel
}

void *marked(void *block, std::size_t size)
{
    std::memset(block, int(mark), size);
    return block;
}

} // namespace

class ClearingHeapTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Without this the others could pass by looking at the wrong place.
    void marks_are_seen_while_a_block_is_in_use()
    {
        void *const block = marked(std::malloc(400), 400);
        QCOMPARE(marksAt(addressOf(block), 400), 400);
        std::free(block);
    }

    void freed_memory_is_clear_data()
    {
        QTest::addColumn<std::size_t>("size");
        for (const std::size_t size : {40U, 400U, 5'000U, 100'000U, 4'000'000U})
            QTest::addRow("%zu bytes", size) << size;
    }
    void freed_memory_is_clear()
    {
        QFETCH(const std::size_t, size);
        void *const block = marked(std::malloc(size), size);
        const Address address = addressOf(block);
        std::free(block);
        QVERIFY(marksAt(address, size) <= std::ptrdiff_t(notes));
        QCOMPARE(marksAt(address + notes, size - notes), 0);
    }

    // What the block has room for beyond what was asked for.
    void the_whole_room_is_cleared()
    {
        void *const block = std::malloc(1001);
        const std::size_t room = ::malloc_usable_size(block);
        marked(block, 1001);
        const Address address = addressOf(block);
        const auto write = [](Address place, std::size_t count) {
            std::memset(reinterpret_cast<void *>(place), int(mark), count); // NOLINT(performance-no-int-to-ptr)
        };
        write(address + 1001, room - 1001);
        std::free(block);
        QCOMPARE(marksAt(address + notes, room - notes), 0);
    }

    void aligned_memory_is_cleared()
    {
        void *block = nullptr;
        QCOMPARE(::posix_memalign(&block, 256, 3000), 0);
        marked(block, 3000);
        const Address address = addressOf(block);
        QCOMPARE(address % 256, 0U);
        std::free(block);
        QCOMPARE(marksAt(address + notes, 3000 - notes), 0);
    }

    void a_place_that_was_outgrown_is_cleared()
    {
        void *block = marked(std::malloc(600), 600);
        void *const wall = std::malloc(600);
        const Address before = addressOf(block);
        block = std::realloc(block, 60'000); // NOLINT(bugprone-suspicious-realloc-usage)
        QVERIFY(addressOf(block) != before);
        QCOMPARE(marksAt(addressOf(block), 600), 600); // kept
        QCOMPARE(marksAt(before + notes, 600 - notes), 0);
        std::free(block);
        std::free(wall);
    }

    void what_is_cut_is_cleared_data()
    {
        QTest::addColumn<std::size_t>("size");
        QTest::newRow("a little") << std::size_t(700);
        QTest::newRow("most") << std::size_t(100);
    }
    void what_is_cut_is_cleared()
    {
        QFETCH(const std::size_t, size);
        void *block = marked(std::malloc(1000), 1000);
        const Address before = addressOf(block);
        block = std::realloc(block, size); // NOLINT(bugprone-suspicious-realloc-usage)
        QCOMPARE(marksAt(addressOf(block), size), std::ptrdiff_t(size));
        if (addressOf(block) == before)
            QCOMPARE(marksAt(before + size, 1000 - size), 0);
        else
            QCOMPARE(marksAt(before + notes, 1000 - notes), 0);
        std::free(block);
    }

    void realloc_of_nothing_and_to_nothing_is_as_ever()
    {
        void *block = std::realloc(nullptr, 100);
        QVERIFY(block);
        marked(block, 100);
        const Address address = addressOf(block);
        QVERIFY(!std::realloc(block, 0)); // NOLINT(bugprone-suspicious-realloc-usage)
        QCOMPARE(marksAt(address + notes, 100 - notes), 0);
        block = ::reallocarray(nullptr, 10, 10);
        QVERIFY(block);
        std::free(block);
        volatile std::size_t many = std::size_t(1) << 40;
        QVERIFY(!::reallocarray(nullptr, many, many));
        QCOMPARE(errno, ENOMEM);
    }

    // The same for what C++ and Qt give back, and for a library of theirs.
    void objects_and_strings_are_cleared()
    {
        auto object = std::make_unique<std::array<std::byte, 500>>();
        object->fill(mark);
        const Address place = addressOf(object.get());
        object.reset();
        QCOMPARE(marksAt(place + notes, 500 - notes), 0);

        auto text = std::make_unique<QByteArray>(900, char(mark));
        const Address characters = addressOf(text->constData());
        QCOMPARE(marksAt(characters, 900), 900);
        text.reset();
        QCOMPARE(marksAt(characters + notes, 900 - notes), 0);
    }
};

QTEST_APPLESS_MAIN(ClearingHeapTest)
#include "tst_clearing_heap.moc"
