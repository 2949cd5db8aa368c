// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/video_nodes.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace watchword::app {

namespace {

constexpr int mostNodes = 64;

/// The driver's answer to `request`, or the error's number.
template <class Argument>
int asked(int node, unsigned long request, Argument &argument)
{
    while (::ioctl(node, request, &argument) < 0) {
        if (errno != EINTR)
            return errno;
    }
    return 0;
}

/// Giving up buffers that we do not have is refused while another program has some.
bool isBusy(int node)
{
    v4l2_requestbuffers none = {};
    none.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    none.memory = V4L2_MEMORY_MMAP;
    return asked(node, VIDIOC_REQBUFS, none) == EBUSY;
}

void lookAt(int node, const QString &name, VideoNodes &nodes)
{
    v4l2_capability capability = {};
    if (asked(node, VIDIOC_QUERYCAP, capability) != 0 || !(capability.device_caps & V4L2_CAP_VIDEO_CAPTURE))
        return;
    nodes.hasCamera = true;
    const auto *card = reinterpret_cast<const char *>(capability.card);
    if (!name.isEmpty() && name == QString::fromUtf8(card, qsizetype(::strnlen(card, sizeof capability.card))))
        nodes.isBusy = nodes.isBusy || isBusy(node);
}

} // namespace

VideoNodes lookAtVideoNodes(const QString &name, const QByteArray &folder)
{
    VideoNodes nodes;
    for (int i = 0; i < mostNodes; ++i) {
        const QByteArray path = folder + "/video" + QByteArray::number(i);
        const int node = ::open(path.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        if (node < 0) {
            nodes.isRefused = nodes.isRefused || errno == EACCES || errno == EPERM;
            nodes.isBusy = nodes.isBusy || errno == EBUSY;
            continue;
        }
        lookAt(node, name, nodes);
        ::close(node);
    }
    return nodes;
}

} // namespace watchword::app
