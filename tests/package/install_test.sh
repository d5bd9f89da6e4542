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

# A systemd of its own, first of its processes, which ends when the service that looks at the unit has ended. It takes the
# control groups and devices that it sees for its own: so it sees none of the machine's.
under_systemd() {
    [ -x /lib/systemd/systemd ] || { echo "the unit is not started by systemd: that is not installed"; return; }
    cat >/etc/systemd/system/look.service <<'UNIT'
[Service]
Type=oneshot
ExecStart=/usr/bin/python3 /root/under_systemd.py
ExecStopPost=/bin/systemctl exit
StandardOutput=file:/root/looked
StandardError=inherit
UNIT
    local groups=/root/groups
    mkdir "$groups"
    mount -t cgroup2 none "$groups" || { echo "the unit is not started by systemd: there are no control groups"; return; }
    local own=$groups/heng-install-test.$$
    mkdir "$own"
    timeout --signal=KILL 200 "$0" --join "$own" >/root/booted 2>&1 || true
    find "$own" -depth -type d -exec rmdir {} + || fail "no control group is left behind"
    umount "$groups"
    grep -qx held /root/looked || { cat /root/booted /root/looked >&2; fail "the unit holds under systemd"; }
}

# Into the control group $1, then into namespaces in which it is the root.
join() {
    echo $$ >"$1/cgroup.procs"
    exec unshare --pid --fork --kill-child --ipc --uts --cgroup --mount "$0" --boot
}

boot() {
    mkdir /root/dev
    mount -t tmpfs none /root/dev
    mkdir /root/dev/shm /root/dev/pts
    mount -t devpts -o ptmxmode=0666 devpts /root/dev/pts
    ln -s pts/ptmx /root/dev/ptmx
    local node
    for node in null zero full random urandom tty; do
        touch "/root/dev/$node"
        mount --bind "/dev/$node" "/root/dev/$node"
    done
    mount --move /root/dev /dev
    mount -t proc proc /proc
    mount -t sysfs -o ro sysfs /sys
    mount -t cgroup2 cgroup2 /sys/fs/cgroup
    mount -t tmpfs none /run
    exec env container=test /lib/systemd/systemd --unit=look.service
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
    under_systemd

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
    cp "$(dirname "$0")"/{install_test.sh,first_start.py,under_systemd.py} "$room/root/root/"
    ip link set lo up
    chroot "$room/root" /bin/bash /root/install_test.sh --inside
}

case "$1" in
--inside) inside ;;
--join) join "$2" ;;
--boot) boot ;;
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
