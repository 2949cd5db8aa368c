// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/regular_file.h"

#include "core/base/secret_bytes.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace watchword::app {

namespace {

class Descriptor
{
public:
    explicit Descriptor(const QString &path)
        : m_number(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

} // namespace

Result<QByteArray> readRegularFile(const QString &path, qint64 limit)
{
    const Descriptor file(path);
    if (file.number() < 0)
        return failure(errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileNotFound : ErrorCode::FileNotReadable);
    struct stat status = {};
    if (::fstat(file.number(), &status) != 0)
        return failure(ErrorCode::FileNotReadable);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::FileNotRegular);
    if (status.st_size > limit)
        return failure(ErrorCode::TooLarge, QString::number(limit));

    // One byte more than it says, to notice a file that grows meanwhile.
    QByteArray content(qsizetype(status.st_size) + 1, '\0');
    qsizetype size = 0;
    while (size < content.size()) {
        const ssize_t got = ::read(file.number(), content.data() + size, std::size_t(content.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            wipe(content);
            return failure(ErrorCode::FileNotReadable);
        }
        if (got == 0)
            break;
        size += got;
    }
    content.truncate(std::min<qsizetype>(size, qsizetype(status.st_size)));
    return content;
}

} // namespace watchword::app
