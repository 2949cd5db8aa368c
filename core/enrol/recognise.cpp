// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrol/recognise.h"

#include "core/accounts/otpauth_uri.h"
#include "core/base/text_bytes.h"
#include "core/enrol/document_origin.h"
#include "core/enrol/link_origin.h"
#include "core/enrol/refused_name.h"

#include <QStringConverter>

#include <algorithm>
#include <array>
#include <string_view>

namespace watchword::enrol {

namespace {

// A link inside other words is found by these.
constexpr std::array<QByteArrayView, 4> ourSchemes = {"otpauth://", "otpauth-migration://", "pia://", "edumfa-push://"};

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

struct Piece {
    ByteView text;
    int line = 1;
};

// Cuts a text at line ends, and at a comma where a link follows.
std::vector<Piece> piecesOf(ByteView text)
{
    std::vector<Piece> pieces;
    std::size_t from = 0;
    int line = 1;
    const auto end = [&](std::size_t at) {
        const ByteView piece = trimmed(text.subspan(from, at - from));
        if (!piece.empty() && piece.front() != std::byte{'#'})
            pieces.push_back({piece, line});
        from = at + 1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = char(text[i]);
        const ByteView rest = text.subspan(i + 1);
        const bool endsLine = c == '\n' || c == '\r';
        if (endsLine || (c == ',' && (startsWithFolded(rest, "otpauth") || startsWithFolded(rest, "apple-otpauth"))))
            end(i);
        if (endsLine && (c == '\n' || rest.empty() || rest.front() != std::byte{'\n'}))
            ++line;
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

// Our own link inside other words ("Your key: <otpauth://…>"), or all of it.
ByteView unwrapped(ByteView piece)
{
    const std::string_view chars = charsOf(piece);
    if (startsAccountLink(piece) || transfer::isMigrationLink(piece) || piece.size() > transfer::longestMigrationLink
        || chars.find(':') == std::string_view::npos)
        return piece;
    for (std::size_t at = 1; at < piece.size(); ++at) {
        if (chars.substr(at).starts_with("://"))
            return piece;
        if (std::ranges::none_of(ourSchemes, [rest = piece.subspan(at)](QByteArrayView scheme) {
                return startsWithFolded(rest, scheme);
            }))
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
void readInto(Recognition &recognition, ByteView link, int line)
{
    Result<accounts::Proposal> proposal = readAccountLink(link);
    if (proposal)
        recognition.accounts.push_back(std::move(*proposal));
    else
        recognition.refused.push_back(
            {proposal.error(), Origin::None, {}, recognition.accounts.size(), line, nameInLink(link)});
}

// The same for a link of an export.
void readPartInto(Recognition &recognition, ByteView link, int line)
{
    Result<transfer::MigrationPart> part = transfer::readMigrationLink(link);
    if (part)
        recognition.parts.push_back(std::move(*part));
    else
        recognition.refused.push_back({part.error(), Origin::None, {}, recognition.accounts.size(), line, {}});
}

// Whether it offers an enrolment for sign-ins to approve, which is then among the others.
bool readEnrolmentInto(Recognition &recognition, ByteView link)
{
    if (!push::isEnrolmentLink(link))
        return false;
    push::Expected<push::Enrolment> enrolment = push::readEnrolment(link);
    if (enrolment)
        recognition.enrolments.push_back(std::move(*enrolment));
    else
        recognition.unusable = enrolment.error();
    return enrolment.has_value();
}

Recognition refusedFor(ErrorCode code, const QString &detail = {})
{
    Recognition recognition;
    recognition.origin = Origin::PlainText;
    recognition.refused.push_back({{code, detail}, Origin::None, {}, 0, 1, {}});
    return recognition;
}

Recognition recogniseUtf8(ByteView text)
{
    Recognition recognition;
    LinkOrigin other;
    bool wasMeantAsAccount = false;
    const std::vector<Piece> pieces = piecesOf(text);
    for (const Piece &piece : pieces) {
        const ByteView link = unwrapped(piece.text);
        if (transfer::isMigrationLink(link)) {
            readPartInto(recognition, link, piece.line);
            wasMeantAsAccount = true;
            continue;
        }
        LinkOrigin origin = originOf(link);
        const bool isOffer = readEnrolmentInto(recognition, link);
        const bool isCommand = startsWithFolded(link, "steam://") && !accounts::readOtpauth(link).has_value()
            && std::ranges::find(link.subspan(8), std::byte{'/'}) != link.end();
        if (startsAccountLink(link) && origin.kind != Kind::Push && !isCommand) {
            readInto(recognition, link, piece.line);
            wasMeantAsAccount = true;
        } else if (origin.kind != Kind::Other || (pieces.size() == 1 && origin.origin != Origin::PlainText)) {
            if (!isOffer)
                recognition.refused.push_back({{ErrorCode::NotAnAccount, QString()},
                                               origin.origin,
                                               origin.host,
                                               recognition.accounts.size(),
                                               piece.line,
                                               {}});
            if (other.origin == Origin::PlainText)
                other = std::move(origin);
        }
    }
    if (wasMeantAsAccount) {
        recognition.kind = !recognition.accounts.empty() ? Kind::Account
            : !recognition.parts.empty()                 ? Kind::Migration
                                                         : Kind::Other;
        recognition.origin = recognition.kind == Kind::Migration ? Origin::GoogleExport : Origin::None;
        return recognition;
    }
    recognition.refused.clear();
    if (const Origin document = originOfDocument(trimmed(text)); document != Origin::PlainText) {
        recognition.origin = document;
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
    const ByteView utf8 = converted.isEmpty() ? text : converted.view();
    if (trimmed(utf8).empty())
        return refusedFor(ErrorCode::EmptyInput);
    if (!isText(trimmed(utf8))) {
        Recognition recognition;
        recognition.origin = Origin::Binary;
        return recognition;
    }
    return recogniseUtf8(utf8);
}

Recognition recogniseBarcode(ByteView text)
{
    Recognition recognition;
    const Origin document = isText(trimmed(text)) ? originOfDocument(trimmed(text)) : Origin::PlainText;
    recognition.origin = document == Origin::PlainText ? Origin::OtherBarcode : document;
    return recognition;
}

bool startsOurLink(ByteView utf8)
{
    return startsAccountLink(utf8) || transfer::isMigrationLink(utf8);
}

} // namespace watchword::enrol
