/**
 * Shuts a process in: namespaces of its own for users, mounts, network, processes and System V objects; a root folder
 * in memory that holds programs and libraries read only, and one small writable `/tmp`; no capabilities, and no way to
 * make namespaces in which it would have some. Every step must work, or nothing is run.
 */
export const SHUT_IN = `
set -eu
root=$1 ip=$2 pivot=$3 setpriv=$4 prlimit=$5 processes=$6 disk=$7
shift 7
"$ip" link set lo up
echo 0 > /proc/sys/user/max_user_namespaces
mount -t tmpfs -o size=4m,nr_inodes=4096,mode=755,nosuid,nodev jail "$root"
mkdir "$root/tmp" "$root/dev" "$root/etc" "$root/.old"
echo 'function:x:0:0:function:/tmp:/bin/false' > "$root/etc/passwd"
echo '127.0.0.1 localhost' > "$root/etc/hosts"
for name in null zero random urandom; do
  : > "$root/dev/$name"
  mount --bind "/dev/$name" "$root/dev/$name"
done
show() {
  if [ -L "$1" ]; then
    mkdir -p "$root$(dirname "$1")"
    ln -s "$(readlink "$1")" "$root$1"
  elif [ -d "$1" ]; then
    mkdir -p "$root$1"
    mount --bind "$1" "$root$1"
    mount -o remount,bind,ro,nosuid,nodev "$root$1"
  else
    mkdir -p "$root$(dirname "$1")"
    : > "$root$1"
    mount --bind "$1" "$root$1"
    mount -o remount,bind,ro,nosuid,nodev "$root$1"
  fi
}
while [ "$1" != -- ]; do
  show "$1"
  shift
done
shift
mount -t tmpfs -o "size=$disk,nr_inodes=20000,mode=1777,nosuid,nodev" tmp "$root/tmp"
cd "$root"
"$pivot" . .old
cd /
# Both programs look the mounts up.
ln -s /.old/proc /proc
umount -l /.old
rm /proc
rmdir /.old
cd /tmp
ulimit -c 0
limit=$prlimit
[ "$processes" = 0 ] || limit="$prlimit --nproc=$processes"
exec "$setpriv" --no-new-privs --bounding-set=-all --inh-caps=-all -- $limit --nofile=512 --fsize=67108864 -- "$@"
`;
