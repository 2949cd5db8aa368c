// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/password_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace watchword::app {

namespace {

struct PasswordWords {
    Q_DECLARE_TR_FUNCTIONS(PasswordWords)
};

constexpr int goodLength = 15; // NIST SP 800-63B: where a password is all that protects
constexpr int fewDifferent = 4;
/// What every list of guesses begins with, whatever is put around it.
constexpr std::array<std::string_view, 7> firstGuesses = {"password", "passwort", "qwerty",   "qwertz",
                                                          "iloveyou", "letmein",  "watchword"};

int characters(ByteView password)
{
    return int(std::ranges::count_if(password, [](std::byte byte) { return (int(byte) & 0xC0) != 0x80; }));
}

char folded(std::byte byte)
{
    const char letter = char(byte);
    return letter >= 'A' && letter <= 'Z' ? char(letter - 'A' + 'a') : letter;
}

/// Whether one of the first guesses is in it, with little else.
bool isFirstGuess(ByteView password)
{
    return std::ranges::any_of(firstGuesses, [password](std::string_view guess) {
        const auto found = std::ranges::search(password, guess, std::equal_to<>(), folded);
        return !found.empty() && password.size() < guess.size() + leastPasswordLength;
    });
}

/// "aaaaaaaa", "12345678", "hgfedcba".
bool isOneRun(ByteView password)
{
    const int step = int(password[1]) - int(password[0]);
    if (step < -1 || step > 1)
        return false;
    const auto breaks = [step](std::byte one, std::byte next) { return int(next) - int(one) != step; };
    return std::ranges::adjacent_find(password, breaks) == password.end();
}

int different(ByteView password)
{
    std::array<bool, 256> seen{};
    for (const std::byte byte : password)
        seen[std::size_t(byte)] = true;
    return int(std::ranges::count(seen, true));
}

} // namespace

PasswordWorth passwordWorth(ByteView password)
{
    const int length = characters(password);
    if (length < leastPasswordLength)
        return PasswordWorth::TooShort;
    if (different(password) <= fewDifferent || isOneRun(password) || isFirstGuess(password))
        return PasswordWorth::Guessable;
    return length < goodLength ? PasswordWorth::Fair : PasswordWorth::Good;
}

QString passwordWords(ByteView password)
{
    switch (passwordWorth(password)) {
    case PasswordWorth::TooShort:
        return password.empty()
            ? PasswordWords::tr("At least 8 characters. Several words in a row are easy to keep in mind.")
            : PasswordWords::tr("At least 8 characters: %n more.", nullptr, leastPasswordLength - characters(password));
    case PasswordWorth::Guessable:
        return PasswordWords::tr("This is among the first that are tried. Several words in a row are better.");
    case PasswordWorth::Fair: return PasswordWords::tr("This will do. A longer one withstands more guessing.");
    case PasswordWorth::Good: return PasswordWords::tr("This is long enough to withstand much guessing.");
    }
    return {};
}

} // namespace watchword::app
