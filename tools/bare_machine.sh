#!/bin/sh
# Proves that a bare Debian 12 is enough. As root, on a machine with debootstrap and git:
#
#   tools/bare_machine.sh [./x …]        default: ./x test
#
# Makes a minimal Debian in BARE_DIR (kept as `base` for the next time), copies it, clones the last commit
# into a folder with a space in its name, runs the command there with an empty environment, and says how
# long it took. With BARE_USER=name the command runs as that user, who has sudo. The machine stays in
# BARE_DIR/run until the next time; two runs at once need two folders.
set -eu

house=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
dir=${BARE_DIR:-/var/tmp/benniu-bare}
user=${BARE_USER:-root}
root=$dir/run
checkout="/srv/bare county"
[ $# -gt 0 ] || set -- ./x test

# Mounts made here end with this process, so that nothing can be deleted through them.
if [ "${BARE_INSIDE:-}" != 1 ]; then
    exec env BARE_INSIDE=1 unshare --mount --propagation private sh "$0" "$@"
fi

if [ ! -d "$dir/base" ]; then
    mkdir -p "$dir"
    debootstrap --variant=minbase bookworm "$dir/base.part" >"$dir/debootstrap.log" 2>&1
    mv "$dir/base.part" "$dir/base"
fi
rm -rf --one-file-system "$root"
cp -a "$dir/base" "$root"

# Where a network is closed, names, certificates and the npm mirror come from this machine. The
# certificates stand apart, because a package of Debian writes its own over the usual place.
cp /etc/resolv.conf "$root/etc/resolv.conf"
[ ! -f "$HOME/.npmrc" ] || cp "$HOME/.npmrc" "$root/root/.npmrc"
certificates=/etc/certificates-of-this-network.crt
cp -L /etc/ssl/certs/ca-certificates.crt "$root$certificates" 2>/dev/null || certificates=

for place in proc sys dev; do
    mount --rbind "/$place" "$root/$place"
done

git clone -q --no-hardlinks "$house" "$root$checkout"
if [ "$user" != root ]; then
    chroot "$root" sh -c "apt-get update -q && apt-get install -qy --no-install-recommends sudo &&
        useradd -m '$user' && echo '$user ALL=(ALL) NOPASSWD: ALL' >'/etc/sudoers.d/$user' &&
        chown -R '$user:' '$checkout'" >"$dir/user.log" 2>&1
    [ ! -f "$HOME/.npmrc" ] || install -o "$(chroot "$root" id -u "$user")" -m 600 \
        "$HOME/.npmrc" "$root/home/$user/.npmrc"
fi

begun=$(date +%s)
code=0
home=$([ "$user" = root ] && echo /root || echo "/home/$user")
# shellcheck disable=SC2016 # expanded inside
chroot --userspec="$user:$user" "$root" env -i HOME="$home" USER="$user" LANG=C.UTF-8 TERM=dumb \
    ${certificates:+NODE_EXTRA_CA_CERTS="$certificates"} \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    sh -c 'cd "$0" && exec "$@"' "$checkout" "$@" || code=$?
echo "bare machine, $(nproc) cores, as $user: $* ended with $code after $(($(date +%s) - begun)) s"
exit "$code"
