// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A GStreamer plug-in with webcams for the tests: each NAME.png in the folder in which the plug-in lies is a camera of that name
// that sees this picture. A file that comes is a camera plugged in, one that goes is unplugged, one that is replaced is
// something else held up. A name ending in NV12, I420, UYVY, GRAY8 or BGRx is a camera with pixels of that kind (else YUY2); one
// that begins with Busy, Silent or Crashing can be opened by nobody, never gives a picture, or takes its process with it.
#include <QByteArray>
#include <QFile>
#include <QFileInfo>
#include <QImage>

#include <array>
#include <atomic>
#include <csignal>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include <dirent.h>
#include <dlfcn.h>
#include <gst/base/gstpushsrc.h>
#include <gst/gst.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr int width = 640;
constexpr int height = 480;
constexpr int framesASecond = 15;

std::string folder()
{
    Dl_info place = {};
    dladdr(reinterpret_cast<void *>(&folder), &place);
    const std::string path = place.dli_fname;
    return path.substr(0, path.rfind('/'));
}

std::string formatOf(const std::string &camera)
{
    for (const char *format : {"NV12", "I420", "UYVY", "GRAY8", "BGRx"}) {
        if (camera.ends_with(format))
            return format;
    }
    return "YUY2";
}

GstCaps *capsOf(const std::string &camera)
{
    return gst_caps_new_simple("video/x-raw", "format", G_TYPE_STRING, formatOf(camera).c_str(), "width", G_TYPE_INT,
                               width, "height", G_TYPE_INT, height, "framerate", GST_TYPE_FRACTION, framesASecond, 1,
                               nullptr);
}

int luminance(QRgb pixel)
{
    return 16 + (66 * qRed(pixel) + 129 * qGreen(pixel) + 25 * qBlue(pixel) + 128) / 256;
}

/// A picture in the camera's kind of pixels; colours only where the kind has no planes for them.
QByteArray pixelsOf(QImage picture, const std::string &format)
{
    picture = picture.convertToFormat(QImage::Format_RGB32).scaled(width, height);
    if (format == "BGRx")
        return {reinterpret_cast<const char *>(picture.constBits()), picture.sizeInBytes()};
    const bool isPacked = format == "YUY2" || format == "UYVY";
    const qsizetype pixels = qsizetype(width) * height;
    QByteArray bytes(isPacked ? 2 * pixels : format == "GRAY8" ? pixels : pixels * 3 / 2, char(128));
    const qsizetype step = isPacked ? 2 : 1;
    qsizetype at = format == "UYVY" ? 1 : 0;
    for (int y = 0; y < height; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < width; ++x, at += step)
            bytes[at] = char(luminance(line[x]));
    }
    return bytes;
}

// The source of a camera that is in use.

struct Source {
    GstPushSrc parent;
    std::string *camera;
    QByteArray *pixels;
    struct stat seen;
    guint64 frames;
    std::atomic_bool *isStopped;
};
struct SourceClass {
    GstPushSrcClass parent;
};
G_DEFINE_TYPE(Source, source, GST_TYPE_PUSH_SRC)

std::string fileOf(const std::string &camera)
{
    return folder() + "/" + camera + ".png";
}

GstFlowReturn sourceCreate(GstPushSrc *base, GstBuffer **buffer)
{
    auto *self = reinterpret_cast<Source *>(base);
    if (self->camera->starts_with("Crashing"))
        raise(SIGSEGV);
    struct stat now = {};
    if (stat(fileOf(*self->camera).c_str(), &now) != 0) {
        GST_ELEMENT_ERROR(self, RESOURCE, NOT_FOUND, ("The device was unplugged."), (nullptr));
        return GST_FLOW_ERROR;
    }
    if (now.st_ino != self->seen.st_ino || now.st_mtim.tv_nsec != self->seen.st_mtim.tv_nsec) {
        *self->pixels = pixelsOf(QImage(QString::fromStdString(fileOf(*self->camera))), formatOf(*self->camera));
        self->seen = now;
    }
    do {
        g_usleep(G_USEC_PER_SEC / framesASecond);
    } while (self->camera->starts_with("Silent") && !*self->isStopped);
    if (*self->isStopped)
        return GST_FLOW_FLUSHING;
    *buffer = gst_buffer_new_allocate(nullptr, gsize(self->pixels->size()), nullptr);
    gst_buffer_fill(*buffer, 0, self->pixels->constData(), gsize(self->pixels->size()));
    GST_BUFFER_DURATION(*buffer) = GST_SECOND / framesASecond;
    return GST_FLOW_OK;
}

gboolean sourceStart(GstBaseSrc *base)
{
    auto *self = reinterpret_cast<Source *>(base);
    *self->isStopped = false;
    if (self->camera->starts_with("Busy")) {
        GST_ELEMENT_ERROR(self, RESOURCE, BUSY, ("Device '%s' is busy", self->camera->c_str()), (nullptr));
        return FALSE;
    }
    return TRUE;
}

gboolean sourceUnlock(GstBaseSrc *base)
{
    *reinterpret_cast<Source *>(base)->isStopped = true;
    return TRUE;
}

gboolean sourceUnlockStop(GstBaseSrc *base)
{
    *reinterpret_cast<Source *>(base)->isStopped = false;
    return TRUE;
}

GstCaps *sourceCaps(GstBaseSrc *base, GstCaps *filter)
{
    GstCaps *all = capsOf(*reinterpret_cast<Source *>(base)->camera);
    if (!filter)
        return all;
    GstCaps *both = gst_caps_intersect_full(filter, all, GST_CAPS_INTERSECT_FIRST);
    gst_caps_unref(all);
    return both;
}

void sourceFinalize(GObject *object)
{
    auto *self = reinterpret_cast<Source *>(object);
    delete self->camera;
    delete self->pixels;
    delete self->isStopped;
    G_OBJECT_CLASS(source_parent_class)->finalize(object);
}

void source_class_init(SourceClass *kind)
{
    static GstStaticPadTemplate pad =
        GST_STATIC_PAD_TEMPLATE("src", GST_PAD_SRC, GST_PAD_ALWAYS, GST_STATIC_CAPS("video/x-raw"));
    gst_element_class_add_static_pad_template(GST_ELEMENT_CLASS(kind), &pad);
    gst_element_class_set_static_metadata(GST_ELEMENT_CLASS(kind), "A camera of the tests", "Source/Video",
                                          "Sees a PNG file", "The Watchword authors");
    G_OBJECT_CLASS(kind)->finalize = sourceFinalize;
    GST_BASE_SRC_CLASS(kind)->start = sourceStart;
    GST_BASE_SRC_CLASS(kind)->unlock = sourceUnlock;
    GST_BASE_SRC_CLASS(kind)->unlock_stop = sourceUnlockStop;
    GST_BASE_SRC_CLASS(kind)->get_caps = sourceCaps;
    GST_PUSH_SRC_CLASS(kind)->create = sourceCreate;
}

void source_init(Source *self)
{
    self->camera = new std::string;
    self->pixels = new QByteArray;
    self->isStopped = new std::atomic_bool(false);
    gst_base_src_set_live(GST_BASE_SRC(self), TRUE);
    gst_base_src_set_format(GST_BASE_SRC(self), GST_FORMAT_TIME);
    gst_base_src_set_do_timestamp(GST_BASE_SRC(self), TRUE);
}

// The cameras that are plugged in.

struct Device {
    GstDevice parent;
    std::string *camera;
};
struct DeviceClass {
    GstDeviceClass parent;
};
G_DEFINE_TYPE(Device, device, GST_TYPE_DEVICE)

GstElement *deviceElement(GstDevice *base, const gchar *name)
{
    auto *made = static_cast<Source *>(g_object_new(source_get_type(), "name", name, nullptr));
    *made->camera = *reinterpret_cast<Device *>(base)->camera;
    return GST_ELEMENT(made);
}

void deviceFinalize(GObject *object)
{
    delete reinterpret_cast<Device *>(object)->camera;
    G_OBJECT_CLASS(device_parent_class)->finalize(object);
}

void device_class_init(DeviceClass *kind)
{
    GST_DEVICE_CLASS(kind)->create_element = deviceElement;
    G_OBJECT_CLASS(kind)->finalize = deviceFinalize;
}

void device_init(Device *self)
{
    self->camera = new std::string;
}

GstDevice *newDevice(const std::string &camera)
{
    GstCaps *caps = capsOf(camera);
    auto *made = static_cast<Device *>(g_object_new(device_get_type(), "display-name", camera.c_str(), "caps", caps,
                                                    "device-class", "Video/Source", nullptr));
    gst_caps_unref(caps);
    *made->camera = camera;
    return GST_DEVICE(made);
}

/// Who hears of them.
struct Provider {
    GstDeviceProvider parent;
    std::map<std::string, GstDevice *> *known;
    std::thread *watch;
    int stop[2];
};
struct ProviderClass {
    GstDeviceProviderClass parent;
};
G_DEFINE_TYPE(Provider, provider, GST_TYPE_DEVICE_PROVIDER)

std::map<std::string, GstDevice *> camerasInFolder()
{
    std::map<std::string, GstDevice *> found;
    DIR *files = opendir(folder().c_str());
    while (const dirent *file = files ? readdir(files) : nullptr) {
        const std::string name = file->d_name;
        if (name.ends_with(".png") && !name.starts_with('.'))
            found[name.substr(0, name.size() - 4)] = nullptr;
    }
    if (files)
        closedir(files);
    return found;
}

GList *providerProbe(GstDeviceProvider *)
{
    GList *list = nullptr;
    for (const auto &[camera, device] : camerasInFolder())
        list = g_list_prepend(list, newDevice(camera));
    return list;
}

void compare(Provider *self)
{
    const auto now = camerasInFolder();
    for (const auto &[camera, device] : now) {
        if (self->known->contains(camera))
            continue;
        GstDevice *made = newDevice(camera);
        (*self->known)[camera] = GST_DEVICE(gst_object_ref(made));
        gst_device_provider_device_add(GST_DEVICE_PROVIDER(self), made);
    }
    for (auto known = self->known->begin(); known != self->known->end();) {
        if (now.contains(known->first)) {
            ++known;
            continue;
        }
        gst_device_provider_device_remove(GST_DEVICE_PROVIDER(self), known->second);
        gst_object_unref(known->second);
        known = self->known->erase(known);
    }
}

void watch(Provider *self, int changes)
{
    std::array<pollfd, 2> waiting = {pollfd{changes, POLLIN, 0}, pollfd{self->stop[0], POLLIN, 0}};
    std::array<char, 4096> ignored;
    while (poll(waiting.data(), waiting.size(), -1) >= 0 && waiting[1].revents == 0) {
        if (read(changes, ignored.data(), ignored.size()) < 0)
            break;
        compare(self);
    }
    close(changes);
}

gboolean providerStart(GstDeviceProvider *base)
{
    auto *self = reinterpret_cast<Provider *>(base);
    const int changes = inotify_init1(IN_CLOEXEC);
    inotify_add_watch(changes, folder().c_str(), IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE);
    compare(self);
    if (pipe(self->stop) != 0)
        return FALSE;
    self->watch = new std::thread(watch, self, changes);
    return TRUE;
}

void providerStop(GstDeviceProvider *base)
{
    auto *self = reinterpret_cast<Provider *>(base);
    close(self->stop[1]); // its other end hears that
    self->watch->join();
    close(self->stop[0]);
    delete self->watch;
    for (const auto &[camera, device] : *self->known)
        gst_object_unref(device);
    self->known->clear();
}

void provider_class_init(ProviderClass *kind)
{
    GST_DEVICE_PROVIDER_CLASS(kind)->probe = providerProbe;
    GST_DEVICE_PROVIDER_CLASS(kind)->start = providerStart;
    GST_DEVICE_PROVIDER_CLASS(kind)->stop = providerStop;
    gst_device_provider_class_set_static_metadata(GST_DEVICE_PROVIDER_CLASS(kind), "Cameras of the tests",
                                                  "Source/Video", "PNG files as cameras", "The Watchword authors");
}

void provider_init(Provider *self)
{
    self->known = new std::map<std::string, GstDevice *>;
}

gboolean start(GstPlugin *plugin)
{
    return gst_device_provider_register(plugin, "watchwordtestcameras", GST_RANK_PRIMARY, provider_get_type());
}

} // namespace

#define PACKAGE "watchword"
GST_PLUGIN_DEFINE(GST_VERSION_MAJOR, GST_VERSION_MINOR, watchwordtestcameras, "Cameras of the tests", start, "1", "GPL",
                  "watchword", "https://watchword.example/")
