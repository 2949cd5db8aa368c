# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Read by packaging/run, packaging/test and packaging/deb: set-up of a fresh machine, and the build. Needs bash.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# with_lock NAME COMMAND…: two runs side by side wait for each other instead of sharing one build directory.
with_lock() {
    local name=$1 status=0
    shift
    mkdir -p "$ROOT/build"
    exec {lock}>"$ROOT/build/.$name.lock"
    if ! flock -n "$lock"; then
        say "Waiting for another run in $ROOT to finish ($name)."
        flock "$lock"
    fi
    # The shell keeps the lock, its children do not: what outlives a run must not hold up the next one.
    eval '"$@"' "$lock>&-" || status=$?
    exec {lock}>&-
    return $status
}

is_debian() {
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null && [ -r /etc/os-release ] &&
        (. /etc/os-release && [ "${ID:-}" = debian ] && [ "${VERSION_ID:-0}" -ge 12 ])
}

# packages_of GROUP…: their names, one a line.
packages_of() {
    local group
    for group in "$@"; do
        awk -v group="$group" '$1 == group { print $2 }' "$ROOT/packaging/packages.txt"
    done
}

# missing_packages GROUP…: those that are not installed.
missing_packages() {
    local wanted installed
    mapfile -t wanted < <(packages_of "$@")
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | awk '$2 == "installed" { print $1 }')
    printf '%s\n' "${wanted[@]}" | grep -vxF -f <(printf '%s\n' "$installed") || true
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "This needs to be root, and there is no sudo: $*"
        return 1
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -y -q --no-install-recommends install "$@" >&2
}

# install_missing GROUP…: on Debian 12 and later installs; elsewhere, and where that fails, names what is missing.
install_missing() {
    local missing
    if ! is_debian; then
        name_missing_programs
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    say "Installing: ${missing[*]}"
    # The list of packages is fetched only when the first try shows that it is old or not there.
    apt_install "${missing[@]}" || { as_root apt-get -q -o DPkg::Lock::Timeout=300 update >&2 && apt_install "${missing[@]}"; } || true
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -eq 0 ] || say "Could not be installed: ${missing[*]}"
    return 0
}

# On another distribution the names of packages are others: the things themselves are looked for.
name_missing_programs() {
    local thing
    for thing in cmake ninja g++ pkg-config protoc python3 openssl dbus-daemon gnome-keyring-daemon secret-tool Xvfb openbox xdotool dunst dunstctl dbus-monitor \
        xclip xprop xrandr trayer sway swaybg waybar grim pipewire feh qrencode zint rsvg-convert qpdf zbarimg oathtool convert clang++-19 clang-tidy-19 clang-format-19 \
        gsettings desktop-file-validate appstreamcli dpkg-deb dpkg-shlibdeps lintian; do
        command -v "$thing" >/dev/null || say "Missing: $thing ($(purpose_of "$thing"))"
    done
    for thing in "Qt6 6.4:Qt6Core" "OpenSSL 3:libcrypto" "ZXing-C++ 1.4:zxing" "Protocol Buffers (lite):protobuf-lite" "Poppler for Qt 6:poppler-qt6" "xcb:xcb" "xcb-shm:xcb-shm" "xcb-randr:xcb-randr" "xcb-screensaver:xcb-screensaver"; do
        command -v pkg-config >/dev/null && pkg-config --exists "${thing##*:}" || say "Missing: ${thing%%:*}, with its headers"
    done
    for thing in xdg-desktop-portal xdg-desktop-portal-gtk xdg-desktop-portal-wlr; do
        [ -x "/usr/libexec/$thing" ] || say "Missing: $thing (for tests)"
    done
    for thing in /usr/lib*/cmake/Qt6Keychain /usr/lib/*/cmake/Qt6Keychain; do
        [ -d "$thing" ] && return 0
    done
    say "Missing: Qt Keychain for Qt 6, with its headers"
}

purpose_of() {
    case $1 in
    cmake | ninja | g++ | pkg-config | protoc) echo "to build" ;;
    clang*) echo "for checks of quality" ;;
    desktop-file-validate | appstreamcli | lintian) echo "for a check of quality" ;;
    dpkg-*) echo "for the Debian package" ;;
    *) echo "for tests" ;;
    esac
}

# configure DIRECTORY ARGUMENT…: only when it was not configured with these words before; Ninja repeats it when needed.
configure() {
    local dir=$1
    shift
    local launcher=()
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    # What ccache asks for before it keeps a file with precompiled headers.
    export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}
    if [ -f "$dir/build.ninja" ] && [ -f "$dir/CMakeFiles/rules.ninja" ] && [ "$(cat "$dir/.configured" 2>/dev/null)" = "$*" ]; then
        return 0
    fi
    cmake -S "$ROOT" -B "$dir" -G Ninja "${launcher[@]}" "$@" || return 1
    printf '%s' "$*" >"$dir/.configured"
}
