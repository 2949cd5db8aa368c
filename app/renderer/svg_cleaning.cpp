// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/renderer/svg_cleaning.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <array>
#include <optional>

namespace watchword::app {

namespace {

constexpr int deepest = 256;

constexpr std::array keptElements = {QLatin1String("svg"),
                                     QLatin1String("g"),
                                     QLatin1String("defs"),
                                     QLatin1String("symbol"),
                                     QLatin1String("use"),
                                     QLatin1String("a"),
                                     QLatin1String("switch"),
                                     QLatin1String("path"),
                                     QLatin1String("rect"),
                                     QLatin1String("circle"),
                                     QLatin1String("ellipse"),
                                     QLatin1String("line"),
                                     QLatin1String("polyline"),
                                     QLatin1String("polygon"),
                                     QLatin1String("linearGradient"),
                                     QLatin1String("radialGradient"),
                                     QLatin1String("stop"),
                                     QLatin1String("pattern"),
                                     QLatin1String("clipPath"),
                                     QLatin1String("mask"),
                                     QLatin1String("image"),
                                     QLatin1String("style")};

/// Whether a value names something outside the picture, or could do so behind escapes.
bool pointsOutside(const QString &value)
{
    static const QRegularExpression outside(QStringLiteral(R"(\\|@|url\s*\((?!\s*['"]?\s*#))"),
                                            QRegularExpression::CaseInsensitiveOption);
    return outside.match(value).hasMatch();
}

/// Without comments and rules that begin with @ (fonts and sheets to load, rules for other media); empty when what is left
/// still points outside.
QString cleanedStyle(QString sheet)
{
    static const QRegularExpression comment(QStringLiteral(R"(/\*.*?(\*/|$))"),
                                            QRegularExpression::DotMatchesEverythingOption);
    sheet.remove(comment);
    QString kept;
    qsizetype begin = 0;
    for (qsizetype at = sheet.indexOf(u'@'); at >= 0; at = sheet.indexOf(u'@', begin)) {
        kept += QStringView(sheet).sliced(begin, at - begin);
        int open = 0;
        for (begin = at + 1; begin < sheet.size(); ++begin) {
            const QChar c = sheet[begin];
            open += c == u'{' ? 1 : c == u'}' ? -1 : 0;
            if (open <= 0 && (c == u';' || c == u'}'))
                break;
        }
        begin = std::min(begin + 1, sheet.size());
    }
    kept += QStringView(sheet).sliced(begin);
    return pointsOutside(kept) ? QString() : kept;
}

/// The address of a picture as PNG or JPEG data, whatever it says of itself; else empty.
QString cleanedData(const QString &address)
{
    const qsizetype comma = address.indexOf(u',');
    const QString head = address.left(comma).simplified().toLower();
    if (comma < 0 || !head.startsWith(QLatin1String("data:image/")) || !head.endsWith(QLatin1String("base64")))
        return {};
    const QByteArray data =
        QByteArray::fromBase64(QByteArray::fromPercentEncoding(QStringView(address).sliced(comma + 1).toLatin1()));
    const QString kind = data.startsWith("\x89PNG\r\n\x1a\n") ? QStringLiteral("png")
        : data.startsWith("\xff\xd8\xff")                     ? QStringLiteral("jpeg")
                                                              : QString();
    if (kind.isEmpty())
        return {};
    return QStringLiteral("data:image/%1;base64,").arg(kind) + QString::fromLatin1(data.toBase64());
}

std::optional<double> numberIn(const QXmlStreamAttributes &attributes, const char *name)
{
    QString value = attributes.value(QLatin1String(name)).trimmed().toString();
    if (value.endsWith(QLatin1String("px")))
        value.chop(2);
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// What puts a picture inside the picture to its place, which Qt Svg does not know: as if it were a group.
QString placeOf(const QXmlStreamAttributes &attributes)
{
    QString place = QStringLiteral("translate(%1 %2)")
                        .arg(numberIn(attributes, "x").value_or(0))
                        .arg(numberIn(attributes, "y").value_or(0));
    const QStringList box =
        attributes.value(QLatin1String("viewBox")).toString().replace(u',', u' ').simplified().split(u' ');
    const std::optional<double> width = numberIn(attributes, "width");
    const std::optional<double> height = numberIn(attributes, "height");
    const auto edge = [&box](qsizetype i) { return box[i].toDouble(); };
    if (box.size() != 4 || !(edge(2) > 0) || !(edge(3) > 0) || !width || !height)
        return place;
    const double scale = std::min(*width / edge(2), *height / edge(3));
    return place
        + QStringLiteral(" translate(%1 %2) scale(%3) translate(%4 %5)")
              .arg((*width - edge(2) * scale) / 2)
              .arg((*height - edge(3) * scale) / 2)
              .arg(scale, 0, 'g', 12)
              .arg(-edge(0))
              .arg(-edge(1));
}

/// Copies what is kept from a reader to a writer.
class Cleaning
{
public:
    Cleaning(const QByteArray &content, QByteArray &cleaned)
        : m_reader(content)
        , m_writer(&cleaned)
    {
        // Prefixes are looked at as they are written: many files use xlink: without declaring it.
        m_reader.setNamespaceProcessing(false);
    }

    std::optional<ErrorCode> run()
    {
        while (!m_reader.atEnd()) {
            switch (m_reader.readNext()) {
            case QXmlStreamReader::DTD:
                if (!m_reader.entityDeclarations().isEmpty())
                    return ErrorCode::EntitiesInPicture;
                break;
            case QXmlStreamReader::StartElement:
                if (++m_depth > deepest)
                    return ErrorCode::DamagedDocument;
                begin();
                break;
            case QXmlStreamReader::EndElement:
                --m_depth;
                m_writer.writeEndElement();
                break;
            default: break; // text is in style sheets only
            }
        }
        m_writer.writeEndDocument();
        return m_reader.hasError() || !m_hasRoot ? std::optional(ErrorCode::DamagedDocument) : std::nullopt;
    }

private:
    void leaveOut()
    {
        m_reader.skipCurrentElement();
        --m_depth;
    }

    void begin()
    {
        const QString name = m_reader.name().toString();
        const bool isOurs = m_reader.prefix().isEmpty() || m_reader.prefix() == QLatin1String("svg");
        if (!isOurs || std::ranges::find(keptElements, name) == keptElements.end()
            || (m_depth == 1) != (name == u"svg" && !m_hasRoot))
            return leaveOut();
        if (name == QLatin1String("style"))
            return copyStyle();
        const QXmlStreamAttributes attributes = m_reader.attributes();
        const QString target = targetOf(attributes, name);
        if (target.isEmpty() && (name == QLatin1String("image") || name == QLatin1String("use")))
            return leaveOut();
        if (name == QLatin1String("svg") && m_depth > 1) {
            m_writer.writeStartElement(QStringLiteral("g"));
            m_writer.writeAttribute(QStringLiteral("transform"), placeOf(attributes));
            return;
        }
        m_writer.writeStartElement(name);
        if (m_depth == 1) {
            m_hasRoot = true;
            m_writer.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.w3.org/2000/svg"));
            m_writer.writeAttribute(QStringLiteral("xmlns:xlink"), QStringLiteral("http://www.w3.org/1999/xlink"));
        }
        if (!target.isEmpty())
            m_writer.writeAttribute(QStringLiteral("xlink:href"), target);
        copy(attributes);
    }

    /// Where an element refers to, if it may.
    static QString targetOf(const QXmlStreamAttributes &attributes, const QString &element)
    {
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() != QLatin1String("href"))
                continue;
            const QString value = attribute.value().toString().trimmed();
            if (element == QLatin1String("image"))
                return cleanedData(value);
            return value.startsWith(u'#') ? value : QString();
        }
        return {};
    }

    void copy(const QXmlStreamAttributes &attributes)
    {
        for (const QXmlStreamAttribute &attribute : attributes) {
            const QString name = attribute.name().toString();
            const QString value = attribute.value().toString();
            if (attribute.prefix().isEmpty() && name != QLatin1String("href") && name != QLatin1String("src")
                && name != QLatin1String("xmlns") && !name.startsWith(QLatin1String("on")) && !pointsOutside(value))
                m_writer.writeAttribute(name, value);
        }
    }

    void copyStyle()
    {
        const QString sheet = cleanedStyle(m_reader.readElementText(QXmlStreamReader::SkipChildElements));
        --m_depth;
        m_writer.writeTextElement(QStringLiteral("style"), sheet);
    }

    QXmlStreamReader m_reader;
    QXmlStreamWriter m_writer;
    int m_depth = 0;
    bool m_hasRoot = false;
};

} // namespace

Result<QByteArray> cleanedSvg(const QByteArray &content)
{
    QByteArray cleaned;
    if (const std::optional<ErrorCode> trouble = Cleaning(content, cleaned).run())
        return failure(*trouble);
    return cleaned;
}

} // namespace watchword::app
