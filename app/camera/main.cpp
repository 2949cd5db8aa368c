// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The camera for Watchword, which starts this with a socket on standard input and common memory as file 3
// (app/support/camera_messages.h). Media libraries, their plug-ins and drivers run here and nowhere else. What it frees is cleared
// (core/base/clearing_heap.cpp).
#include "app/camera/confinement.h"
#include "app/camera/filming.h"
#include "app/camera/video_nodes.h"

#include <QCoreApplication>

#include <cstdlib>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace watchword::app;

int main(int argc, char **argv)
{
    struct stat pixels = {};
    if (::fstat(camera::pixelsFile, &pixels) != 0 || pixels.st_size < camera::mostPixels)
        return EXIT_FAILURE;
    void *memory = ::mmap(nullptr, camera::mostPixels, PROT_READ | PROT_WRITE, MAP_SHARED, camera::pixelsFile, 0);
    if (memory == MAP_FAILED)
        return EXIT_FAILURE;
    confineCamera();
    // A camera of the kernel's is had from the kernel: through the media server of 2023 frames are taken away while they are read.
    if (lookAtVideoNodes().hasCamera)
        qputenv("PIPEWIRE_REMOTE", "/nonexistent");
    const QCoreApplication application(argc, argv);
    Filming filming(STDIN_FILENO, {static_cast<std::byte *>(memory), std::size_t(camera::mostPixels)});
    filming.start();
    return QCoreApplication::exec();
}
