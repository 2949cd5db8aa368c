// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/otp/code.h"

#include "core/crypto/hmac.h"

#include <algorithm>
#include <array>

namespace watchword::otp {

namespace {

// RFC 4226, 5.3: 31 bits of the HMAC, from the place that its last four bits name.
quint64 truncated(const SecretBytes &hmac)
{
    const ByteView bytes = hmac.view();
    const auto at = [&](std::size_t i) { return std::to_integer<quint64>(bytes[i]); };
    const std::size_t offset = at(bytes.size() - 1) & 0xFU;
    return (at(offset) & 0x7FU) << 24U | at(offset + 1) << 16U | at(offset + 2) << 8U | at(offset + 3);
}

QString decimal(quint64 value, int digits)
{
    quint64 modulus = 1; // ten digits need more than 32 bits
    for (int i = 0; i < digits; ++i)
        modulus *= 10;
    return QString::number(value % modulus).rightJustified(digits, u'0');
}

QString steamLetters(quint64 value, int digits)
{
    constexpr QStringView letters = u"23456789BCDFGHJKMNPQRTVWXY";
    QString code;
    for (int i = 0; i < digits; ++i) {
        code += letters[qsizetype(value % quint64(letters.size()))];
        value /= quint64(letters.size());
    }
    return code;
}

Result<QString> codeOf(const Parameters &parameters, const SecretBytes &secret, quint64 counter)
{
    std::array<std::byte, 8> message;
    for (std::size_t i = 0; i < message.size(); ++i)
        message[i] = std::byte(counter >> (8 * (message.size() - 1 - i)) & 0xFFU);
    const Result<SecretBytes> hmac = crypto::hmac(algorithmOf(parameters), secret.view(), message);
    if (!hmac)
        return std::unexpected(hmac.error());
    const int digits = digitsOf(parameters);
    return std::holds_alternative<Steam>(parameters) ? steamLetters(truncated(*hmac), digits)
                                                     : decimal(truncated(*hmac), digits);
}

} // namespace

Result<Code> codeAt(const Parameters &parameters, const SecretBytes &secret, qint64 unixSeconds)
{
    if (secret.isEmpty())
        return failure(ErrorCode::MissingSecret);
    if (const Result<Parameters> valid = checked(parameters); !valid)
        return std::unexpected(valid.error());

    Code code;
    quint64 counter = 0;
    if (const Hotp *hotp = std::get_if<Hotp>(&parameters)) {
        counter = hotp->counter;
    } else {
        const qint64 period = periodOf(parameters);
        const qint64 step = std::max<qint64>(unixSeconds, 0) / period;
        counter = quint64(step);
        code.validFrom = step * period;
        code.validUntil = code.validFrom + period;
    }
    const Result<QString> digits = codeOf(parameters, secret, counter);
    if (!digits)
        return std::unexpected(digits.error());
    code.digits = *digits;
    return code;
}

} // namespace watchword::otp
