// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_writer.h"

#include <QChar>

namespace watchword::app::cli {

namespace {

bool isWrittenAsEscape(QChar c)
{
    return c == u'"' || c == u'\\' || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
        || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

} // namespace

JsonWriter &JsonWriter::key(const char *name)
{
    separate();
    raw("\"");
    raw(name);
    raw("\":");
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(const QString &text)
{
    separate();
    raw("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            raw(QStringView(text).sliced(i++, 2).toUtf8());
        } else if (isWrittenAsEscape(text[i])) {
            raw("\\u" + QByteArray::number(text[i].unicode(), 16).rightJustified(4, '0'));
        } else {
            QByteArray bytes = QStringView(text).sliced(i, 1).toUtf8();
            raw(bytes);
            wipe(bytes);
        }
    }
    raw("\"");
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::value(const SecretBytes &utf8)
{
    QString text = QString::fromUtf8(utf8.text());
    value(text);
    wipe(text);
    return *this;
}

JsonWriter &JsonWriter::value(qint64 number)
{
    separate();
    raw(QByteArray::number(number));
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::value(quint64 number)
{
    separate();
    raw(QByteArray::number(number));
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    raw("null");
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    raw(QByteArrayView(&bracket, 1));
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    raw(QByteArrayView(&bracket, 1));
    m_needsComma = true;
    return *this;
}

void JsonWriter::raw(QByteArrayView bytes)
{
    m_text.append(bytesOf(bytes));
}

void JsonWriter::separate()
{
    if (m_needsComma)
        raw(",");
}

} // namespace watchword::app::cli
