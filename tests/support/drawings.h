// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/writer.h"

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace watchword::tests {

/// One pixel a module, with its white edge.
inline QImage codeOf(const QByteArray &text)
{
    return qr::writeCode(bytesOf(text))->convertToFormat(QImage::Format_RGB32);
}

/// The modules of a code as an SVG would have them, in a box of one unit a module.
inline QByteArray modulesOf(const QByteArray &text, const QByteArray &dark = "#000")
{
    const QImage code = codeOf(text);
    QByteArray path = "<path fill='" + dark + "' d='";
    for (int y = 0; y < code.height(); ++y) {
        for (int x = 0; x < code.width(); ++x) {
            if (qGray(code.pixel(x, y)) < 128)
                path += 'M' + QByteArray::number(x) + ' ' + QByteArray::number(y) + "h1v1h-1z";
        }
    }
    return path + "'/>";
}

inline QByteArray boxOf(const QByteArray &text)
{
    return "viewBox='0 0 " + QByteArray::number(codeOf(text).width()) + ' ' + QByteArray::number(codeOf(text).width())
        + '\'';
}

inline QByteArray svg(const QByteArray &content, const QByteArray &attributes)
{
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + attributes + '>'
        + content + "</svg>";
}

inline QByteArray svgOf(const QByteArray &text)
{
    return svg("<rect width='999' height='999' fill='white'/>" + modulesOf(text), boxOf(text));
}

inline QByteArray png(const QImage &image)
{
    QByteArray content;
    QBuffer buffer(&content);
    image.save(&buffer, "png");
    return content;
}

/// A page for each text, with its code, edge and all, on a square of so many millimetres.
inline QByteArray pdf(const QList<QByteArray> &texts, double millimetres = 30,
                      const QPageSize &page = QPageSize(QPageSize::A4))
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(page);
    writer.setPageMargins({});
    writer.setResolution(1200);
    QPainter painter(&writer);
    const double side = millimetres / 25.4 * 1200;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            writer.newPage();
        if (texts[i].isEmpty())
            continue;
        // Each module a square, not a picture.
        const QImage code = codeOf(texts[i]);
        const double module = side / code.width();
        const QPointF corner((writer.width() - side) / 2.1, (writer.height() - side) / 2.3);
        for (int y = 0; y < code.height(); ++y) {
            for (int x = 0; x < code.width(); ++x) {
                if (qGray(code.pixel(x, y)) < 128)
                    painter.fillRect(QRectF(corner.x() + x * module, corner.y() + y * module, module, module),
                                     Qt::black);
            }
        }
    }
    painter.end();
    return content;
}

} // namespace watchword::tests
