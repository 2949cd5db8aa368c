// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/canonical_json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringEncoder>

#include <array>
#include <charconv>
#include <cmath>

namespace watchword::push {

namespace {

constexpr int deepest = 32;

// ECMA-262, Number::toString for a finite number that is not negative; `digits` and `exponent` as `0.digits × 10^exponent`.
QByteArray numberText(const QByteArray &digits, int exponent)
{
    const auto count = int(digits.size());
    if (count <= exponent && exponent <= 21)
        return digits + QByteArray(exponent - count, '0');
    if (0 < exponent && exponent <= 21)
        return digits.first(exponent) + '.' + digits.sliced(exponent);
    if (-6 < exponent && exponent <= 0)
        return "0." + QByteArray(-exponent, '0') + digits;
    const int power = exponent - 1;
    const QByteArray tail = (power < 0 ? "e-" : "e+") + QByteArray::number(std::abs(power));
    return count == 1 ? digits + tail : digits.first(1) + '.' + digits.sliced(1) + tail;
}

std::optional<QByteArray> canonicalNumber(double number)
{
    if (!std::isfinite(number))
        return {};
    if (number == 0)
        return QByteArray("0");
    std::array<char, 40> buffer{};
    // The shortest digits that read back as this number, which is what ECMAScript asks for.
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number), std::chars_format::scientific);
    const QByteArray text(buffer.data(), end.ptr - buffer.data());
    const qsizetype mark = text.indexOf('e');
    const QByteArray digits = text.first(mark).replace('.', "");
    const QByteArray positive = numberText(digits, text.sliced(mark + 1).toInt() + 1);
    return number < 0 ? '-' + positive : positive;
}

std::optional<QByteArray> canonicalString(const QString &text)
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringConverter::Flag::Stateless);
    const QByteArray utf8 = encoder(text);
    if (encoder.hasError())
        return {};
    static constexpr QByteArrayView shortEscapes = "btnvfr"; // from 0x08; 0x0b has none in JSON
    QByteArray out = "\"";
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out.append('\\').append(c);
        else if (byte >= 0x08 && byte <= 0x0d && byte != 0x0b)
            out.append('\\').append(shortEscapes[byte - 0x08]);
        else if (byte < 0x20)
            out.append("\\u00").append(QByteArray(1, c).toHex());
        else
            out.append(c);
    }
    return out + '"';
}

std::optional<QByteArray> canonicalValue(const QJsonValue &value, int depth);

std::optional<QByteArray> canonicalArray(const QJsonArray &array, int depth)
{
    QByteArray out = "[";
    for (const auto &one : array) {
        const auto text = canonicalValue(one, depth);
        if (!text)
            return {};
        out += (out.size() > 1 ? "," : "") + *text;
    }
    return out + ']';
}

std::optional<QByteArray> canonicalObject(const QJsonObject &object, int depth)
{
    // QString compares by UTF-16 code units, as RFC 8785 sorts.
    QStringList keys = object.keys();
    keys.sort(Qt::CaseSensitive);
    QByteArray out = "{";
    for (const QString &key : std::as_const(keys)) {
        const auto name = canonicalString(key);
        const auto text = canonicalValue(object.value(key), depth);
        if (!name || !text)
            return {};
        out += (out.size() > 1 ? "," : "") + *name + ':' + *text;
    }
    return out + '}';
}

std::optional<QByteArray> canonicalValue(const QJsonValue &value, int depth)
{
    if (depth == 0)
        return {};
    switch (value.type()) {
    case QJsonValue::Null: return QByteArray("null");
    case QJsonValue::Bool: return QByteArray(value.toBool() ? "true" : "false");
    case QJsonValue::Double: return canonicalNumber(value.toDouble());
    case QJsonValue::String: return canonicalString(value.toString());
    case QJsonValue::Array: return canonicalArray(value.toArray(), depth - 1);
    case QJsonValue::Object: return canonicalObject(value.toObject(), depth - 1);
    case QJsonValue::Undefined: break;
    }
    return {};
}

} // namespace

std::optional<QByteArray> canonicalJson(const QJsonValue &value)
{
    return canonicalValue(value, deepest);
}

} // namespace watchword::push
