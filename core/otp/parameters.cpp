// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/otp/parameters.h"

#include <array>
#include <utility>

namespace watchword::otp {

namespace {

constexpr int longestCode = 10;
constexpr int longestPeriod = 24 * 60 * 60;
constexpr int steamDigits = 5;
constexpr int steamPeriod = 30;
constexpr qsizetype longestAlgorithmDetail = 40;

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

constexpr std::array<std::pair<Algorithm, QLatin1StringView>, 5> hashSizes = {{
    {Algorithm::Sha1, QLatin1StringView("1")},
    {Algorithm::Sha224, QLatin1StringView("224")},
    {Algorithm::Sha256, QLatin1StringView("256")},
    {Algorithm::Sha384, QLatin1StringView("384")},
    {Algorithm::Sha512, QLatin1StringView("512")},
}};

// `name` without a leading word and one separator after it.
QStringView without(QStringView name, QLatin1StringView word)
{
    if (!name.startsWith(word, Qt::CaseInsensitive))
        return name;
    const QStringView rest = name.sliced(word.size());
    const bool separated = !rest.isEmpty() && QLatin1StringView("-_. ").contains(rest.front());
    return separated ? rest.sliced(1) : rest;
}

} // namespace

Result<Parameters> checked(const Parameters &parameters)
{
    if (digitsOf(parameters) < 1 || digitsOf(parameters) > longestCode)
        return failure(ErrorCode::InvalidDigits, QString::number(digitsOf(parameters)));
    if (!isCounterBased(parameters) && (periodOf(parameters) < 1 || periodOf(parameters) > longestPeriod))
        return failure(ErrorCode::InvalidPeriod, QString::number(periodOf(parameters)));
    return parameters;
}

bool isCounterBased(const Parameters &parameters)
{
    return std::holds_alternative<Hotp>(parameters);
}

int periodOf(const Parameters &parameters)
{
    return std::visit(Overloaded{[](const Totp &totp) { return totp.period; }, [](const Hotp &) { return 0; },
                                 [](const Steam &) { return steamPeriod; }},
                      parameters);
}

int digitsOf(const Parameters &parameters)
{
    return std::visit(Overloaded{[](const Totp &totp) { return totp.digits; },
                                 [](const Hotp &hotp) { return hotp.digits; },
                                 [](const Steam &) { return steamDigits; }},
                      parameters);
}

Algorithm algorithmOf(const Parameters &parameters)
{
    return std::visit(Overloaded{[](const Totp &totp) { return totp.algorithm; },
                                 [](const Hotp &hotp) { return hotp.algorithm; },
                                 [](const Steam &) { return Algorithm::Sha1; }},
                      parameters);
}

QString algorithmName(Algorithm algorithm)
{
    for (const auto &[known, size] : hashSizes) {
        if (known == algorithm)
            return QStringLiteral("SHA") + size;
    }
    return {};
}

Result<Algorithm> algorithmFromName(QStringView name)
{
    const QStringView trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return Algorithm::Sha1;
    const QStringView hash = without(without(trimmed, QLatin1StringView("algorithm")), QLatin1StringView("hmac"));
    if (hash.startsWith(QLatin1StringView("sha"), Qt::CaseInsensitive)) {
        for (const auto &[algorithm, size] : hashSizes) {
            if (without(hash, QLatin1StringView("sha")) == size)
                return algorithm;
        }
    }
    return failure(ErrorCode::UnknownAlgorithm,
                   trimmed.first(std::min(trimmed.size(), longestAlgorithmDetail)).toString());
}

} // namespace watchword::otp
