// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/camera_text.h"

namespace watchword::app {

namespace {

struct CameraWords {
    Q_DECLARE_TR_FUNCTIONS(Camera)

public:
    static ErrorText of(CameraTrouble trouble);
};

ErrorText CameraWords::of(CameraTrouble trouble)
{
    switch (trouble) {
    case CameraTrouble::NoCamera:
        return {
            tr("There is no camera"),
            tr("Plug one in, or open the cover that switches it off: this goes on by itself. The code can also be read "
               "another way.")};
    case CameraTrouble::Busy:
        return {tr("Another program is using the camera"),
                tr("Close the video call or the other program that shows its picture, then try again.")};
    case CameraTrouble::Refused:
        return {tr("You are not allowed to use the camera"),
                tr("Your account on this computer may not open it (on many systems the group “video” may). Ask whoever "
                   "looks after this computer, or read the code another way.")};
    case CameraTrouble::NoPicture:
        return {
            tr("The camera gives no picture"),
            tr("Perhaps another program is using it, or a switch or key has turned it off. Unplugging it and plugging "
               "it in again may help too.")};
    case CameraTrouble::Unplugged:
        return {tr("The camera was unplugged"), tr("Plug it in again: this goes on by itself.")};
    case CameraTrouble::Crashed:
        return {tr("The part of Watchword that shows the camera has failed"),
                tr("It runs by itself, so nothing else was touched. Try again, or read the code another way.")};
    case CameraTrouble::Missing:
        return {tr("The part of Watchword that shows the camera is missing"),
                tr("Install Watchword again, as a whole. Until then, read the code another way.")};
    case CameraTrouble::Covered:
        return {tr("The picture is black"),
                tr("Is there a cover over the lens, or a key that turns the camera off? Is it dark?")};
    case CameraTrouble::Pattern:
        return {tr("The camera shows only a test pattern"),
                tr("It has no picture of its own just now. If a program makes this picture, start its camera there; or "
                   "choose another camera.")};
    }
    return {};
}

} // namespace

ErrorText cameraText(CameraTrouble trouble)
{
    return CameraWords::of(trouble);
}

} // namespace watchword::app
