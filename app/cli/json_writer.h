// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

namespace watchword::app::cli {

/// Writes JSON in the order of the calls, into memory that is wiped, since codes and (with --reveal) secrets are in it.
/// Characters that control a terminal or turn text round are written as escapes.
class JsonWriter
{
public:
    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }
    /// A key; the next call is its value.
    JsonWriter &key(const char *name);
    JsonWriter &value(const QString &text);
    /// UTF-8; what is none becomes U+FFFD.
    JsonWriter &value(const SecretBytes &utf8);
    JsonWriter &value(qint64 number);
    JsonWriter &value(quint64 number);
    JsonWriter &value(int number) { return value(qint64(number)); }
    JsonWriter &null();

    /// What was written.
    const SecretBytes &text() const { return m_text; }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void raw(QByteArrayView bytes);
    void separate();

    SecretBytes m_text;
    bool m_needsComma = false;
};

} // namespace watchword::app::cli
