// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/renderer/pdf_drawing.h"

#include "app/renderer/answer.h"

#include <QImage>

#include <poppler-qt6.h>

#include <algorithm>
#include <memory>

namespace watchword::app {

namespace {

using rendering::Outcome;

constexpr double pointsAnInch = 72;

QImage drawnPage(Poppler::Document &document, int number)
{
    const std::unique_ptr<Poppler::Page> page(document.page(number));
    if (!page)
        return {};
    const QSizeF shape = page->pageSizeF();
    const double longer = std::max(shape.width(), shape.height());
    const QSize size = sizeToDraw(shape, longer / pointsAnInch);
    if (size.isEmpty())
        return {};
    return page->renderToImage(size.width() / shape.width() * pointsAnInch,
                               size.height() / shape.height() * pointsAnInch, 0, 0, size.width(), size.height());
}

} // namespace

Outcome drawPdf(const QByteArray &content)
{
    // What it has to say goes nowhere.
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    const std::unique_ptr<Poppler::Document> document(Poppler::Document::loadFromData(content));
    if (!document)
        return Outcome::Damaged;
    if (document->isLocked())
        return Outcome::Locked;
    // Smoothed, the edges between dark modules show as light lines.
    document->setRenderHint(Poppler::Document::Antialiasing, false);
    document->setRenderHint(Poppler::Document::HideAnnotations);
    const int pages = document->numPages();
    bool isDamaged = pages < 1;
    for (int number = 0; number < std::min(pages, rendering::mostPages); ++number)
        isDamaged = !answer(drawnPage(*document, number)) || isDamaged;
    return isDamaged ? Outcome::Damaged : pages > rendering::mostPages ? Outcome::PagesLeftOut : Outcome::Done;
}

} // namespace watchword::app
