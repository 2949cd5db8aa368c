// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/error_text.h"

#include "app/support/desktop_kind.h"
#include "app/support/outside_text.h"
#include "core/vault/state.h"

#include <QSysInfo>

namespace watchword::app {

namespace {

/// The context of these sentences in the translations.
struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static ErrorText of(const Error &error);

private:
    static ErrorText invalidBase32(const QString &character);
    static ErrorText unknownAlgorithm(const QString &name);
    static ErrorText vaultBusy(const QString &computer);
    static QString portalMissing(const QString &desktop);
    static QString captureRefused(const QString &desktop);
    static QString ownScreenshot();
    static QString instead();
    static ErrorText damagedDocument(const QString &kind);
    static ErrorText noCode(const QString &where);
    static ErrorText withFolder(ErrorText text, const QString &path);
};

ErrorText ErrorWords::invalidBase32(const QString &character)
{
    ErrorText text;
    text.sentence = character.isEmpty()
        ? tr("That is not a key: a key has only the letters A to Z and the digits 2 to 7.")
        : tr("A key cannot have the character “%1”: it has only the letters A to Z and the digits 2 to 7.")
              .arg(outsideTextInSentence(character));
    if (character == QLatin1String("0"))
        text.hint = tr("Is the 0 perhaps the letter O? Compare it with the site and change it.");
    else if (character == QLatin1String("1"))
        text.hint = tr("Is the 1 perhaps the letter L or I? Compare it with the site and change it.");
    else if (character == QLatin1String("8"))
        text.hint = tr("Is the 8 perhaps the letter B? Compare it with the site and change it.");
    else
        text.hint = tr("Copy the key from the site once more, all of it and nothing else.");
    return text;
}

ErrorText ErrorWords::unknownAlgorithm(const QString &name)
{
    return {name.isEmpty() ? tr("The account wants an algorithm that Watchword does not know.")
                           : tr("The account wants the algorithm “%1”, which Watchword does not know.")
                                 .arg(outsideTextInSentence(name)),
            tr("Its codes would be wrong, so it was not added. Ask the site for a QR code for any authenticator app.")};
}

ErrorText ErrorWords::vaultBusy(const QString &computer)
{
    const bool isElsewhere = !computer.isEmpty() && computer != QSysInfo::machineHostName();
    return {isElsewhere ? tr("Watchword on %1 is just saving your accounts.").arg(outsideTextInSentence(computer))
                        : tr("Another program is just saving your accounts."),
            tr("Try again in a moment.")};
}

/// A way that needs no portal, after what else there is to do.
QString ErrorWords::ownScreenshot()
{
    return QLatin1Char(' ')
        + tr("Or take a picture of the QR code with your desktop’s own screenshot key, then paste it here or choose its file.");
}

QString ErrorWords::portalMissing(const QString &desktop)
{
    QString packages;
    switch (desktopKind(desktop)) {
    case DesktopKind::Gnome: packages = tr("“xdg-desktop-portal-gnome”"); break;
    case DesktopKind::Kde: packages = tr("“xdg-desktop-portal-kde”"); break;
    // One takes the pictures, the other lets the portal ask, without which it takes none.
    case DesktopKind::Wlroots: packages = tr("“xdg-desktop-portal-wlr” and “xdg-desktop-portal-gtk”"); break;
    case DesktopKind::Other: packages = tr("the part of “xdg-desktop-portal” for your desktop"); break;
    }
    return tr("Install %1, then sign out of the desktop and in again.").arg(packages) + ownScreenshot();
}

QString ErrorWords::captureRefused(const QString &desktop)
{
    switch (desktopKind(desktop)) {
    case DesktopKind::Gnome:
        return tr("In the desktop’s Settings, under Apps, choose Watchword and allow screenshots; then try again.")
            + ownScreenshot();
    case DesktopKind::Kde:
        return tr("In System Settings, under Application Permissions, allow Watchword to take screenshots; then try "
                  "again.")
            + ownScreenshot();
    case DesktopKind::Wlroots:
        return tr("See that “xdg-desktop-portal-wlr” and “grim” are installed, which take pictures of the screen; then "
                  "try again.")
            + ownScreenshot();
    case DesktopKind::Other: break;
    }
    return tr("Allow Watchword to take screenshots in the desktop’s settings; then try again.") + ownScreenshot();
}

/// A way that needs no drawing of ours.
QString ErrorWords::instead()
{
    return tr(
        "Open it in another program and scan the screen, or take a picture of the QR code there and choose that.");
}

ErrorText ErrorWords::damagedDocument(const QString &kind)
{
    return {kind == QLatin1String("pdf")       ? tr("The PDF is damaged or cut off.")
                : kind == QLatin1String("svg") ? tr("The SVG picture is damaged or cut off.")
                                               : tr("The file is damaged or cut off."),
            tr("Download or save it once more, or take a picture of the QR code and choose that.")};
}

ErrorText ErrorWords::noCode(const QString &where)
{
    if (where == QLatin1String("pdf"))
        return {tr("There is no QR code in the PDF."),
                tr("If you see one in another program, make it large there and scan the screen.")};
    if (where == QLatin1String("pdf start"))
        return {tr("There is no QR code on the first 20 pages of the PDF; later pages were not looked at."),
                tr("If the QR code is on a later page, open that page and scan the screen.")};
    return {tr("There is no QR code in the picture."),
            tr("Choose a picture in which the whole code can be seen, sharp and with its white edge.")};
}

/// Says where the folder is, if the error does.
ErrorText ErrorWords::withFolder(ErrorText text, const QString &path)
{
    if (path.startsWith(u'/'))
        text.hint += QLatin1Char(' ') + tr("The folder is %1.").arg(outsideTextInSentence(path));
    return text;
}

// One case a code and no default: a new code without words does not compile. Longer than functions are here, but a list.
ErrorText ErrorWords::of(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Internal:
        return {tr("Watchword made a mistake of its own."),
                tr("Nothing was changed. Please try again, and report it when it happens again.")};
    // texts and links
    case ErrorCode::EmptyInput: return {tr("There is nothing to read."), tr("Copy a QR code, a link or a key first.")};
    case ErrorCode::NotText:
        return {tr("That is neither text nor a picture."), tr("Watchword reads pictures of QR codes, links and keys.")};
    case ErrorCode::TooLarge:
        return {tr("That is too large to be an account."),
                tr("Choose only the picture, the link or the key of the account.")};
    case ErrorCode::NotAnAccount:
        return {
            tr("That text is not an account."),
            tr("An account is a link that begins with otpauth:// or a key of the letters A to Z and the digits 2 to 7.")};
    case ErrorCode::UnknownType:
        return {tr("The link asks for a kind of code that Watchword does not know."),
                tr("Ask the site for a QR code for any authenticator app.")};
    case ErrorCode::MissingSecret:
        return {tr("There is no key in it, so it cannot make codes."),
                tr("Copy the link or the key from the site once more, all of it.")};
    case ErrorCode::InvalidBase32: return invalidBase32(error.detail);
    case ErrorCode::UnknownAlgorithm: return unknownAlgorithm(error.detail);
    case ErrorCode::InvalidDigits:
        return {tr("The account wants codes of a length that cannot be."),
                tr("Codes have 1 to 10 digits. Ask the site for a new QR code.")};
    case ErrorCode::InvalidPeriod:
        return {tr("The account wants a new code after a time that cannot be."),
                tr("A code holds for 1 to 86,400 seconds. Ask the site for a new QR code.")};
    case ErrorCode::InvalidCounter:
        return {tr("The account’s counter is not a number that can be."), tr("Ask the site for a new QR code.")};
    case ErrorCode::MalformedLink:
        return {tr("The link is broken."), tr("Copy it once more, from its beginning to its end.")};
    case ErrorCode::DamagedExport:
        return {tr("This export of Google Authenticator is damaged or cut off."),
                tr("Show its QR code on the phone once more and scan it.")};
    case ErrorCode::EmptyExport:
        return {tr("This export of Google Authenticator holds no accounts."),
                tr("Choose the accounts on the phone and export them once more.")};
    // pictures and screens
    case ErrorCode::NotAPicture:
        return {tr("The file is not a picture that Watchword can read."),
                tr("Choose a PNG, JPEG, WebP, GIF, BMP or SVG picture of the QR code, or a PDF.")};
    case ErrorCode::PictureTooLarge:
        return {tr("The picture is too large."), tr("Cut out the part with the QR code and choose that.")};
    case ErrorCode::PackedPicture:
        return {tr("The file is packed with gzip, as SVG pictures called .svgz are."),
                tr("Unpack it, or save the picture as PNG, and choose that.")};
    case ErrorCode::EntitiesInPicture:
        return {tr("The SVG picture contains abbreviations that could grow without end, so it was not drawn."),
                tr("Save it as a PNG picture and choose that.")};
    case ErrorCode::DamagedDocument: return damagedDocument(error.detail);
    case ErrorCode::LockedDocument: return {tr("The PDF is protected by a password."), instead()};
    case ErrorCode::PagesLeftOut:
        return {tr("Only the first 20 pages of the PDF were looked at."),
                tr("If the QR code is on a later page, open that page and scan the screen.")};
    case ErrorCode::RendererMissing:
        if (error.detail == QLatin1String("search"))
            return {tr("The part of Watchword that finds QR codes in pictures is missing."),
                    tr("Install Watchword once more; or type the key of the account.")};
        return {tr("The part of Watchword that draws SVG pictures and PDFs is missing."),
                tr("Install Watchword once more; or take a picture of the QR code and choose that.")};
    case ErrorCode::RendererFailed:
        if (error.detail == QLatin1String("search"))
            return {tr("The search for a QR code broke off before its end."),
                    tr("Show the whole code larger, with little beside it, and try again.")};
        return {tr("The file could not be drawn."), instead()};
    case ErrorCode::RendererSlow:
        if (error.detail == QLatin1String("search"))
            return {tr("The search for a QR code took too long and was stopped."),
                    tr("Show the whole code larger, with little beside it, and try again.")};
        return {tr("Drawing the file took too long and was stopped."), instead()};
    case ErrorCode::NoCodeInPicture: return noCode(error.detail);
    case ErrorCode::NoDisplay:
        return {tr("There is no screen to look at."), tr("Save a picture of the QR code and choose that.")};
    case ErrorCode::CaptureFailed:
        return {
            tr("The screen could not be looked at."),
            tr("Take a picture of the QR code with your desktop’s own screenshot key, then paste it here or choose its file.")};
    case ErrorCode::CaptureBlank:
        return {
            tr("The picture of your screen has one colour and nothing in it."),
            tr("Perhaps the screen is locked, or the program with the QR code does not let itself be captured. Open the "
               "code in another program, or save it as a picture file.")};
    case ErrorCode::PortalMissing:
        return {tr("Your desktop offers programs no way to see the screen."), portalMissing(error.detail)};
    case ErrorCode::PortalSlow:
        return {tr("Your desktop did not answer when it was asked for a picture of the screen."),
                tr("Perhaps its question is hidden by another window: answer it and try again.") + ownScreenshot()};
    case ErrorCode::CaptureRefused:
        return {tr("Your desktop did not let Watchword see the screen."), captureRefused(error.detail)};
    case ErrorCode::CaptureCancelled:
        return {tr("The picture of the screen was cancelled."),
                tr("Try again, and allow it when your desktop asks.") + ownScreenshot()};
    // files
    case ErrorCode::FileNotFound:
        return {tr("The file is not there."), tr("Perhaps it was moved or renamed; choose it again.")};
    case ErrorCode::FileNotReadable:
        return {tr("The file cannot be read."), tr("Check that you may read it, or copy it to your own folder.")};
    case ErrorCode::FileNotRegular: return {tr("That is not a file."), tr("Choose a picture file.")};
    case ErrorCode::FileElsewhere:
        return {tr("The file lies on another computer, so it was not opened."),
                tr("Copy it to your own folder first.")};
    case ErrorCode::DiskFull: return {tr("The disk is full."), tr("Make room and try again; nothing was lost.")};
    case ErrorCode::ReadOnlyDisk:
        return {tr("The disk can only be read."), tr("Watchword’s folder must be where it can be written.")};
    case ErrorCode::WriteFailed:
        return {tr("The file could not be written."),
                tr("Check the disk and the folder’s permissions, then try again.")};
    case ErrorCode::NotADirectory:
        return withFolder({tr("A file lies where Watchword’s folder should be."), tr("Move it away, then try again.")},
                          error.detail);
    case ErrorCode::UnsafeDirectory:
        return withFolder({tr("Watchword’s folder can be changed by others."),
                           tr("Make it belong to you alone (owner: you, mode 0700), then try again.")},
                          error.detail);
    case ErrorCode::NoPermission:
        return withFolder(
            {tr("Watchword may not use its folder or a file in it."),
             tr("Give yourself the right to read and change the folder and what is in it, then try again.")},
            error.detail);
    // keychain and vault
    case ErrorCode::EntryNotFound:
        return {tr("The keychain does not have the entry."), tr("Nothing was deleted by Watchword. Try again.")};
    case ErrorCode::KeychainLocked: return {tr("The keychain is locked."), tr("Unlock it and try again.")};
    case ErrorCode::PromptDismissed:
        return {tr("The keychain’s question was closed without an answer."),
                tr("Your accounts are still there. Try again to be asked once more.")};
    case ErrorCode::KeychainRefused:
        if (error.detail == QLatin1String(vault::keyringInClear))
            return {
                tr("Nothing was saved: your keyring has no password, so secrets in it would lie in clear on the disk."),
                tr("Use a password for Watchword (in its settings, under “Protection”), or give the keyring one.")};
        return {tr("The keychain refused."), tr("Allow Watchword to use it, then try again.")};
    case ErrorCode::NoBus:
        return {tr("There is no connection to your desktop session."),
                tr("Start Watchword from your desktop, or through dbus-run-session.")};
    case ErrorCode::NoKeychain:
        return {tr("No keychain is running."),
                tr("Install and start one, such as GNOME Keyring, KDE Wallet or KeePassXC, then try again.")};
    case ErrorCode::KeychainHung:
        return {tr("The keychain does not answer."), tr("Your accounts are still in it. Wait a moment and try again.")};
    case ErrorCode::KeychainFailed:
        return {tr("The keychain answered with an error."), tr("Your accounts were not changed. Try again.")};
    case ErrorCode::OtherProvider:
        return {tr("Another keychain answered than the one that has your accounts."),
                tr("Start the keychain that you used before, then try again.")};
    case ErrorCode::NotUnlocked: return {tr("Your accounts are not open."), tr("Unlock them first.")};
    case ErrorCode::VaultBusy: return vaultBusy(error.detail);
    case ErrorCode::NotSaved:
        return {tr("The change was not saved."), tr("Everything is as it was before. Try again.")};
    case ErrorCode::NotConfirmed:
        return {tr("It is not known whether the change was saved."), tr("Look at the list before you try again.")};
    case ErrorCode::DamagedFile:
        if (error.detail == QLatin1String("vault.id"))
            return {tr("The file “vault.id” in Watchword’s folder is damaged."),
                    tr("Your accounts are still in the keychain. Put a copy of the file from before in its place.")};
        if (error.detail == QLatin1String("password vault"))
            return {tr("The file with your accounts is damaged, and there is no whole copy from before."),
                    tr("Nothing was changed. If you have a copy of the file “book”, put it in its place.")};
        return {tr("The file is damaged."),
                tr("Nothing was changed in it. If you have a copy of the file from before, put it in its place.")};
    case ErrorCode::WrongKey:
        return {tr("The key does not fit the file."),
                tr("Perhaps the file is from another computer or another account.")};
    case ErrorCode::WrongPassword:
        return {tr("That is not the password."), tr("Look at the keyboard layout and Caps Lock, and try again.")};
    case ErrorCode::PasswordChanged:
        return {tr("The password of your accounts was changed in another window."),
                tr("Enter the new one. Nothing was saved meanwhile.")};
    case ErrorCode::OtherVault:
        return {tr("The keychain holds the accounts of another Watchword."),
                tr("Nothing was changed. Your accounts stay protected by their password.")};
    case ErrorCode::NewerFormat:
        return {tr("The accounts were saved by a newer Watchword."),
                tr("Install the newer version; this one cannot show them and changes nothing.")};
    case ErrorCode::UnknownAccount:
        return {tr("The account is not there any more."), tr("Perhaps it was deleted elsewhere; look at the list.")};
    case ErrorCode::NotInTrash:
        return {tr("The account is not in the trash any more."), tr("It was restored elsewhere. Nothing was removed.")};
    case ErrorCode::LowerCounter:
        return {tr("The counter would go back."),
                tr("The site has seen these codes already and may not take them again. Nothing was saved.")};
    }
    return {};
}

/// The context of these sentences in the translations.
struct OriginWords {
    Q_DECLARE_TR_FUNCTIONS(OriginText)

public:
    static OriginText of(enrol::Origin origin, const QString &host);

private:
    static OriginText microsoft();
    static OriginText push();
    static OriginText tiqr(bool login);
    static OriginText webLink(const QString &host);
    static OriginText ownApp(const QString &app);
    static OriginText linking(const QString &app);
    static OriginText steamLogin();
};

/// Title and lead for what is said in no steps; the whole is both.
OriginText shortText(const QString &title, const QString &lead)
{
    return {.title = title,
            .lead = lead,
            .steps = {},
            .noteTitle = {},
            .note = {},
            .sentence = title + QStringLiteral(". ") + lead};
}

OriginText OriginWords::microsoft()
{
    return {
        .title = tr("This code is for Microsoft’s app"),
        .lead = tr("This code works only with Microsoft Authenticator."),
        .steps = {tr("Go back one page in the browser."), tr("Choose “I want to use a different authenticator app”."),
                  tr("Scan the code shown there.")},
        .noteTitle = tr("That choice is missing?"),
        .note = tr(
            "If that choice is missing, your organisation has turned it off; ask your IT desk to allow “third-party software OATH tokens”."),
        .sentence = tr(
            "This code works only with Microsoft Authenticator. Go back one page and choose “I want to use a different authenticator app”, "
            "then scan the code shown there. If that choice is missing, your organisation has turned it off; ask your IT desk to allow "
            "“third-party software OATH tokens”.")};
}

OriginText OriginWords::push()
{
    return {
        .title = tr("This code is for approving sign-ins"),
        .lead = tr("It sets up questions to approve or deny, in a way that this version does not know."),
        .steps = {tr("Go back one page in the browser."), tr("Choose a code that changes (TOTP) instead."),
                  tr("Scan the code shown there.")},
        .noteTitle = {},
        .note = {},
        .sentence = tr(
            "This code sets up sign-ins to approve, in a way that this version does not know. Choose a code that changes (TOTP) at the site "
            "instead.")};
}

OriginText OriginWords::tiqr(bool login)
{
    return {.title = login ? tr("This code signs in with a tiqr app") : tr("This code is for a tiqr app"),
            .lead = login ? tr("It asks tiqr or the eduID app to sign you in, and this version cannot answer it yet.")
                          : tr("It sets up tiqr or the eduID app, and this version cannot answer it yet."),
            .steps = {tr("Go back one page in the browser."),
                      tr("Choose another way to sign in, such as a code from an authenticator app.")},
            .noteTitle = {},
            .note = {},
            .sentence = login
                ? tr("This code asks tiqr or the eduID app to sign you in; this version cannot answer it yet.")
                : tr("This code sets up tiqr or the eduID app; this version cannot answer it yet.")};
}

OriginText OriginWords::webLink(const QString &host)
{
    OriginText text;
    text.title = tr("This is a link to a web page");
    text.lead = host.isEmpty() ? tr("It is not an account, and Watchword opens no web pages.")
                               : tr("It leads to %1. It is not an account, and Watchword opens no web pages.")
                                     .arg(outsideTextInSentence(host));
    text.steps = {tr("Open the site’s security settings in your browser."), tr("Choose “authenticator app” there."),
                  tr("Scan the QR code that the site then shows.")};
    text.sentence = host.isEmpty()
        ? tr("This is a link to a web page, not an account. Scan the QR code that the site shows for an authenticator app.")
        : tr("This is a link to a web page at %1, not an account. Scan the QR code that the site shows for an authenticator app.")
              .arg(outsideTextInSentence(host));
    return text;
}

/// A code for an app that is the only one to use it.
OriginText OriginWords::ownApp(const QString &app)
{
    return {
        .title = tr("This code is for %1").arg(app),
        .lead = tr("This code works only with the app %1.").arg(app),
        .steps = {tr("Go back one page in the browser."),
                  tr("Choose “a different authenticator app” or a code that changes (TOTP)."),
                  tr("Scan the code shown there.")},
        .noteTitle = tr("That choice is missing?"),
        .note = tr(
            "If that choice is missing, your organisation has turned it off; ask your IT desk to allow other authenticator apps."),
        .sentence =
            tr("This code works only with the app %1; go back one page, choose “a different authenticator app” or a code that changes "
               "(TOTP), and scan the code shown there.")
                .arg(app)};
}

/// A code that makes this computer one more device of a messenger.
OriginText OriginWords::linking(const QString &app)
{
    OriginText text;
    text.title = tr("This code links a device to %1").arg(app);
    text.lead = tr("It is not an account; scan it with %1 on your phone, in its settings for linked devices.").arg(app);
    text.sentence =
        tr("This code links a device to %1; scan it with %1 on your phone, in its settings for linked devices.")
            .arg(app);
    return text;
}

OriginText OriginWords::steamLogin()
{
    OriginText text;
    text.title = tr("This code signs you in to Steam");
    text.lead =
        tr("It is not an account; scan it with the Steam app on a phone, or sign in with your password instead.");
    text.sentence = tr(
        "This code signs you in to Steam; scan it with the Steam app on a phone, or sign in with your password instead.");
    return text;
}

// One case an origin and no default, as above.
OriginText OriginWords::of(enrol::Origin origin, const QString &host)
{
    using enrol::Origin;
    switch (origin) {
    case Origin::None:
        return shortText(tr("This code is not an account"),
                         tr("Scan the QR code that the site shows for an authenticator app."));
    case Origin::MicrosoftPhoneFactor:
    case Origin::MicrosoftActivation: return microsoft();
    case Origin::GoogleExport:
        return shortText(tr("This code is an export of Google Authenticator"), tr("It holds one or more accounts."));
    case Origin::PushEnrolment: return push();
    case Origin::TiqrEnrolment: return tiqr(false);
    case Origin::TiqrLogin: return tiqr(true);
    case Origin::PasskeyHybrid:
        return shortText(tr("This code is for a passkey on a phone"),
                         tr("Scan it with the phone’s own camera, or choose another way to sign in."));
    case Origin::Duo: return ownApp(QStringLiteral("Duo Mobile"));
    case Origin::OktaVerify: return ownApp(QStringLiteral("Okta Verify"));
    case Origin::PingId: return ownApp(QStringLiteral("PingID"));
    case Origin::SymantecVip: return ownApp(QStringLiteral("VIP Access"));
    case Origin::RsaSecurId: return ownApp(QStringLiteral("RSA Authenticator (SecurID)"));
    case Origin::SignalLinking: return linking(QStringLiteral("Signal"));
    case Origin::TelegramLinking: return linking(QStringLiteral("Telegram"));
    case Origin::WhatsAppLinking: return linking(QStringLiteral("WhatsApp"));
    case Origin::SteamLogin: return steamLogin();
    case Origin::WebLink: return webLink(host);
    case Origin::WiFi:
        return shortText(tr("This code is for a wireless network"),
                         tr("It is not an account; your system’s network settings can join the network."));
    case Origin::Contact:
        return shortText(tr("This code is somebody’s contact card"),
                         tr("It is not an account; an address book or a phone’s camera can read it."));
    case Origin::Payment:
        return shortText(tr("This code is for a payment"),
                         tr("It is not an account; your bank’s app can pay with it."));
    case Origin::BoardingPass:
        return shortText(
            tr("This code is a boarding pass"),
            tr("It is not an account; show it at the airport, and to nobody else: your booking is in it."));
    case Origin::OtherBarcode:
        return shortText(
            tr("This is another kind of barcode, as tickets and parcels have"),
            tr("An account’s code is a QR code, with a square in three corners; scan the one that the site shows for an authenticator app."));
    case Origin::PlainText:
        return shortText(
            tr("This text is not an account"),
            tr("An account is a link that begins with otpauth:// or a key of the letters A to Z and the digits 2 to 7."));
    case Origin::Binary:
        return shortText(tr("This is not text, so it is no account"),
                         tr("Scan the QR code that the site shows for an authenticator app."));
    }
    return {};
}

} // namespace

QString ErrorText::whole() const
{
    return hint.isEmpty() ? sentence : sentence + QLatin1Char(' ') + hint;
}

ErrorText errorText(const Error &error)
{
    return ErrorWords::of(error);
}

OriginText originText(enrol::Origin origin, const QString &host)
{
    return OriginWords::of(origin, host);
}

} // namespace watchword::app
