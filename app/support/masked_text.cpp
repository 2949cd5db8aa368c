// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/masked_text.h"

#include "app/support/outside_text.h"

#include <QByteArray>

namespace watchword::app {

namespace {

constexpr qsizetype longestWord = 15;

bool isKeyCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '%' || c == '+'
        || c == '_';
}

} // namespace

QString maskedText(ByteView text)
{
    const QString dots = QStringLiteral("•••");
    const QByteArrayView bytes(reinterpret_cast<const char *>(text.data()),
                               qsizetype(std::min<std::size_t>(text.size(), 4096)));
    QString shown;
    qsizetype at = 0;
    bool isValue = false;
    while (at < bytes.size() && shown.size() < longestOutsideText) {
        const char c = bytes[at];
        qsizetype end = at;
        while (end < bytes.size() && (isValue ? bytes[end] != '&' && bytes[end] != ' ' : isKeyCharacter(bytes[end])))
            ++end;
        if (isValue || end - at > longestWord) {
            shown += dots;
        } else if (end > at) {
            shown += QString::fromUtf8(bytes.sliced(at, end - at));
        } else {
            // Characters of more than one byte stand together.
            end = at + 1;
            while (end < bytes.size() && (uchar(bytes[end]) & 0xC0) == 0x80)
                ++end;
            shown += QString::fromUtf8(bytes.sliced(at, end - at));
        }
        isValue = !isValue && c == '=';
        at = end;
    }
    return outsideText(shown);
}

} // namespace watchword::app
