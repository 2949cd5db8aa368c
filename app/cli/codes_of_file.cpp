// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/codes_of_file.h"

#include "app/support/code_finder.h"
#include "app/support/picture_file.h"

namespace watchword::app::cli {

CodesOfFile codesInFile(const QString &path)
{
    CodesOfFile file;
    CodeFinder finder;
    std::optional<Error> searchError;
    int page = 0;
    PicturesRead read = openPictureFile(path, [&](QImage picture) {
        ++page;
        FoundCodes found = finder.read(picture);
        for (qr::Found &code : found.codes)
            file.codes.push_back({std::move(code), page});
        if (!searchError)
            searchError = std::move(found.error);
        wipe(std::as_writable_bytes(std::span(picture.bits(), std::size_t(picture.sizeInBytes()))));
    });
    file.isPdf = read.isPdf;
    file.hasMorePages = read.error && read.error->code == ErrorCode::PagesLeftOut;
    if (!file.hasMorePages)
        file.error = std::move(read.error);
    if (!file.error && file.codes.empty())
        file.error = std::move(searchError);
    return file;
}

Error noCodeIn(const CodesOfFile &file)
{
    return {ErrorCode::NoCodeInPicture,
            file.hasMorePages ? QStringLiteral("pdf start")
                : file.isPdf  ? QStringLiteral("pdf")
                              : QString()};
}

} // namespace watchword::app::cli
