// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrol/recognise.h"

#include "core/accounts/otpauth_uri.h"
#include "core/base/text_bytes.h"
#include "core/enrol/link_origin.h"

#include <QStringConverter>

#include <algorithm>
#include <array>
#include <string_view>

namespace watchword::enrol {

namespace {

constexpr QByteArrayView otpauth = "otpauth://";

std::string_view charsOf(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

bool startsAccountLink(ByteView text)
{
    static constexpr std::array<QByteArrayView, 4> schemes = {"otpauth:", "apple-otpauth:", "steam://", "motp:"};
    return std::ranges::any_of(schemes, [text](QByteArrayView scheme) { return startsWithFolded(text, scheme); });
}

// UTF-16 with a byte order mark, as some programs of Windows save text; empty for anything else.
SecretBytes fromUtf16(ByteView text)
{
    const std::string_view chars = charsOf(text);
    if (!chars.starts_with("\xFF\xFE") && !chars.starts_with("\xFE\xFF"))
        return {};
    QStringDecoder decoder(QStringDecoder::Utf16);
    QString decoded = decoder(QByteArrayView(chars.data(), qsizetype(chars.size())));
    if (decoder.hasError()) {
        wipe(decoded);
        return {};
    }
    return SecretBytes::takeFrom(decoded);
}

// Cuts a text at line ends, and at a comma where a link follows.
std::vector<ByteView> piecesOf(ByteView text)
{
    std::vector<ByteView> pieces;
    std::size_t from = 0;
    const auto end = [&](std::size_t at) {
        const ByteView piece = trimmed(text.subspan(from, at - from));
        if (!piece.empty() && piece.front() != std::byte{'#'})
            pieces.push_back(piece);
        from = at + 1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = char(text[i]);
        const ByteView rest = text.subspan(i + 1);
        if (c == '\n' || c == '\r'
            || (c == ',' && (startsWithFolded(rest, "otpauth") || startsWithFolded(rest, "apple-otpauth"))))
            end(i);
    }
    end(text.size());
    return pieces;
}

// What closes the quotation mark or bracket in front of a link; 0 for any other character.
char closing(char opening)
{
    switch (opening) {
    case '"':
    case '\'':
    case '`': return opening;
    case '<': return '>';
    case '(': return ')';
    case '[': return ']';
    case '{': return '}';
    default: return 0;
    }
}

// The otpauth link inside other words ("Your key: <otpauth://…>"), or all of it.
ByteView unwrapped(ByteView piece)
{
    const std::string_view chars = charsOf(piece);
    if (startsAccountLink(piece) || piece.size() > accounts::longestUri || chars.find(':') == std::string_view::npos)
        return piece;
    for (std::size_t at = 1; at + std::size_t(otpauth.size()) <= piece.size(); ++at) {
        if (chars.substr(at).starts_with("://"))
            return piece;
        if (!startsWithFolded(piece.subspan(at), otpauth))
            continue;
        const char before = chars[at - 1];
        if ((before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') || before == '-')
            return piece;
        const char close = closing(before);
        const std::size_t end = close != 0 ? chars.find(close, at) : std::string_view::npos;
        return trimmed(end == std::string_view::npos ? piece.subspan(at) : piece.subspan(at, end - at));
    }
    return piece;
}

// The account of one link, if its codes can be made and saved.
Result<accounts::Proposal> readAccountLink(ByteView link)
{
    if (startsWithFolded(link, "motp:"))
        return failure(ErrorCode::UnknownType, QStringLiteral("motp"));
    Result<accounts::Proposal> proposal = accounts::readOtpauth(link);
    if (!proposal)
        return proposal;
    const auto *hotp = std::get_if<otp::Hotp>(&proposal->account.parameters);
    if (hotp && hotp->counter >= accounts::largestCounter)
        return failure(ErrorCode::InvalidCounter, QString::number(hotp->counter));
    return proposal;
}

// Adds one account link's reading, or why there is none.
void readInto(Recognition &recognition, ByteView link)
{
    Result<accounts::Proposal> proposal = readAccountLink(link);
    if (proposal)
        recognition.accounts.push_back(std::move(*proposal));
    else
        recognition.refused.push_back({proposal.error(), Origin::None, {}, recognition.accounts.size()});
}

Recognition refusedFor(ErrorCode code, const QString &detail = {})
{
    Recognition recognition;
    recognition.origin = Origin::PlainText;
    recognition.refused.push_back({{code, detail}, Origin::None, {}, 0});
    return recognition;
}

Recognition recogniseUtf8(ByteView text)
{
    Recognition recognition;
    LinkOrigin other;
    bool wasMeantAsAccount = false;
    const std::vector<ByteView> pieces = piecesOf(text);
    for (const ByteView piece : pieces) {
        const ByteView link = unwrapped(piece);
        LinkOrigin origin = originOf(link);
        const bool isCommand = startsWithFolded(link, "steam://") && !accounts::readOtpauth(link).has_value()
            && std::ranges::find(link.subspan(8), std::byte{'/'}) != link.end();
        if (startsAccountLink(link) && origin.kind != Kind::Push && !isCommand) {
            readInto(recognition, link);
            wasMeantAsAccount = true;
        } else if (origin.kind != Kind::Other || (pieces.size() == 1 && origin.origin != Origin::PlainText)) {
            recognition.refused.push_back(
                {{ErrorCode::NotAnAccount, QString()}, origin.origin, origin.host, recognition.accounts.size()});
            if (other.origin == Origin::PlainText)
                other = std::move(origin);
        }
    }
    if (!wasMeantAsAccount)
        recognition.refused.clear();
    if (!recognition.accounts.empty() || !recognition.refused.empty()) {
        recognition.kind = recognition.accounts.empty() ? Kind::Other : Kind::Account;
        return recognition;
    }
    recognition.kind = other.kind;
    recognition.origin = other.origin;
    recognition.host = other.host;
    if (recognition.origin == Origin::PlainText && looksLikeBareKey(text)) {
        if (Result<accounts::Proposal> proposal = fromBareKey(text)) {
            recognition.kind = Kind::Account;
            recognition.origin = Origin::None;
            recognition.accounts.push_back(std::move(*proposal));
        }
    }
    return recognition;
}

} // namespace

Recognition recognise(ByteView text)
{
    if (text.size() > longestText)
        return refusedFor(ErrorCode::TooLarge, QString::number(longestText));
    const SecretBytes converted = fromUtf16(text);
    const ByteView utf8 = trimmed(converted.isEmpty() ? text : converted.view());
    if (utf8.empty())
        return refusedFor(ErrorCode::EmptyInput);
    if (!isText(utf8)) {
        Recognition recognition;
        recognition.origin = Origin::Binary;
        return recognition;
    }
    return recogniseUtf8(utf8);
}

} // namespace watchword::enrol
