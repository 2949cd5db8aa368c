// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/migration_link.h"

#include "core/accounts/otpauth_uri.h"
#include "core/accounts/percent_encoding.h"
#include "core/accounts/query_parameters.h"
#include "core/base/text_bytes.h"

#include "google_migration.pb.h"

#include <algorithm>

namespace watchword::transfer {

namespace {

using Payload = google::MigrationPayload;
using Entry = google::MigrationPayload::OtpParameters;

constexpr std::size_t largestPayload = longestMigrationLink / 4;
// A saved account is one line of at most accounts::longestUri, in which each byte may take three and the issuer stands twice.
constexpr std::size_t longestKey = 1024;
constexpr std::size_t longestName = 2048;

// The library keeps keys in strings of its own.
class ParsedPayload
{
public:
    ParsedPayload() = default;
    ~ParsedPayload()
    {
        for (Entry &entry : *message.mutable_otp_parameters())
            wipe(std::as_writable_bytes(std::span(*entry.mutable_secret())));
    }
    ParsedPayload(const ParsedPayload &) = delete;
    ParsedPayload &operator=(const ParsedPayload &) = delete;

    Payload message;
};

ByteView viewOf(const std::string &bytes)
{
    return std::as_bytes(std::span(bytes));
}

SecretBytes dataOf(ByteView link)
{
    const accounts::QueryParameters query = accounts::QueryParameters::ofLink(link);
    for (const accounts::QueryParameter &parameter : query.all()) {
        if (parameter.name == "data" && !parameter.rawValue.empty())
            return percentDecoded(parameter.rawValue, accounts::PlusSign::IsPlus);
    }
    return {};
}

// Standard base64 with its padding, of what was written in either alphabet and may have been decoded on the way.
SecretBytes plainBase64(SecretBytes data)
{
    if (std::ranges::find(data.view(), std::byte{'%'}) != data.view().end())
        data = percentDecoded(data.view(), accounts::PlusSign::IsPlus);
    ByteView text = trimmed(data.view());
    while (!text.empty() && text.back() == std::byte{'='})
        text = text.first(text.size() - 1);
    SecretBytes base64 = SecretBytes::copyOf(text);
    for (std::byte &byte : base64.data()) {
        if (byte == std::byte{'-'} || byte == std::byte{' '})
            byte = std::byte{'+'};
        else if (byte == std::byte{'_'})
            byte = std::byte{'/'};
    }
    while (base64.size() % 4 != 0)
        base64.append(bytesOf("="));
    return base64;
}

Result<SecretBytes> payloadOf(ByteView link)
{
    SecretBytes data = dataOf(link);
    if (data.isEmpty())
        return failure(ErrorCode::MalformedLink);
    const SecretBytes base64 = plainBase64(std::move(data));
    const QByteArray text =
        QByteArray::fromRawData(reinterpret_cast<const char *>(base64.view().data()), qsizetype(base64.size()));
    QByteArray::FromBase64Result decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    SecretBytes payload = SecretBytes::takeFrom(decoded.decoded);
    if (!decoded || payload.isEmpty())
        return failure(ErrorCode::MalformedLink);
    if (payload.size() > largestPayload)
        return failure(ErrorCode::TooLarge, QString::number(largestPayload));
    return payload;
}

Result<otp::Algorithm> algorithmOf(const Entry &entry)
{
    switch (entry.algorithm()) {
    case Entry::ALGORITHM_UNSPECIFIED:
    case Entry::ALGORITHM_SHA1: return otp::Algorithm::Sha1;
    case Entry::ALGORITHM_SHA256: return otp::Algorithm::Sha256;
    case Entry::ALGORITHM_SHA512: return otp::Algorithm::Sha512;
    case Entry::ALGORITHM_MD5: return failure(ErrorCode::UnknownAlgorithm, QStringLiteral("MD5"));
    default: return failure(ErrorCode::UnknownAlgorithm, QString::number(entry.algorithm()));
    }
}

Result<int> digitsOf(const Entry &entry)
{
    switch (entry.digits()) {
    case Entry::DIGIT_COUNT_UNSPECIFIED:
    case Entry::DIGIT_COUNT_SIX: return 6;
    case Entry::DIGIT_COUNT_EIGHT: return 8;
    default: return failure(ErrorCode::InvalidDigits, QString::number(entry.digits()));
    }
}

// There is no period in it: the program knows 30 seconds only.
Result<otp::Parameters> parametersOf(const Entry &entry)
{
    const Result<otp::Algorithm> algorithm = algorithmOf(entry);
    if (!algorithm)
        return std::unexpected(algorithm.error());
    const Result<int> digits = digitsOf(entry);
    if (!digits)
        return std::unexpected(digits.error());
    switch (entry.type()) {
    case Entry::OTP_TYPE_UNSPECIFIED:
    case Entry::OTP_TYPE_TOTP: return otp::Totp{.algorithm = *algorithm, .digits = *digits};
    case Entry::OTP_TYPE_HOTP:
        // As in a link: the counter that follows must be one that can be saved.
        if (entry.counter() < 0 || quint64(entry.counter()) >= accounts::largestCounter)
            return failure(ErrorCode::InvalidCounter, QString::number(entry.counter()));
        return otp::Hotp{.algorithm = *algorithm, .digits = *digits, .counter = quint64(entry.counter())};
    default: return failure(ErrorCode::UnknownType, QString::number(entry.type()));
    }
}

// Google writes "Issuer:account" for a name, the issuer set or not. A name without a colon says nothing of the issuer.
void readNames(const Entry &entry, QString &issuer, QString &name)
{
    issuer = textFromOutside(viewOf(entry.issuer())).trimmed();
    name = textFromOutside(viewOf(entry.name())).trimmed();
    const qsizetype colon = name.indexOf(QLatin1Char(':'));
    if (colon < 0)
        return;
    const QString before = name.first(colon).trimmed();
    if (issuer.isEmpty())
        issuer = before;
    else if (name.startsWith(issuer + QLatin1Char(':'), Qt::CaseInsensitive))
        name.remove(0, issuer.size()); // also an issuer with a colon of its own
    else if (before.compare(issuer, Qt::CaseInsensitive) != 0)
        return;
    name = name.sliced(name.indexOf(QLatin1Char(':')) + 1).trimmed();
}

Result<accounts::Proposal> proposalOf(const Entry &entry)
{
    if (entry.secret().empty())
        return failure(ErrorCode::MissingSecret);
    if (entry.secret().size() > longestKey || entry.name().size() > longestName || entry.issuer().size() > longestName)
        return failure(ErrorCode::TooLarge, QString::number(longestName));
    const Result<otp::Parameters> parameters = parametersOf(entry);
    if (!parameters)
        return std::unexpected(parameters.error());
    accounts::Proposal proposal;
    readNames(entry, proposal.account.issuer, proposal.account.name);
    proposal.account.parameters = *parameters;
    proposal.secret = SecretBytes::copyOf(viewOf(entry.secret()));
    proposal.remarks = accounts::remarksOn(proposal.account.parameters, proposal.secret);
    if (std::holds_alternative<otp::Totp>(*parameters)
        && proposal.account.issuer.compare(QLatin1String("Steam"), Qt::CaseInsensitive) == 0)
        proposal.remarks.append(accounts::Remark::MaybeSteam);
    return proposal;
}

RefusedEntry refusedEntry(const Entry &entry, const Error &error, std::size_t before)
{
    RefusedEntry refused{error, {}, {}, before};
    if (entry.name().size() <= longestName && entry.issuer().size() <= longestName)
        readNames(entry, refused.issuer, refused.name);
    return refused;
}

Result<MigrationPart> partOf(const Payload &payload)
{
    MigrationPart part;
    part.version = payload.version();
    part.batchId = payload.batch_id();
    part.size = payload.batch_size() == 0 ? 1 : payload.batch_size();
    part.index = payload.batch_index();
    if (part.size < 1 || part.size > mostInMigration || part.index < 0 || part.index >= part.size)
        return failure(ErrorCode::DamagedExport, QStringLiteral("batch"));
    if (payload.otp_parameters_size() > mostInMigration)
        return failure(ErrorCode::TooLarge, QString::number(mostInMigration));
    if (payload.otp_parameters_size() == 0)
        return failure(ErrorCode::EmptyExport);
    for (const Entry &entry : payload.otp_parameters()) {
        Result<accounts::Proposal> proposal = proposalOf(entry);
        if (proposal)
            part.accounts.push_back(std::move(*proposal));
        else
            part.refused.push_back(refusedEntry(entry, proposal.error(), part.accounts.size()));
    }
    return part;
}

} // namespace

bool isMigrationLink(ByteView link)
{
    return startsWithFolded(link, "otpauth-migration:");
}

Result<MigrationPart> readMigrationLink(ByteView link)
{
    if (link.size() > longestMigrationLink)
        return failure(ErrorCode::TooLarge, QString::number(longestMigrationLink));
    const Result<SecretBytes> payload = payloadOf(link);
    if (!payload)
        return std::unexpected(payload.error());
    ParsedPayload parsed;
    if (!parsed.message.ParseFromArray(payload->view().data(), int(payload->size())))
        return failure(ErrorCode::DamagedExport);
    Result<MigrationPart> part = partOf(parsed.message);
    if (!part)
        return part;
    const Result<crypto::Sha256Digest> digest = crypto::sha256(payload->view());
    if (!digest)
        return std::unexpected(digest.error());
    part->digest = *digest;
    return part;
}

} // namespace watchword::transfer
