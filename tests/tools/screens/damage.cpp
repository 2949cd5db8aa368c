// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/damage.h"

#include <QBuffer>

#include <algorithm>
#include <cmath>
#include <vector>

namespace watchword::screens {

namespace {

/// Which pixels of a row make one pixel of the new row, and how much of each.
struct Taps {
    int first = 0;
    std::vector<float> weights;
};

double bilinearWeight(double x)
{
    return std::max(0.0, 1 - std::abs(x));
}

/// Catmull and Rom, as most programs scale pictures "bicubically".
double bicubicWeight(double x)
{
    x = std::abs(x);
    if (x < 1)
        return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

std::vector<Taps> tapsFor(int from, int to, Zoom zoom)
{
    const double step = double(from) / to;
    const double width = std::max(1.0, step); // made smaller, each pixel is made of all that fall into it
    std::vector<Taps> all(std::size_t(to), Taps{});
    for (int i = 0; i < to; ++i) {
        Taps &taps = all[std::size_t(i)];
        const double middle = (i + 0.5) * step;
        if (zoom == Zoom::Nearest) {
            taps = {int(middle), {1.0F}};
            continue;
        }
        const double reach = width * (zoom == Zoom::Bicubic ? 2 : 1);
        taps.first = int(std::floor(middle - reach));
        double sum = 0;
        for (int at = taps.first; at <= int(std::ceil(middle + reach)); ++at) {
            const double distance = (at + 0.5 - middle) / width;
            const double weight = zoom == Zoom::Bicubic ? bicubicWeight(distance) : bilinearWeight(distance);
            taps.weights.push_back(float(weight));
            sum += weight;
        }
        for (float &weight : taps.weights)
            weight /= float(sum);
    }
    return all;
}

uchar asByte(float value)
{
    return uchar(std::clamp(std::lround(value), 0L, 255L));
}

/// Each row by the taps, written as a column: twice is both directions.
QImage tappedAndTransposed(const QImage &picture, const std::vector<Taps> &taps)
{
    QImage result(picture.height(), int(taps.size()), picture.format());
    const int last = picture.width() - 1;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (std::size_t x = 0; x < taps.size(); ++x) {
            float sum[4] = {0, 0, 0, 0};
            for (std::size_t i = 0; i < taps[x].weights.size(); ++i) {
                const QRgb pixel = row[std::clamp(taps[x].first + int(i), 0, last)];
                const float weight = taps[x].weights[i];
                for (unsigned channel = 0; channel < 4; ++channel)
                    sum[channel] += weight * float((pixel >> (8U * channel)) & 255U);
            }
            QRgb value = 0;
            for (unsigned channel = 0; channel < 4; ++channel)
                value |= QRgb(asByte(sum[channel])) << (8U * channel);
            reinterpret_cast<QRgb *>(result.scanLine(int(x)))[y] = value;
        }
    }
    return result;
}

std::vector<Taps> bellTaps(int length, double deviation)
{
    const int reach = int(std::ceil(3 * deviation));
    std::vector<float> bell;
    double sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        const double weight = std::exp(-i * i / (2 * deviation * deviation));
        bell.push_back(float(weight));
        sum += weight;
    }
    for (float &weight : bell)
        weight /= float(sum);
    std::vector<Taps> all;
    all.reserve(std::size_t(length));
    for (int i = 0; i < length; ++i)
        all.push_back({i - reach, bell});
    return all;
}

} // namespace

QImage zoomed(const QImage &picture, const QSize &size, Zoom zoom)
{
    if (zoom == Zoom::None || size == picture.size())
        return picture;
    const QImage turned = tappedAndTransposed(picture, tapsFor(picture.width(), size.width(), zoom));
    return tappedAndTransposed(turned, tapsFor(picture.height(), size.height(), zoom));
}

QImage blurred(const QImage &picture, double deviation)
{
    const QImage turned = tappedAndTransposed(picture, bellTaps(picture.width(), deviation));
    return tappedAndTransposed(turned, bellTaps(picture.height(), deviation));
}

QImage noisy(QImage picture, double deviation, Random &random)
{
    for (int y = 0; y < picture.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            if (qAlpha(row[x]) < 255)
                continue; // beside a turned picture
            const float all = float(random.bell() * deviation);
            const float one = float(random.real(-0.6, 0.6) * deviation);
            row[x] = qRgba(asByte(float(qRed(row[x])) + all + one), asByte(float(qGreen(row[x])) + all),
                           asByte(float(qBlue(row[x])) + all - one), qAlpha(row[x]));
        }
    }
    return picture;
}

QImage asJpeg(const QImage &picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPG", quality);
    return QImage::fromData(bytes, "JPG").convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace watchword::screens
