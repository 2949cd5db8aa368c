// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include "app/renderer/svg_cleaning.h"
#include "core/accounts/otpauth_uri.h"
#include "core/crypto/hkdf.h"
#include "core/crypto/rsa_key.h"
#include "core/crypto/sealed_box.h"
#include "core/enrol/recognise.h"
#include "core/push/answer_envelope.h"
#include "core/push/canonical_json.h"
#include "core/push/push_protocol.h"
#include "core/push/signed_text.h"
#include "core/qr/reader.h"
#include "core/transfer/migration_collector.h"
#include "core/vault/account_list.h"
#include "core/vault/document.h"
#include "core/vault/sealed_file.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QtGlobal>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace watchword::fuzz {

namespace {

void promise(bool kept)
{
    if (!kept)
        std::abort();
}

} // namespace

// What was read is written so that it reads the same.
void otpauth(ByteView input)
{
    const Result<accounts::Proposal> read = accounts::readOtpauth(input);
    if (!read)
        return;
    promise(!read->secret.isEmpty());
    promise(otp::checked(read->account.parameters).has_value());
    const SecretBytes written = accounts::writeOtpauth(read->account, read->secret);
    if (written.size() > accounts::longestUri)
        return;
    const Result<accounts::Proposal> again = accounts::readOtpauth(written.view());
    promise(again.has_value());
    promise(again->account.issuer == read->account.issuer);
    promise(again->account.name == read->account.name);
    promise(again->account.parameters == read->account.parameters);
    promise(again->secret == read->secret);
}

namespace {

// Within its limits, and every account such that it can be saved and read again.
void checkPart(const transfer::MigrationPart &part)
{
    promise(part.size >= 1 && part.size <= transfer::mostInMigration && part.index >= 0 && part.index < part.size);
    promise(part.accounts.size() + part.refused.size() <= std::size_t(transfer::mostInMigration));
    promise(!part.accounts.empty() || !part.refused.empty());
    for (const accounts::Proposal &proposal : part.accounts) {
        promise(!proposal.secret.isEmpty() && proposal.account.id.isNull());
        promise(otp::checked(proposal.account.parameters).has_value());
        const Result<accounts::Proposal> again =
            accounts::readOtpauth(accounts::writeOtpauth(proposal.account, proposal.secret).view());
        promise(again.has_value());
        promise(again->account.issuer == proposal.account.issuer && again->account.name == proposal.account.name);
        promise(again->account.parameters == proposal.account.parameters && again->secret == proposal.secret);
    }
    for (const transfer::RefusedEntry &entry : part.refused)
        promise(entry.before <= part.accounts.size());
}

} // namespace

// The payload as it is, since a fuzzer finds no base64; and the same as a link.
void migration(ByteView input)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(input.data()), qsizetype(input.size()));
    transfer::MigrationCollector collector;
    for (const QByteArray &data : {bytes.toByteArray().toBase64(), bytes.toByteArray()}) {
        Result<transfer::MigrationPart> part =
            transfer::readMigrationLink(bytesOf("otpauth-migration://offline?data=" + data));
        if (!part)
            continue;
        checkPart(*part);
        const int index = part->index;
        promise(!collector.add(std::move(*part)).isRepeat);
        promise(!collector.sets().back().missing().contains(index + 1));
    }
}

// Every text is something, and says why if it was meant as an account.
void recognise(ByteView input)
{
    const enrol::Recognition recognition = enrol::recognise(input);
    promise((recognition.kind == enrol::Kind::Account) == !recognition.accounts.empty());
    promise(recognition.kind != enrol::Kind::Account || recognition.origin == enrol::Origin::None);
    for (const accounts::Proposal &proposal : recognition.accounts)
        promise(!proposal.secret.isEmpty() && proposal.account.id.isNull());
    if (enrol::looksLikeBareKey(input))
        promise(enrol::fromBareKey(input).has_value());
}

// A slot that is whole is written so that it is whole again, with the same lines.
void document(ByteView input)
{
    const Result<vault::Document> read = vault::Document::read(SecretBytes::copyOf(input));
    const vault::Record record = vault::readRecord(input);
    if (record.kind == vault::RecordKind::Account) {
        promise(!record.account.id.isNull());
        promise(vault::secretOfLine(input).has_value());
    }
    if (!read || read->generation() == ~quint64(0))
        return;
    Result<SecretBytes> text = read->write(read->generation() + 1, 0);
    promise(text.has_value());
    const Result<vault::Document> again = vault::Document::read(std::move(*text));
    promise(again.has_value());
    promise(again->records().size() == read->records().size());
}

namespace {

/// A file with this plain text behind its seal opens or is damaged, and holds nothing that was not in it.
void promiseOfBody(ByteView plain, ByteView key)
{
    vault::FileHeader header;
    header.kind = vault::FileKind::PasswordVault;
    QByteArray file = *vault::sealFile(header, "{}", {}, key);
    const ByteView head = bytesOf(file).first(std::size_t(vault::sealedFileHeaderSize));
    const Result<SecretBytes> bodyKey = crypto::hkdfSha256(key, head.subspan(48, 32), bytesOf("watchword 1 body"), 32);
    const std::array<std::byte, crypto::gcmNonceSize> nonce{};
    const Result<QByteArray> body = crypto::sealAes256Gcm(bodyKey->view(), nonce, head, plain);
    file = file.first(vault::sealedFileHeaderSize) + *body;
    const Result<vault::FileContent> opened = vault::openSealedFile(bytesOf(file), key);
    if (opened)
        promise(std::size_t(opened->json.size()) + opened->document.size() + 8 <= plain.size());
    else
        promise(opened.error().code == ErrorCode::DamagedFile);
}

} // namespace

void sealedFile(ByteView input)
{
    std::array<std::byte, 32> key{};
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = std::byte(i);
    const Result<vault::FileHeader> header = vault::readFileHeader(input);
    const Result<vault::FileContent> content = vault::openSealedFile(input, key);
    promise(header.has_value() || !content.has_value());
    if (input.size() < 2)
        return;
    // Behind a right seal anything may stand that a program with the key has written: the first two bytes say how much of the
    // input is the document.
    vault::FileHeader password;
    password.kind = vault::FileKind::PasswordVault;
    const ByteView body = input.subspan(2);
    const std::size_t cut = (std::size_t(input[0]) << 8 | std::size_t(input[1])) % (body.size() + 1);
    const QByteArray json(reinterpret_cast<const char *>(body.data()), qsizetype(cut));
    const Result<QByteArray> sealed = vault::sealFile(password, json, body.subspan(cut), key);
    promise(sealed.has_value());
    const Result<vault::FileContent> opened = vault::openSealedFile(bytesOf(*sealed), key);
    promise(opened.has_value() && opened->json == json && sameBytes(opened->document.view(), body.subspan(cut)));
    const vault::Comfort comfort = vault::Comfort::read(opened->json);
    promise(vault::Comfort::read(comfort.write()) == comfort);
    if (const auto document = vault::Document::read(opened->document.clone())) {
        vault::Comfort fitted = comfort;
        fitted.fit(*document, document->generation());
        const vault::AccountList accounts = vault::AccountList::of(*document, fitted);
        promise(accounts.current.size() + accounts.trashed.size() <= qsizetype(document->records().size()));
    }
    // Also lengths that no program writes.
    promiseOfBody(input, key);
}

// Whatever is in a picture, the search comes back, and nothing of the picture before it stays in its memory.
void picture(ByteView input)
{
    if (input.size() < 2)
        return;
    const int width = int(input[0]) + 1;
    const ByteView greys = input.subspan(1).first(std::min<std::size_t>(input.size() - 1, 256 * std::size_t(width)));
    QImage image(width, (int(greys.size()) + width - 1) / width, QImage::Format_Grayscale8);
    image.fill(0xFF);
    for (std::size_t i = 0; i < greys.size(); ++i)
        image.scanLine(int(i) / width)[int(i) % width] = uchar(greys[i]);
    static qr::Reader reader;
    const std::vector<qr::Found> first = reader.read(image);
    const std::vector<qr::Found> again = qr::readCodes(image);
    promise(first.size() == again.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        promise(!first[i].payload.isEmpty());
        promise(first[i].payload == again[i].payload && first[i].corners == again[i].corners);
    }
}

namespace {

bool isInside(const QString &value)
{
    qsizetype from = 0;
    while ((from = value.indexOf(QLatin1String("url"), from, Qt::CaseInsensitive)) >= 0) {
        from += 3;
        const QString rest = value.sliced(from).simplified().remove(u' ');
        if (rest.startsWith(u'(') && !rest.startsWith(QLatin1String("(#")) && !rest.startsWith(QLatin1String("('#"))
            && !rest.startsWith(QLatin1String("(\"#")))
            return false;
    }
    return !value.contains(u'\\') && !value.contains(u'@');
}

} // namespace

// What is left can be read, refers to nothing outside, and is clean.
void svgCleaning(ByteView input)
{
    const QByteArray content(reinterpret_cast<const char *>(input.data()), qsizetype(input.size()));
    const Result<QByteArray> cleaned = app::cleanedSvg(content);
    if (!cleaned)
        return;
    QXmlStreamReader reader(*cleaned);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        promise(token != QXmlStreamReader::DTD && token != QXmlStreamReader::ProcessingInstruction
                && token != QXmlStreamReader::EntityReference && token != QXmlStreamReader::Comment);
        promise(isInside(token == QXmlStreamReader::Characters ? reader.text().toString() : QString()));
        for (const QXmlStreamAttribute &attribute : reader.attributes()) {
            const QString value = attribute.value().toString();
            promise(attribute.name() != QLatin1String("src"));
            if (attribute.name() == QLatin1String("href"))
                promise(value.startsWith(u'#') || value.startsWith(QLatin1String("data:image/png;base64,iVBORw0KGg"))
                        || value.startsWith(QLatin1String("data:image/jpeg;base64,/9j/")));
            else
                promise(isInside(value));
        }
    }
    promise(!reader.hasError());
    promise(app::cleanedSvg(*cleaned).value_or(QByteArray()) == *cleaned);
}

// What is read can be shown, identified and sent to.
void pushEnrolment(ByteView input)
{
    const push::Expected<push::Enrolment> read = push::readEnrolment(input);
    if (!read)
        return;
    promise(push::isEnrolmentLink(input));
    promise(push::isPlainName(read->serial) && !read->credential.isEmpty());
    promise(push::addressOf(read->url) == read->address);
    promise(read->address.scheme == QLatin1String("https") || read->address.host == QLatin1String("localhost")
            || read->address.host == QLatin1String("127.0.0.1") || read->address.host == QLatin1String("::1"));
    promise(read->minutes >= 1 && read->minutes <= 24 * 60);
    const HttpRequest request = push::PushProtocol::of(read->server).enrolmentRequest(*read, {}, "key");
    promise(request.url == read->url.toUtf8() && !request.form->contains('\n'));
}

// Only an answer that says so is a success; JSON in its one spelling has that spelling.
void pushAnswer(ByteView input)
{
    const QByteArray body(reinterpret_cast<const char *>(input.data()), qsizetype(input.size()));
    const push::PushProtocol &protocol = push::PushProtocol::of(accounts::PushServer::PrivacyIdea);
    for (const int status : {200, 400, 500})
        promise(!push::openAnswer({status, body, {}}) || status == 200);
    const push::Expected<push::Outcome> outcome = protocol.outcomeIn({200, body, {}});
    promise(!outcome || outcome->isTaken || outcome->code.isEmpty());
    promise(!protocol.serverKeyIn({200, body, {}}, {}) || body.contains("public_key"));
    const auto poll = protocol.challengesIn({200, body, {}}, {});
    promise(!poll || poll->challenges.empty()); // an account without a server's key
    const std::optional<QByteArray> canonical = push::canonicalJson(QJsonDocument::fromJson(body).object());
    if (canonical)
        promise(push::canonicalJson(QJsonDocument::fromJson(*canonical).object()) == canonical);
}

namespace {

struct PushKeys {
    SecretBytes own = crypto::newRsaKey(1024, {}).value();
    QByteArray spki = crypto::rsaPublicKeyOf(own.view()).value();
};

QString signedText(const QByteArray &text, const PushKeys &keys)
{
    return QString::fromLatin1(push::signatureOf(text, keys.own).value());
}

// As the server would have signed it.
QJsonObject asSigned(QJsonObject fields, const PushKeys &keys)
{
    QStringList parts;
    for (const char *name : {"nonce", "url", "serial", "question", "title", "sslverify", "require_presence"}) {
        if (fields.contains(QLatin1String(name)))
            parts << fields.value(QLatin1String(name)).toString();
    }
    fields.insert(QStringLiteral("signature"), signedText(parts.join(QLatin1Char('|')).toUtf8(), keys));
    const QJsonValue offered = fields.value(QLatin1String("capabilities"));
    if (offered.isString()) {
        const QJsonObject object = QJsonDocument::fromJson(offered.toString().toUtf8()).object();
        const QByteArray text = push::capabilitiesText(object, fields.value(QLatin1String("nonce")).toString());
        fields.insert(QStringLiteral("capabilities_signature"), signedText(text, keys));
    }
    return fields;
}

HttpAnswer answerWith(const QJsonObject &challenge)
{
    const QJsonObject result{{QStringLiteral("status"), true}, {QStringLiteral("value"), QJsonArray{challenge}}};
    return {200, QJsonDocument(QJsonObject{{QStringLiteral("result"), result}}).toJson(), {}};
}

} // namespace

// Unsigned nothing is believed; signed, what is read can be answered, each way with another signature.
void pushChallenge(ByteView input)
{
    static const PushKeys keys;
    const QJsonObject fields =
        QJsonDocument::fromJson({reinterpret_cast<const char *>(input.data()), qsizetype(input.size())}).object();
    accounts::PushAccount account;
    account.serial = QStringLiteral("PIPU0000TEST");
    account.url = QStringLiteral("https://pi.example.com/ttype/push");
    account.serverKey = keys.spki;
    const push::PushProtocol &protocol = push::PushProtocol::of(account.server);
    const auto unsignedOne = protocol.challengesIn(answerWith(fields), account);
    promise(!unsignedOne || (unsignedOne->challenges.empty() && unsignedOne->elsewhere.empty()));
    const auto poll = protocol.challengesIn(answerWith(asSigned(fields, keys)), account);
    if (!poll || poll->challenges.empty())
        return;
    const push::Challenge &challenge = poll->challenges.front();
    promise(challenge.serial == account.serial && push::isPlainName(challenge.nonce));
    promise(push::addressOf(challenge.url) == push::addressOf(account.url));
    const QString option = challenge.options.value(0);
    const push::Answer approval{push::Choice::Approve, option, {}};
    QSet<QByteArray> texts = {push::answerText(challenge, approval)};
    for (const push::Reason reason : {push::Reason::None, push::Reason::UnknownTrigger}) {
        const push::Answer denial{push::Choice::Deny, {}, reason};
        promise(protocol.answerRequest(account, challenge, denial, keys.own).has_value());
        texts << push::answerText(challenge, denial);
    }
    promise(texts.size() == (challenge.offersReasons ? 3 : 2));
    promise(protocol.answerRequest(account, challenge, approval, keys.own).has_value());
    promise(challenge.options.isEmpty()
            || !protocol.answerRequest(account, challenge, {push::Choice::Approve, {}, {}}, keys.own));
}

std::span<const Target> targets()
{
    static constexpr std::array all = {Target{"otpauth", otpauth},          Target{"migration", migration},
                                       Target{"recognise", recognise},      Target{"document", document},
                                       Target{"sealed_file", sealedFile},   Target{"picture", picture},
                                       Target{"svg_cleaning", svgCleaning}, Target{"push_enrolment", pushEnrolment},
                                       Target{"push_answer", pushAnswer},   Target{"push_challenge", pushChallenge}};
    return all;
}

} // namespace watchword::fuzz
