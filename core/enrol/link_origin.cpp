// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrol/link_origin.h"

#include "core/accounts/otpauth_uri.h"
#include "core/base/text_bytes.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace watchword::enrol {

namespace {

// The beginnings (in lower case) that say what a link is.
struct Beginning {
    QByteArrayView prefix;
    Kind kind;
    Origin origin;
};

constexpr std::array beginnings = {
    Beginning{"phonefactor:", Kind::Foreign, Origin::MicrosoftPhoneFactor},
    // privacyIDEA, eduMFA, Keycloak push-mfa-extension
    Beginning{"pia://", Kind::Push, Origin::PushEnrolment},
    Beginning{"edumfa-push://", Kind::Push, Origin::PushEnrolment},
    Beginning{"my-secure://enroll", Kind::Push, Origin::PushEnrolment},
    // tiqr, eduID
    Beginning{"tiqrenroll:", Kind::Push, Origin::TiqrEnrolment},
    Beginning{"eduidenroll:", Kind::Push, Origin::TiqrEnrolment},
    Beginning{"tiqrauth:", Kind::Login, Origin::TiqrLogin},
    Beginning{"eduidauth:", Kind::Login, Origin::TiqrLogin},
    Beginning{"wifi:", Kind::Other, Origin::WiFi},
    Beginning{"upi://pay?", Kind::Other, Origin::Payment},
    // Programs that let nobody else use their codes
    Beginning{"duo:", Kind::Foreign, Origin::Duo},
    Beginning{"oktaverify:", Kind::Foreign, Origin::OktaVerify},
    Beginning{"pingid:", Kind::Foreign, Origin::PingId},
    Beginning{"vip:", Kind::Foreign, Origin::SymantecVip},
    Beginning{"vipaccess:", Kind::Foreign, Origin::SymantecVip},
    Beginning{"com.rsa.securid://", Kind::Foreign, Origin::RsaSecurId},
    Beginning{"com.rsa.securid.iphone://", Kind::Foreign, Origin::RsaSecurId},
    // Linking of a device
    Beginning{"sgnl://linkdevice", Kind::Foreign, Origin::SignalLinking},
    Beginning{"tsdevice:", Kind::Foreign, Origin::SignalLinking},
    Beginning{"tg://login", Kind::Foreign, Origin::TelegramLinking},
};

// "VIP: call Jane" is somebody's note.
bool begins(ByteView link, QByteArrayView prefix)
{
    const auto length = std::size_t(prefix.size());
    return startsWithFolded(link, prefix) && link.size() > length && link[length] != std::byte{' '};
}

// Types of an otpauth link that enrol for push and hold no key for codes.
constexpr std::array<QByteArrayView, 3> pushTypes = {"otpauth://pipush", "otpauth://push", "otpauth://edupush"};

bool isPushType(ByteView link)
{
    return std::ranges::any_of(pushTypes, [link](QByteArrayView type) {
        const auto length = std::size_t(type.size());
        return startsWithFolded(link, type)
            && (link.size() == length || link[length] == std::byte{'/'} || link[length] == std::byte{'?'});
    });
}

bool isMicrosoftHost(const QString &host)
{
    static const QStringList hosts = {QStringLiteral("login.microsoftonline.com"),
                                      QStringLiteral("login.microsoftonline.us"),
                                      QStringLiteral("login.partner.microsoftonline.cn"),
                                      QStringLiteral("login.microsoft.com"), QStringLiteral("login.windows.net")};
    return hosts.contains(host);
}

LinkOrigin originOfWebLink(ByteView link)
{
    // Browsers take a backslash for a slash and Qt does not: no host is better than the wrong one.
    const QString text = textFromOutside(link);
    if (text.contains(QLatin1Char('\\')))
        return {Kind::Other, Origin::WebLink, QString()};
    const QUrl url(text, QUrl::TolerantMode);
    const QString host = url.host(QUrl::FullyEncoded);
    if (host.isEmpty())
        return {};
    const QString path = url.path(QUrl::FullyEncoded).toLower();
    if (isMicrosoftHost(host) && path.startsWith(QLatin1String("/authenticatorapp/activateaccount")))
        return {Kind::Foreign, Origin::MicrosoftActivation, host};
    if (path == QLatin1String("/tiqrenroll") || path.startsWith(QLatin1String("/tiqrenroll/")))
        return {Kind::Push, Origin::TiqrEnrolment, host};
    if (path == QLatin1String("/tiqrauth") || path.startsWith(QLatin1String("/tiqrauth/")))
        return {Kind::Login, Origin::TiqrLogin, host};
    if (host.endsWith(QLatin1String(".duosecurity.com")))
        return {Kind::Foreign, Origin::Duo, host};
    // Other pages of s.team invite friends.
    if (host == QLatin1String("s.team") && path.startsWith(QLatin1String("/q/")))
        return {Kind::Foreign, Origin::SteamLogin, host};
    // Compressed tokens and activation codes of RSA, which only its app opens at this address
    if (host == QLatin1String("127.0.0.1")
        && (path == QLatin1String("/securid/ctf") || path == QLatin1String("/securid/ctkip")))
        return {Kind::Foreign, Origin::RsaSecurId, host};
    if (host == QLatin1String("wa.me") && path == QLatin1String("/settings/linked_devices"))
        return {Kind::Foreign, Origin::WhatsAppLinking, host};
    return {Kind::Other, Origin::WebLink, host};
}

// WhatsApp's: a version, the server's reference, and three or more keys in base64.
bool isWhatsAppCode(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^[0-9]@[A-Za-z0-9+/=_-]{8,}(?:,[A-Za-z0-9+/=_-]{8,}){2,}$"));
    return shape.match(text).hasMatch();
}

// The client's public key and more, as one long number (CTAP 2.2, "hybrid transports").
bool isPasskeyCode(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^FIDO:/[0-9]{40,}$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return shape.match(text).hasMatch();
}

// Duo's codes: 20 letters and digits, a dash, base64 of the server's name.
bool isDuoCode(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9]{20,40}-([A-Za-z0-9+/=]{16,200})$"));
    const QRegularExpressionMatch match = shape.match(text);
    return match.hasMatch()
        && QByteArray::fromBase64(match.captured(1).toLatin1()).toLower().endsWith(".duosecurity.com");
}

} // namespace

LinkOrigin originOf(ByteView link)
{
    // Every beginning below has one of these; most lines of a text have none.
    const auto isMark = [](std::byte byte) {
        return byte == std::byte{':'} || byte == std::byte{'@'} || byte == std::byte{'-'};
    };
    if (link.size() > accounts::longestUri || std::ranges::none_of(link, isMark))
        return {};
    if (isPushType(link))
        return {Kind::Push, Origin::PushEnrolment, QString()};
    const auto known =
        std::ranges::find_if(beginnings, [link](const Beginning &beginning) { return begins(link, beginning.prefix); });
    if (known != beginnings.end())
        return {known->kind, known->origin, QString()};
    if (startsWithFolded(link, "http://") || startsWithFolded(link, "https://"))
        return originOfWebLink(link);
    const QString text = textFromOutside(link);
    static const QRegularExpression anyScheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*://\\S+$"));
    if (isDuoCode(text))
        return {Kind::Foreign, Origin::Duo, QString()};
    if (isPasskeyCode(text))
        return {Kind::Foreign, Origin::PasskeyHybrid, QString()};
    if (isWhatsAppCode(text))
        return {Kind::Foreign, Origin::WhatsAppLinking, QString()};
    return {Kind::Other, anyScheme.match(text).hasMatch() ? Origin::None : Origin::PlainText, QString()};
}

} // namespace watchword::enrol
