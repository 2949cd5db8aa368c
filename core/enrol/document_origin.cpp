// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrol/document_origin.h"

#include "core/base/text_bytes.h"

#include <QRegularExpression>

#include <array>

namespace watchword::enrol {

namespace {

// The longest of these documents that a QR code holds.
constexpr std::size_t longestDocument = 4296;

struct Document {
    Origin origin;
    QRegularExpression beginning;
};

const std::array<Document, 5> &documents()
{
    static const auto shape = [](const char *pattern) {
        return QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption);
    };
    static const std::array<Document, 5> known = {
        Document{Origin::Contact, shape(R"(^BEGIN:VCARD\s)")},
        // NTT Docomo's card and the one of NTT's rival
        Document{Origin::Contact, shape(R"(^(?:MECARD|BIZCARD):[A-Z]+:[^;]*;)")},
        // Service tag, version, character set, identification
        Document{Origin::Payment, shape(R"(^BCD\r?\n00[12]\r?\n[1-8]?\r?\nSCT\r?\n)")},
        // QR type, version, coding type
        Document{Origin::Payment, shape(R"(^SPC\r?\n02[0-9]{2}\r?\n1\r?\n)")},
        // Format, legs, name, electronic ticket, booking, from, to, carrier, flight, day
        Document{
            Origin::BoardingPass,
            shape(
                R"(^M[1-4][A-Z/ .'-]{20}[E ][A-Z0-9 ]{7}[A-Z]{3}[A-Z]{3}[A-Z0-9 ]{3}[0-9 ]{4}[A-Z0-9 ][0-9]{3}[A-Z])")},
    };
    return known;
}

} // namespace

Origin originOfDocument(ByteView text)
{
    if (text.size() > longestDocument)
        return Origin::PlainText;
    const QString document = textFromOutside(text);
    for (const Document &known : documents()) {
        if (known.beginning.match(document).hasMatch())
            return known.origin;
    }
    return Origin::PlainText;
}

} // namespace watchword::enrol
