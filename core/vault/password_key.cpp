// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/password_key.h"

#include "core/crypto/random.h"

#include <QString>

#include <algorithm>

namespace watchword::vault {

namespace {

Result<SecretBytes> normalised(const SecretBytes &password)
{
    if (password.isEmpty())
        return failure(ErrorCode::EmptyInput);
    if (!password.text().isValidUtf8())
        return failure(ErrorCode::NotText);
    const auto isAscii = [](std::byte one) { return std::to_integer<unsigned>(one) < 0x80; };
    if (std::ranges::all_of(password.view(), isAscii))
        return password.clone();
    QString typed = QString::fromUtf8(password.text());
    QString form = typed.normalized(QString::NormalizationForm_C);
    SecretBytes bytes = SecretBytes::takeFrom(form);
    wipe(typed);
    return bytes;
}

} // namespace

Result<PasswordKeyPointer> keyOf(const SecretBytes &password, const KeyDerivation &derivation)
{
    const auto bytes = normalised(password);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto key = crypto::scrypt(bytes->view(), derivation.salt, derivation.cost);
    if (!key)
        return std::unexpected(key.error());
    return std::make_shared<const PasswordKey>(PasswordKey{std::move(*key), derivation});
}

Result<PasswordKeyPointer> newKeyOf(const SecretBytes &password, const crypto::ScryptCost &cost)
{
    KeyDerivation derivation;
    derivation.cost = cost;
    if (const auto drawn = crypto::randomBytes(derivation.salt); !drawn)
        return std::unexpected(drawn.error());
    auto key = keyOf(password, derivation);
    if (!key)
        return key;
    const auto again = keyOf(password, derivation);
    if (!again || !((*again)->key == (*key)->key))
        return failure(ErrorCode::Internal, QStringLiteral("scrypt twice"));
    return key;
}

} // namespace watchword::vault
