// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QMimeData;

namespace watchword::app {

/// What another program gives by the clipboard or a drag: its text as it was written, where Qt would make one of addresses by
/// decoding them.
QString givenText(const QMimeData &data);

/// Whether there is a picture as it would be in a file, by its name: as data of a kind that is read here, or in an address, as
/// many sites show their QR code (`data:image/png;base64,…`, `data:image/svg+xml,…`).
bool hasPictureFile(const QMimeData &data);
/// That picture as it is given, which may be the address; empty when there is none. Never by `imageData`: there Qt decodes
/// whatever it has a plug-in for.
QByteArray pictureFileIn(const QMimeData &data);
/// The picture's file itself, taken out of an address. Of large ones it takes its time: off the GUI thread.
QByteArray withoutAddress(const QByteArray &given);

/// Whether there is nothing but a picture that this program itself has put there.
bool isOwnPicture(const QMimeData &data);

} // namespace watchword::app
