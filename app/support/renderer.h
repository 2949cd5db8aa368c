// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/child_program.h"
#include "core/base/error.h"

#include <QByteArray>
#include <QImage>

#include <functional>
#include <optional>

namespace watchword::app {

/// Takes a picture as soon as it is there; wiping it is the taker's.
using TakePicture = std::function<void(QImage picture)>;

/// Kinds of files that are drawn by the renderer.
enum class Drawing { None, Svg, Pdf };

/// What a file is, by its content.
Drawing drawingIn(const QByteArray &content);

/// Where the renderer is (`ownProgram`).
QString rendererProgram();

/// Has an SVG picture or the first pages of a PDF drawn by a process of our own (`app/renderer`), which gets the bytes and
/// nothing else. It is gone when this returns. What it
/// answers is checked before anything is made of it. Blocking: off the GUI thread. Says why not all of it was drawn:
/// TooLarge, EntitiesInPicture, DamagedDocument, LockedDocument, PagesLeftOut, RendererMissing, RendererFailed, RendererSlow.
std::optional<Error> draw(const QByteArray &content, Drawing kind, const TakePicture &take,
                          const QString &program = rendererProgram(), const Patience &patience = {});

} // namespace watchword::app
