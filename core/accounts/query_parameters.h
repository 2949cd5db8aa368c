// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

#include <vector>

namespace watchword::accounts {

/// One parameter of a query as it stands there: views into the text that was split, nothing is copied but the name.
struct QueryParameter {
    QByteArray name;   ///< percent-decoded, ASCII letters in lower case; `amp;` of a link copied out of HTML is cut off
    ByteView raw;      ///< `Name=value` as it stands, without the `&`
    ByteView rawValue; ///< what stands after the first `=`, still encoded; empty without one
};

/// The parameters of a query in their order. They live no longer than the text that they were split from.
class QueryParameters
{
public:
    /// Splits `query`, the text after the `?`, at each `&`. Empty pieces are left out.
    static QueryParameters ofQuery(ByteView query);
    /// Splits what follows the first `?` of `link`; a link without one has no parameters.
    static QueryParameters ofLink(ByteView link);

    /// Every parameter, known or not, in the order of the text: what is not understood can be carried by `raw`.
    const std::vector<QueryParameter> &all() const { return m_parameters; }
    /// Whether `name` (lower case) stands there at all, with or without a value.
    bool contains(QByteArrayView name) const;
    /// The decoded value (`+` is a blank) of the first `name` that has one. An empty value is none: empty.
    SecretBytes value(QByteArrayView name) const;
    /// The same as text without blanks at its ends; only for what is no secret.
    QString text(QByteArrayView name) const;

private:
    std::vector<QueryParameter> m_parameters;
};

/// Whether `readOtpauth` gives the parameter a meaning (`secret`, `issuer`, `algorithm`, `digits`, `period`, `counter`,
/// `steam`, `encoder`): whoever writes an account anew carries all others by `QueryParameter::raw`.
bool isOtpauthParameter(QByteArrayView name);

} // namespace watchword::accounts
