#!/bin/bash
# Installs, upgrades, removes and purges the Debian package on a copy of this machine that is gone afterwards: an overlay
# over /, in a mount namespace of its own. Skipped (77) where that cannot be had.
#
#     install_test.sh BUILD_FOLDER
set -euo pipefail

fail() { echo "install_test: $*" >&2; exit 1; }

# On the copy.
inside() {
    dpkg -i /root/heng.deb >/root/first
    grep -q 'heng init' /root/first || fail "a first installation says what comes next"
    [ "$(stat -c '%U:%G %a' /etc/heng/heng.yaml)" = "root:heng 640" ] || fail "the settings are the server's alone to read"
    [ "$(stat -c '%U:%G %a' /var/lib/heng)" = "heng:heng 750" ] || fail "the data folder is the server's"
    [ "$(getent passwd heng | cut -d: -f7)" = /usr/sbin/nologin ] || fail "nobody signs in as heng"
    heng --version >/dev/null || fail "the program runs"
    heng check /usr/share/heng/schemes/demo-city --summary >/dev/null || fail "the schemes came with it"
    if heng --help | grep -q '^ *serve '; then
        (cd / && runuser -u heng -- heng serve --config /etc/heng/heng.yaml --check) ||
            fail "the settings that are installed are right"
    fi

    echo "# mine" >>/etc/heng/heng.yaml
    echo data >/var/lib/heng/heng.db
    dpkg -i /root/heng.deb >/root/second
    grep -qx '# mine' /etc/heng/heng.yaml || fail "an upgrade keeps the settings"
    ! grep -q 'heng init' /root/second || fail "an upgrade is no first installation"

    dpkg -r heng >/dev/null
    [ -e /etc/heng/heng.yaml ] || fail "removing keeps the settings"
    dpkg -P heng >/dev/null 2>&1
    [ ! -e /etc/heng ] || fail "a purge takes the settings"
    [ "$(cat /var/lib/heng/heng.db)" = data ] || fail "a purge leaves the ledger"
    getent passwd heng >/dev/null || fail "and the user who owns it"
    echo "installed, upgraded, removed and purged"
}

# In a mount namespace; $1: the package.
on_a_copy() {
    local room=$2
    mount -t tmpfs none "$room" && mkdir "$room/upper" "$room/work" "$room/root" || exit 77
    mount -t overlay overlay -o "lowerdir=/,upperdir=$room/upper,workdir=$room/work" "$room/root" || exit 77
    mount --bind /dev "$room/root/dev"
    mount -t proc proc "$room/root/proc"
    cp "$1" "$room/root/root/heng.deb"
    cp "$0" "$room/root/root/install_test.sh"
    chroot "$room/root" /bin/bash /root/install_test.sh --inside
}

case "$1" in
--inside) inside ;;
--on-a-copy) on_a_copy "$2" "$3" ;;
*)
    [ "$(id -u)" -eq 0 ] && command -v cpack dpkg-shlibdeps >/dev/null || exit 77
    ! dpkg-query -W -f='${Status}' heng 2>/dev/null | grep -q ' installed$' || exit 77
    room=$(mktemp -d)
    trap 'rm -rf "$room"' EXIT
    mkdir "$room/package" "$room/copy"
    cpack --config "$1/CPackConfig.cmake" -B "$room/package" >/dev/null || fail "cpack made no package"
    unshare --mount "$0" --on-a-copy "$room"/package/heng_*.deb "$room/copy"
    ;;
esac
