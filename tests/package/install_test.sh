#!/bin/bash
# Installs, starts, upgrades, removes and purges the Debian package on a copy of this machine that is gone afterwards: an
# overlay over /, in mount and network namespaces of their own. Skipped (77) where that cannot be had.
#
#     install_test.sh BUILD_FOLDER
set -euo pipefail

fail() { echo "install_test: $*" >&2; exit 1; }

unit=/lib/systemd/system/heng.service
exposure_max=14  # tenths, as systemd-analyze counts: 0 is a service that can do nothing

check_unit() {
    command -v systemd-analyze >/dev/null || { echo "the unit is not analysed: systemd is not installed"; return; }
    systemd-analyze verify "$unit" || fail "the unit is right"
    systemd-analyze security --offline=true --threshold="$exposure_max" "$unit" >/root/exposure ||
        { tail -1 /root/exposure; fail "the unit gives the server more than it needs"; }
}

state_of_data() { find /var/lib/heng -type f -exec sha256sum {} + | sort; }

# On the copy.
inside() {
    dpkg -i /root/heng.deb >/root/first
    grep -q 'heng init' /root/first || fail "a first installation says what comes next"
    [ "$(stat -c '%U:%G %a' /etc/heng/heng.yaml)" = "root:heng 640" ] || fail "the settings are the server's alone to read"
    [ "$(stat -c '%U:%G %a' /var/lib/heng)" = "heng:heng 750" ] || fail "the data folder is the server's"
    [ "$(getent passwd heng | cut -d: -f7)" = /usr/sbin/nologin ] || fail "nobody signs in as heng"
    heng --version >/dev/null || fail "the program runs"
    heng check /usr/share/heng/schemes/demo-city --summary >/dev/null || fail "the schemes came with it"
    check_unit
    python3 /root/first_start.py "$unit"

    echo "# mine" >>/etc/heng/heng.yaml
    state_of_data >/root/before
    grep -q heng.db /root/before || fail "the first start has left a ledger"
    dpkg -i /root/heng.deb >/root/second
    grep -qx '# mine' /etc/heng/heng.yaml || fail "an upgrade keeps the settings"
    ! grep -q 'heng init' /root/second || fail "an upgrade is no first installation"

    dpkg -r heng >/dev/null
    [ -e /etc/heng/heng.yaml ] || fail "removing keeps the settings"
    dpkg -P heng >/dev/null 2>&1
    [ ! -e /etc/heng ] || fail "a purge takes the settings"
    state_of_data | cmp -s - /root/before || fail "a purge leaves the ledger and all that belongs to it"
    getent passwd heng >/dev/null || fail "and the user who owns it"
    echo "installed, started, upgraded, removed and purged"
}

# In namespaces of their own; $1: the package.
on_a_copy() {
    local room=$2
    mount -t tmpfs none "$room" && mkdir "$room/upper" "$room/work" "$room/root" || exit 77
    mount -t overlay overlay -o "lowerdir=/,upperdir=$room/upper,workdir=$room/work" "$room/root" || exit 77
    mount --bind /dev "$room/root/dev"
    mount -t proc proc "$room/root/proc"
    cp "$1" "$room/root/root/heng.deb"
    cp "$(dirname "$0")"/{install_test.sh,first_start.py} "$room/root/root/"
    ip link set lo up
    chroot "$room/root" /bin/bash /root/install_test.sh --inside
}

case "$1" in
--inside) inside ;;
--on-a-copy) on_a_copy "$2" "$3" ;;
*)
    [ "$(id -u)" -eq 0 ] && command -v cpack dpkg-shlibdeps ip python3 >/dev/null || exit 77
    ! dpkg-query -W -f='${Status}' heng 2>/dev/null | grep -q ' installed$' || exit 77
    room=$(mktemp -d)
    trap 'rm -rf "$room"' EXIT
    mkdir "$room/package" "$room/copy"
    cpack --config "$1/CPackConfig.cmake" -B "$room/package" >/dev/null || fail "cpack made no package"
    unshare --mount --net "$0" --on-a-copy "$room"/package/heng_*.deb "$room/copy"
    ;;
esac
