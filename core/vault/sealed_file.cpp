// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/sealed_file.h"

#include "core/crypto/hkdf.h"
#include "core/crypto/hmac.h"
#include "core/crypto/random.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/sha256.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace watchword::vault {

namespace {

constexpr std::array<unsigned char, 8> fileMagic = {0x89, 0x57, 0x57, 0x42, 0x0D, 0x0A, 0x1A, 0x0A};
constexpr quint16 knownFileFormat = 1;
constexpr std::size_t formatAt = 8, kindAt = 10, kdfAt = 11, kdfSaltAt = 16, saltAt = 48, saltSize = 32, vaultAt = 80,
                      seenAt = 96, revisionAt = 104, providerAt = 112, providerSize = 16, checksumAt = 128,
                      proofAt = 160, bodyAt = sealedFileHeaderSize;
constexpr std::size_t padding = 4096;
constexpr std::byte scryptKdf{1};

std::unexpected<Error> damagedFile(const QString &what)
{
    return failure(ErrorCode::DamagedFile, what);
}

template <class Number>
Number numberAt(ByteView bytes, std::size_t at)
{
    return qFromBigEndian<Number>(bytes.data() + at);
}

template <class Number>
void putNumber(std::span<std::byte> bytes, std::size_t at, Number number)
{
    qToBigEndian(number, bytes.data() + at);
}

void putBytes(std::span<std::byte> to, std::size_t at, ByteView bytes)
{
    std::ranges::copy(bytes, to.begin() + std::ptrdiff_t(at));
}

struct Keys {
    SecretBytes header, body;
};

Result<Keys> keysFor(ByteView masterKey, ByteView salt)
{
    auto header = crypto::hkdfSha256(masterKey, salt, bytesOf("watchword 1 header"), 32);
    if (!header)
        return std::unexpected(header.error());
    auto body = crypto::hkdfSha256(masterKey, salt, bytesOf("watchword 1 body"), 32);
    if (!body)
        return std::unexpected(body.error());
    return Keys{std::move(*header), std::move(*body)};
}

constexpr std::array<std::byte, crypto::gcmNonceSize> zeroNonce{}; // each key seals once

/// Takes a length and as many bytes off the front of `plain`.
std::optional<ByteView> takePart(ByteView &plain)
{
    if (plain.size() < 4)
        return {};
    const std::size_t length = numberAt<quint32>(plain, 0);
    if (length > plain.size() - 4)
        return {};
    const ByteView part = plain.subspan(4, length);
    plain = plain.subspan(4 + length);
    return part;
}

Result<FileContent> contentOf(const SecretBytes &plainText, FileKind kind)
{
    ByteView plain = plainText.view();
    FileContent content;
    const auto json = takePart(plain);
    if (!json)
        return damagedFile(QStringLiteral("content"));
    content.json = QByteArray(reinterpret_cast<const char *>(json->data()), qsizetype(json->size()));
    if (kind != FileKind::Book) {
        const auto document = takePart(plain);
        if (!document)
            return damagedFile(QStringLiteral("content"));
        content.document = SecretBytes::copyOf(*document);
    }
    return content;
}

/// Empty for one that this version does not make keys with.
std::optional<KeyDerivation> derivationIn(ByteView file)
{
    KeyDerivation derivation;
    derivation.cost = {quint8(file[kdfAt + 1]), quint8(file[kdfAt + 2]), quint8(file[kdfAt + 3])};
    putBytes(derivation.salt, 0, file.subspan(kdfSaltAt, derivation.salt.size()));
    if (derivation == KeyDerivation::none() && FileKind(file[kindAt]) == FileKind::Backup
        && file[kdfAt] == std::byte{0})
        return derivation;
    if (file[kdfAt] != scryptKdf || file[kdfAt + 4] != std::byte{0} || !derivation.cost.isAllowed())
        return {};
    return derivation;
}

void putDerivation(std::span<std::byte> head, const KeyDerivation &derivation)
{
    if (derivation == KeyDerivation::none())
        return;
    head[kdfAt] = scryptKdf;
    head[kdfAt + 1] = std::byte(derivation.cost.log2N);
    head[kdfAt + 2] = std::byte(derivation.cost.r);
    head[kdfAt + 3] = std::byte(derivation.cost.p);
    putBytes(head, kdfSaltAt, derivation.salt);
}

/// The plain text of a file's body: each part with its length before it, and zeros.
SecretBytes plainText(const QByteArray &json, ByteView document, FileKind kind)
{
    const std::size_t used = 4 + std::size_t(json.size()) + (kind == FileKind::Book ? 0 : 4 + document.size());
    SecretBytes plain((used + padding - 1) / padding * padding);
    putNumber(plain.data(), 0, quint32(json.size()));
    putBytes(plain.data(), 4, bytesOf(json));
    if (kind != FileKind::Book) {
        const std::size_t at = 4 + std::size_t(json.size());
        putNumber(plain.data(), at, quint32(document.size()));
        putBytes(plain.data(), at + 4, document);
    }
    return plain;
}

/// Whether a header would be right if it named our own format: then that number was damaged, and no newer version wrote it.
bool hasDamagedFormat(ByteView file)
{
    std::array<std::byte, checksumAt> head{};
    putBytes(head, 0, file.first(checksumAt));
    putNumber(head, formatAt, knownFileFormat);
    const auto checksum = crypto::sha256(head);
    return checksum && std::ranges::equal(*checksum, file.subspan(checksumAt, 32));
}

} // namespace

Result<FileHeader> readFileHeader(ByteView file)
{
    if (file.size() < bodyAt || std::memcmp(file.data(), fileMagic.data(), fileMagic.size()) != 0)
        return damagedFile(QStringLiteral("not a sealed file"));
    if (numberAt<quint16>(file, formatAt) > knownFileFormat && !hasDamagedFormat(file))
        return failure(ErrorCode::NewerFormat, QStringLiteral("sealed file"));
    const auto checksum = crypto::sha256(file.first(checksumAt));
    if (!checksum)
        return std::unexpected(checksum.error());
    if (numberAt<quint16>(file, formatAt) != knownFileFormat
        || !std::ranges::equal(*checksum, file.subspan(checksumAt, 32)))
        return damagedFile(QStringLiteral("header checksum"));
    const auto kind = quint8(file[kindAt]);
    if (kind < quint8(FileKind::Book) || kind > quint8(FileKind::Backup))
        return failure(ErrorCode::NewerFormat, QStringLiteral("kind of sealed file"));

    FileHeader header;
    header.kind = FileKind(kind);
    if (header.kind != FileKind::Book) {
        const auto derivation = derivationIn(file);
        if (!derivation)
            return failure(ErrorCode::NewerFormat, QStringLiteral("derivation of the key"));
        header.derivation = *derivation;
    }
    putBytes(header.vault.bytes, 0, file.subspan(vaultAt, header.vault.bytes.size()));
    header.seen = numberAt<quint64>(file, seenAt);
    header.revision = numberAt<quint64>(file, revisionAt);
    const ByteView provider = file.subspan(providerAt, providerSize);
    header.provider = QByteArray(reinterpret_cast<const char *>(provider.data()),
                                 std::ranges::find(provider, std::byte{0}) - provider.begin());
    return header;
}

Result<FileContent> openSealedFile(ByteView file, ByteView masterKey)
{
    const auto header = readFileHeader(file);
    if (!header)
        return std::unexpected(header.error());
    const auto keys = keysFor(masterKey, file.subspan(saltAt, saltSize));
    if (!keys)
        return std::unexpected(keys.error());
    const auto proof = crypto::hmacSha256(keys->header.view(), file.first(proofAt));
    if (!proof)
        return std::unexpected(proof.error());
    if (!(*proof == SecretBytes::copyOf(file.subspan(proofAt, 32))))
        return failure(ErrorCode::WrongKey);
    const auto plain = crypto::openAes256Gcm(keys->body.view(), zeroNonce, file.first(bodyAt), file.subspan(bodyAt));
    if (!plain)
        return std::unexpected(plain.error());
    return contentOf(*plain, header->kind);
}

Result<QByteArray> sealFile(const FileHeader &header, const QByteArray &json, ByteView document, ByteView masterKey)
{
    if (std::size_t(json.size()) + document.size() + bodyAt + 2 * padding > std::size_t(longestSealedFile))
        return failure(ErrorCode::Internal, QStringLiteral("too much for a sealed file"));
    std::array<std::byte, bodyAt> head{};
    std::memcpy(head.data(), fileMagic.data(), fileMagic.size());
    putNumber(head, formatAt, knownFileFormat);
    head[kindAt] = std::byte(header.kind);
    if (header.kind != FileKind::Book) // whose key is random
        putDerivation(head, header.derivation);
    if (const auto drawn = crypto::randomBytes(std::span(head).subspan(saltAt, saltSize)); !drawn)
        return std::unexpected(drawn.error());
    putBytes(head, vaultAt, header.vault.bytes);
    putNumber(head, seenAt, header.seen);
    putNumber(head, revisionAt, header.revision);
    putBytes(head, providerAt, bytesOf(header.provider.left(qsizetype(providerSize))));
    const auto checksum = crypto::sha256(std::span(head).first(checksumAt));
    if (!checksum)
        return std::unexpected(checksum.error());
    putBytes(head, checksumAt, *checksum);
    const auto keys = keysFor(masterKey, std::span(head).subspan(saltAt, saltSize));
    if (!keys)
        return std::unexpected(keys.error());
    const auto proof = crypto::hmacSha256(keys->header.view(), std::span(head).first(proofAt));
    if (!proof)
        return std::unexpected(proof.error());
    putBytes(head, proofAt, proof->view());

    const SecretBytes plain = plainText(json, document, header.kind);
    const auto body = crypto::sealAes256Gcm(keys->body.view(), zeroNonce, head, plain.view());
    if (!body)
        return std::unexpected(body.error());
    return QByteArray(reinterpret_cast<const char *>(head.data()), qsizetype(head.size())) + *body;
}

} // namespace watchword::vault
