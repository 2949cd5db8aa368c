// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gathered.h"

#include "app/cli/invocation.h"
#include "app/cli/output.h"
#include "app/support/outside_text.h"
#include "core/accounts/label.h"
#include "core/accounts/query_parameters.h"
#include "core/base/text_bytes.h"
#include "core/enrol/recognise.h"

#include <algorithm>
#include <array>

namespace watchword::app::cli {

namespace {

/// A line of a text, or one link of several on a line with commas between.
struct Piece {
    ByteView text;
    int line = 1;
};

// The cuts are those of enrol::recognise, which does not say what came from where.
std::vector<Piece> linkPieces(ByteView text)
{
    std::vector<Piece> pieces;
    std::size_t from = 0;
    int line = 1;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? char(text[i]) : '\n';
        const ByteView rest = text.subspan(std::min(i + 1, text.size()));
        const bool endsLine = c == '\n' || c == '\r';
        if (!endsLine && (c != ',' || (!startsWithFolded(rest, "otpauth") && !startsWithFolded(rest, "apple-otpauth"))))
            continue;
        const ByteView piece = trimmed(text.subspan(from, i - from));
        if (!piece.empty())
            pieces.push_back({piece, line});
        from = i + 1;
        if (endsLine && (c == '\n' || rest.empty() || rest.front() != std::byte{'\n'}))
            ++line;
    }
    return pieces;
}

// A name may be shown; a key that a broken link has in the place of the name may not.
bool mayHoldKey(const QString &name, const SecretBytes &secret)
{
    const QByteArray utf8 = name.toUtf8();
    return name.contains(u'=') || name.contains(u'&') || name.contains(QLatin1String("secret"), Qt::CaseInsensitive)
        || name.contains(QLatin1String("otpauth"), Qt::CaseInsensitive) || utf8.contains(secret.text())
        || enrol::looksLikeBareKey(bytesOf(utf8));
}

// `issuer:name` of a link that cannot be added; empty when it has none or it is not sure that it is one.
QString nameInLink(ByteView link)
{
    static constexpr std::array<QByteArrayView, 2> schemes = {"otpauth://", "apple-otpauth://"};
    const auto scheme =
        std::ranges::find_if(schemes, [link](QByteArrayView beginning) { return startsWithFolded(link, beginning); });
    const auto mark = std::ranges::find(link, std::byte{'?'});
    if (scheme == schemes.end() || mark == link.end())
        return {};
    const auto slash = std::find(link.begin() + scheme->size(), mark, std::byte{'/'});
    const accounts::QueryParameters query = accounts::QueryParameters::ofLink(link);
    const SecretBytes secret = query.value("secret");
    if (slash == mark || secret.isEmpty())
        return {};
    const accounts::Label label = accounts::Label::read(ByteView(slash + 1, mark), query.text("issuer"));
    if (mayHoldKey(label.issuer, secret) || mayHoldKey(label.name, secret))
        return {};
    const QString between = label.issuer.isEmpty() || label.name.isEmpty() ? QString() : QStringLiteral(":");
    return outsideText(label.issuer + between + label.name);
}

} // namespace

void Gathered::take(ByteView text, const QString &place)
{
    enrol::Recognition whole = enrol::recognise(text);
    const std::size_t before = refused.size();
    for (const Piece &piece : linkPieces(text)) {
        const enrol::Recognition read = enrol::recognise(piece.text);
        const bool isRefused = !read.refused.empty() || read.kind != enrol::Kind::Other;
        if (!read.accounts.empty() || !isRefused)
            continue; // taken with the whole, or words and web addresses between the links
        const QString name = nameInLink(piece.text);
        const QString where = place.isEmpty() ? CommandLine::tr("Line %1").arg(piece.line) : place;
        refuse(read, name.isEmpty() ? where : name, place.isEmpty() || !read.refused.empty());
    }
    if (refused.size() == before && (whole.accounts.empty() || !whole.refused.empty()))
        refuse(whole, place.isEmpty() ? CommandLine::tr("The text") : place, !whole.refused.empty());
    std::ranges::move(whole.accounts, std::back_inserter(proposals));
}

void Gathered::refuse(const enrol::Recognition &read, const QString &what, bool wasMeantAsAccount)
{
    for (const Error &error : read.refused)
        refused.push_back({errorId(error.code), what, errorText(error), wasMeantAsAccount});
    if (read.refused.empty())
        refused.push_back({errorId(ErrorCode::NotAnAccount),
                           what,
                           {originText(read.origin, read.host).sentence, {}},
                           wasMeantAsAccount});
}

} // namespace watchword::app::cli
