// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/code_finder.h"

#include "app/support/searching.h"
#include "core/qr/plane.h"

#include <algorithm>
#include <span>
#include <utility>

namespace watchword::app {

namespace {

constexpr int rowsAtOnce = 64;

bool sendGreys(ChildProgram &child, const QImage &picture)
{
    const auto width = std::size_t(picture.width());
    std::vector<uchar> rows(width * rowsAtOnce);
    bool isSent = true;
    for (int y = 0; y < picture.height() && isSent; y += rowsAtOnce) {
        const int count = std::min(rowsAtOnce, picture.height() - y);
        for (int row = 0; row < count; ++row)
            qr::greysOfRow(picture, y + row, rows.data() + std::size_t(row) * width);
        isSent = child.write(std::as_bytes(std::span(rows).first(std::size_t(count) * width)));
    }
    wipe(std::as_writable_bytes(std::span(rows)));
    return isSent;
}

/// A code as the reader tells of it; nothing when that makes no sense.
std::optional<qr::Found> takeCode(ChildProgram &child, const searching::Answer &answer)
{
    searching::Corners corners = {};
    if (answer[2] > searching::longestPayload || !child.read(std::as_writable_bytes(std::span(corners))))
        return {};
    constexpr auto farthest = qint32(2 * searching::longestSide);
    if (std::ranges::any_of(corners, [](qint32 value) { return value < -farthest || value > farthest; }))
        return {};
    qr::Found found;
    found.payload.resize(answer[2]);
    if (!child.read(found.payload.data()))
        return {};
    for (std::size_t i = 0; i < found.corners.size(); ++i)
        found.corners[i] = QPoint(corners[2 * i], corners[2 * i + 1]);
    found.isQr = answer[1] == quint32(searching::AnswerKind::QrCode);
    return found;
}

} // namespace

QString readerProgram()
{
    return ownProgram(QStringLiteral("watchword-reader"));
}

CodeFinder::CodeFinder(QString program, std::chrono::milliseconds patience)
    : m_program(std::move(program))
    , m_patience(patience)
{
}

CodeFinder::~CodeFinder() = default;

ChildProgram &CodeFinder::child()
{
    if (!m_child)
        m_child = std::make_unique<ChildProgram>(m_program);
    return *m_child;
}

void CodeFinder::prepare(const QSize &size)
{
    const searching::Question question = {searching::preparationMark, quint32(size.width()), quint32(size.height()), 0};
    child().begin({});
    child().write(std::as_bytes(std::span(question))); // if it has ended, that is found out when there is a picture
}

FoundCodes CodeFinder::read(const QImage &picture, const qr::SearchLimits &limits,
                            const std::function<void(const qr::Found &)> &onFound)
{
    FoundCodes found;
    if (picture.isNull())
        return found;
    const bool mayHaveEnded = m_child != nullptr;
    Outcome outcome = ask(picture, limits, onFound, found.codes);
    if (outcome == Outcome::Failed && mayHaveEnded && found.codes.empty())
        outcome = ask(picture, limits, onFound, found.codes);
    found.codes = qr::inReadingOrder(std::move(found.codes));
    const bool isCancelled = limits.cancelled && *limits.cancelled;
    if (outcome == Outcome::Done || isCancelled)
        return found;
    const ErrorCode code = outcome == Outcome::Missing ? ErrorCode::RendererMissing
        : outcome == Outcome::Slow                     ? ErrorCode::RendererSlow
                                                       : ErrorCode::RendererFailed;
    found.error = Error{code, QStringLiteral("search")};
    return found;
}

CodeFinder::Outcome CodeFinder::ask(const QImage &picture, const qr::SearchLimits &limits,
                                    const std::function<void(const qr::Found &)> &onFound,
                                    std::vector<qr::Found> &codes)
{
    ChildProgram &child = this->child();
    bool isSearched = false; // for QR codes: whatever happens then costs nobody an account
    const auto failed = [&] {
        const Outcome outcome = isSearched ? Outcome::Done
            : child.isMissing()            ? Outcome::Missing
            : child.isSlow()               ? Outcome::Slow
                                           : Outcome::Failed;
        m_child.reset();
        return outcome;
    };
    const searching::Question question = {searching::mark, quint32(picture.width()), quint32(picture.height()),
                                          quint32(limits.milliseconds)};
    constexpr std::chrono::hours ever{24};
    child.begin({std::chrono::milliseconds(limits.milliseconds) + m_patience, ever}, limits.cancelled);
    if (!child.isRunning() || !child.write(std::as_bytes(std::span(question))) || !sendGreys(child, picture))
        return failed();
    while (codes.size() <= searching::mostCodes) {
        searching::Answer answer = {};
        if (!child.read(std::as_writable_bytes(std::span(answer))) || answer[0] != searching::mark)
            return failed();
        switch (searching::AnswerKind(answer[1])) {
        case searching::AnswerKind::End: return Outcome::Done;
        case searching::AnswerKind::NoQrCode: isSearched = true; continue;
        case searching::AnswerKind::QrCode:
        case searching::AnswerKind::OtherCode: break;
        default: return failed();
        }
        std::optional<qr::Found> code = takeCode(child, answer);
        if (!code)
            return failed();
        codes.push_back(std::move(*code));
        if (onFound)
            onFound(codes.back());
    }
    return failed();
}

} // namespace watchword::app
