// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/push_record.h"

#include "core/accounts/percent_encoding.h"
#include "core/accounts/query_parameters.h"
#include "core/base/text_bytes.h"
#include "core/vault/plain_number.h"

#include <algorithm>
#include <array>

namespace watchword::vault {

namespace {

using accounts::PushAccount;
using accounts::PushState;
using accounts::QueryParameters;

constexpr QByteArrayView pushLineStart = "watchword-push:1?";
constexpr auto base64Form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// Words for the values of an enumeration, in its order.
constexpr std::array serverWords = {QByteArrayView("privacyidea"), QByteArrayView("edumfa")};
constexpr std::array stateWords = {QByteArrayView("enrolling"), QByteArrayView("unproven"), QByteArrayView("ready")};
constexpr std::array lockWords = {QByteArrayView("none"), QByteArrayView("any"), QByteArrayView("biometric"),
                                  QByteArrayView("pin")};
constexpr std::array trustWords = {QByteArrayView("system"), QByteArrayView("authority"), QByteArrayView("key")};

// What newPushLine() writes; anything else in a line is carried.
constexpr std::array pushParameters = {
    QByteArrayView("ww.id"),  QByteArrayView("ww.changed"), QByteArrayView("ww.trashed"), QByteArrayView("kind"),
    QByteArrayView("state"),  QByteArrayView("serial"),     QByteArrayView("url"),        QByteArrayView("issuer"),
    QByteArrayView("name"),   QByteArrayView("lock"),       QByteArrayView("trust"),      QByteArrayView("trust-data"),
    QByteArrayView("server"), QByteArrayView("private")};

std::unexpected<Error> noPushLine(const char *what)
{
    return failure(ErrorCode::MalformedLink, QString::fromLatin1(what));
}

bool isPushLine(ByteView line)
{
    return QByteArrayView(reinterpret_cast<const char *>(line.data()), qsizetype(line.size()))
        .startsWith(pushLineStart);
}

// Exactly as it was written, blanks at its ends too.
QString exactText(const QueryParameters &parameters, QByteArrayView name)
{
    return QString::fromUtf8(parameters.value(name).text());
}

template <class T, std::size_t size>
bool takeWord(const QueryParameters &parameters, QByteArrayView name, const std::array<QByteArrayView, size> &words,
              T &to)
{
    const SecretBytes value = parameters.value(name);
    const auto found = std::ranges::find(words, value.text());
    to = T(found - words.begin());
    return found != words.end();
}

bool takeBytes(const QueryParameters &parameters, QByteArrayView name, QByteArray &to)
{
    const auto decoded = QByteArray::fromBase64Encoding(parameters.value(name).text().toByteArray(),
                                                        base64Form | QByteArray::AbortOnBase64DecodingErrors);
    to = *decoded;
    return bool(decoded);
}

bool takeNumber(const QueryParameters &parameters, QByteArrayView name, std::optional<qint64> &to)
{
    if (!parameters.contains(name))
        return true;
    const SecretBytes value = parameters.value(name);
    const auto number = plainNumber(value.text());
    if (number)
        to = qint64(*number);
    return number.has_value();
}

Result<SecretBytes> privateKeyIn(const QueryParameters &parameters)
{
    SecretBytes text = parameters.value("private");
    const QByteArray spelled = QByteArray::fromRawData(text.text().data(), text.text().size());
    auto decoded = QByteArray::fromBase64Encoding(spelled, base64Form | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return noPushLine("private");
    return SecretBytes::takeFrom(decoded.decoded);
}

class PushLineWriter
{
public:
    PushLineWriter() { m_line.append(bytesOf(pushLineStart)); }

    void add(QByteArrayView name, ByteView value)
    {
        addRaw(bytesOf(name));
        m_line.append(bytesOf("="));
        m_line.append(accounts::percentEncoded(value).view());
    }
    void add(QByteArrayView name, const QString &text)
    {
        if (!text.isEmpty())
            add(name, bytesOf(text.toUtf8()));
    }
    void addBytes(QByteArrayView name, const QByteArray &bytes)
    {
        if (!bytes.isEmpty())
            add(name, bytesOf(bytes.toBase64(base64Form)));
    }
    void addRaw(ByteView raw)
    {
        if (std::exchange(m_hasSome, true))
            m_line.append(bytesOf("&"));
        m_line.append(raw);
    }
    SecretBytes take() { return std::move(m_line); }

private:
    SecretBytes m_line;
    bool m_hasSome = false;
};

void addAccount(PushLineWriter &line, const PushAccount &account)
{
    line.add("ww.id", account.id.toString());
    line.add("ww.changed", QString::number(account.changed));
    if (account.trashed)
        line.add("ww.trashed", QString::number(*account.trashed));
    line.add("kind", bytesOf(serverWords[std::size_t(account.server)]));
    line.add("state", bytesOf(stateWords[std::size_t(account.state)]));
    line.add("serial", account.serial);
    line.add("url", account.url);
    line.add("issuer", account.issuer);
    line.add("name", account.name);
    line.add("lock", bytesOf(lockWords[std::size_t(account.lock)]));
    line.add("trust", bytesOf(trustWords[std::size_t(account.trust.kind)]));
    line.addBytes("trust-data", account.trust.data);
    line.addBytes("server", account.serverKey);
}

Result<SecretBytes> provenPushLine(SecretBytes line, const PushAccount &account, const SecretBytes &privateKey)
{
    const auto read = readPushLine(line.view());
    const auto key = privateKeyOfPushLine(line.view());
    if (!read || !key || !(*read == account) || !(*key == privateKey))
        return failure(ErrorCode::Internal, QStringLiteral("a line does not say what was meant"));
    return line;
}

} // namespace

Result<PushAccount> readPushLine(ByteView line)
{
    if (!isPushLine(line) || !isText(line))
        return noPushLine("start");
    const QueryParameters parameters = QueryParameters::ofLink(line);
    const auto id = accounts::AccountId::fromString(exactText(parameters, "ww.id"));
    if (!id || id->isNull())
        return noPushLine("ww.id");
    PushAccount account;
    account.id = *id;
    std::optional<qint64> changed;
    if (!takeWord(parameters, "kind", serverWords, account.server)
        || !takeWord(parameters, "state", stateWords, account.state)
        || !takeWord(parameters, "lock", lockWords, account.lock)
        || !takeWord(parameters, "trust", trustWords, account.trust.kind))
        return noPushLine("word");
    if (!takeBytes(parameters, "trust-data", account.trust.data) || !takeBytes(parameters, "server", account.serverKey)
        || !takeNumber(parameters, "ww.changed", changed) || !takeNumber(parameters, "ww.trashed", account.trashed))
        return noPushLine("value");
    account.changed = changed.value_or(0);
    account.serial = exactText(parameters, "serial");
    account.url = exactText(parameters, "url");
    account.issuer = exactText(parameters, "issuer");
    account.name = exactText(parameters, "name");
    if (account.serial.isEmpty() || account.url.isEmpty() || parameters.value("private").isEmpty()
        || (account.state != PushState::Enrolling && account.serverKey.isEmpty()))
        return noPushLine("missing");
    return account;
}

Result<SecretBytes> privateKeyOfPushLine(ByteView line)
{
    if (!isPushLine(line))
        return noPushLine("start");
    return privateKeyIn(QueryParameters::ofLink(line));
}

Result<SecretBytes> newPushLine(const PushAccount &account, const SecretBytes &privateKey)
{
    PushLineWriter line;
    addAccount(line, account);
    QByteArray key = QByteArray::fromRawData(privateKey.text().data(), privateKey.text().size()).toBase64(base64Form);
    line.add("private", bytesOf(key));
    wipe(key);
    return provenPushLine(line.take(), account, privateKey);
}

Result<SecretBytes> rewrittenPushLine(ByteView before, const PushAccount &account)
{
    const auto key = privateKeyOfPushLine(before);
    if (!key)
        return std::unexpected(key.error());
    PushLineWriter line;
    addAccount(line, account);
    const QueryParameters parameters = QueryParameters::ofLink(before);
    for (const auto &parameter : parameters.all()) {
        const bool isWritten =
            std::ranges::find(pushParameters, QByteArrayView(parameter.name)) != pushParameters.end();
        if (!isWritten || parameter.name == "private")
            line.addRaw(parameter.raw);
    }
    return provenPushLine(line.take(), account, *key);
}

} // namespace watchword::vault
