// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/record.h"

#include "core/accounts/otpauth_uri.h"
#include "core/accounts/query_parameters.h"
#include "core/vault/plain_number.h"
#include "core/vault/push_record.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <algorithm>

namespace watchword::vault {

namespace {

using accounts::QueryParameters;

constexpr QByteArrayView idParameter = "ww.id";
constexpr QByteArrayView changedParameter = "ww.changed";
constexpr QByteArrayView trashedParameter = "ww.trashed";

QByteArrayView textOf(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

/// The undecoded value of a `ww.*` parameter: they are plain digits.
std::optional<QByteArrayView> plainValue(const QueryParameters &parameters, QByteArrayView name)
{
    for (const auto &parameter : parameters.all()) {
        if (QByteArrayView(parameter.name) == name)
            return textOf(parameter.rawValue);
    }
    return {};
}

std::optional<accounts::AccountId> idIn(const QueryParameters &parameters)
{
    const auto value = plainValue(parameters, idParameter);
    if (!value || value->size() != 16)
        return {};
    const auto id = accounts::AccountId::fromString(QString::fromLatin1(*value));
    return id && !id->isNull() ? id : std::nullopt;
}

bool isCarriedKind(QByteArrayView line)
{
    return line.isEmpty() || line.startsWith("watchword-safe:1?") || line.startsWith("watchword-backup-key:1?");
}

/// The account of an otpauth line with its `ww.*` marks, and its secret.
Result<accounts::Proposal> readAccountLine(ByteView line)
{
    if (!textOf(line).startsWith("otpauth://"))
        return failure(ErrorCode::NotAnAccount);
    const QueryParameters parameters = QueryParameters::ofLink(line);
    const auto id = idIn(parameters);
    if (!id)
        return failure(ErrorCode::MalformedLink, QStringLiteral("no ww.id"));
    auto proposal = accounts::readOtpauth(line);
    if (!proposal)
        return std::unexpected(proposal.error());
    proposal->account.id = *id;
    if (const auto value = plainValue(parameters, changedParameter))
        proposal->account.changed = qint64(plainNumber(*value).value_or(0));
    if (const auto value = plainValue(parameters, trashedParameter)) {
        const auto trashed = plainNumber(*value);
        if (!trashed)
            return failure(ErrorCode::MalformedLink, QStringLiteral("ww.trashed"));
        proposal->account.trashed = qint64(*trashed);
    }
    return proposal;
}

void appendText(SecretBytes &to, QByteArrayView text)
{
    to.append(bytesOf(text));
}

void appendMarks(SecretBytes &line, const accounts::Account &account)
{
    appendText(line, "&ww.id=");
    appendText(line, account.id.toString().toLatin1());
    appendText(line, "&ww.changed=");
    appendText(line, QByteArray::number(account.changed));
    if (account.trashed) {
        appendText(line, "&ww.trashed=");
        appendText(line, QByteArray::number(*account.trashed));
    }
}

enum class Words { AsMeant, AsTheyRead };

/// `line` if it says `account` and `secret`; what the book adds to an account is not in a line. New words may read back
/// otherwise than they were typed (a blank at the end): that is no reason not to save a secret.
Result<SecretBytes> proven(SecretBytes line, accounts::Account account, const SecretBytes &secret, Words words)
{
    account.pinned = false;
    account.group.clear();
    auto read = readAccountLine(line.view());
    if (read) {
        read->account.pinned = false;
        read->account.group.clear();
    }
    if (read && words == Words::AsTheyRead) {
        account.issuer = read->account.issuer;
        account.name = read->account.name;
    }
    if (!read || !(read->account == account) || !(read->secret == secret))
        return failure(ErrorCode::Internal, QStringLiteral("a line does not say what was meant"));
    return line;
}

/// `line` with one parameter given another value, put at the end when it was not there, or taken out. Everything else
/// stands as it did; a second parameter of that name is taken out.
SecretBytes withParameter(ByteView line, QByteArrayView name, const std::optional<QByteArray> &value)
{
    const qsizetype question = textOf(line).indexOf('?');
    SecretBytes result;
    result.reserve(line.size() + std::size_t(name.size()) + 24);
    result.append(question < 0 ? line : line.first(std::size_t(question)));
    char separator = '?';
    bool done = !value;
    const auto add = [&](ByteView raw) {
        appendText(result, {&separator, 1});
        separator = '&';
        result.append(raw);
    };
    const QByteArray wanted = QByteArray(name.data(), name.size()) + '=' + value.value_or(QByteArray());
    const QueryParameters parameters = QueryParameters::ofLink(line);
    for (const auto &parameter : parameters.all()) {
        if (QByteArrayView(parameter.name) != name) {
            add(parameter.raw);
        } else if (!done) {
            add(bytesOf(wanted));
            done = true;
        }
    }
    if (!done)
        add(bytesOf(wanted));
    return result;
}

} // namespace

quint32 markOf(const SecretBytes &secret)
{
    static const std::size_t key = std::size_t(QRandomGenerator::system()->generate64());
    return quint32(qHashBits(secret.view().data(), secret.size(), key));
}

Record readRecord(ByteView line)
{
    Record record;
    record.length = line.size();
    if (auto push = readPushLine(line)) {
        record.kind = RecordKind::Push;
        record.push = std::make_shared<const accounts::PushAccount>(std::move(*push));
    } else if (isCarriedKind(textOf(line))) {
        record.kind = RecordKind::Carried;
    } else if (auto read = readAccountLine(line)) {
        record.kind = RecordKind::Account;
        record.account = std::move(read->account);
        record.secretMark = markOf(read->secret);
    }
    return record;
}

Result<SecretBytes> secretOfLine(ByteView line)
{
    auto read = readAccountLine(line);
    if (!read)
        return std::unexpected(read.error());
    return std::move(read->secret);
}

Result<SecretBytes> newAccountLine(const accounts::Account &account, const SecretBytes &secret)
{
    SecretBytes line = accounts::writeOtpauth(account, secret);
    appendMarks(line, account);
    return proven(std::move(line), account, secret, Words::AsTheyRead);
}

Result<SecretBytes> rewrittenLine(ByteView line, const accounts::Account &account)
{
    const auto secret = secretOfLine(line);
    if (!secret)
        return std::unexpected(secret.error());
    SecretBytes result = accounts::writeOtpauth(account, *secret);
    const QueryParameters parameters = QueryParameters::ofLink(line);
    for (const auto &parameter : parameters.all()) {
        const QByteArrayView name = parameter.name;
        if (accounts::isOtpauthParameter(name) || name == idParameter || name == changedParameter
            || name == trashedParameter)
            continue;
        appendText(result, "&");
        result.append(parameter.raw);
    }
    appendMarks(result, account);
    return proven(std::move(result), account, *secret, Words::AsTheyRead);
}

Result<SecretBytes> lineWithCounter(ByteView line, quint64 counter)
{
    auto before = readAccountLine(line);
    if (!before)
        return std::unexpected(before.error());
    auto *const hotp = std::get_if<otp::Hotp>(&before->account.parameters);
    if (!hotp)
        return failure(ErrorCode::Internal, QStringLiteral("not a counter account"));
    hotp->counter = counter;
    return proven(withParameter(line, "counter", QByteArray::number(counter)), before->account, before->secret,
                  Words::AsMeant);
}

Result<SecretBytes> lineWithTrashed(ByteView line, std::optional<qint64> trashed, qint64 changed)
{
    auto before = readAccountLine(line);
    if (!before)
        return std::unexpected(before.error());
    before->account.trashed = trashed;
    before->account.changed = changed;
    const auto mark = trashed ? std::optional(QByteArray::number(*trashed)) : std::nullopt;
    const SecretBytes marked = withParameter(line, trashedParameter, mark);
    return proven(withParameter(marked.view(), changedParameter, QByteArray::number(changed)), before->account,
                  before->secret, Words::AsMeant);
}

} // namespace watchword::vault
