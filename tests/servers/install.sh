#!/bin/sh
# Installs the real servers and clients that the tests run, where that may be done: as root, with apt-get.
# Elsewhere it says what is missing; the tests that need it are then skipped by name.
# Nothing that is installed here is started, and nothing that is there already is removed.
set -eu

# program  Debian packages (tests/servers/need.py names them too)
WANTED='
dovecot dovecot-imapd
postfix postfix libsasl2-modules
saslpasswd2 sasl2-bin
swaks swaks libnet-ssleay-perl
msmtp msmtp
mutt mutt
strace strace
postgres postgresql
curl curl
chromium chromium
systemd-analyze systemd
dbus-daemon dbus
'

PATH="$PATH:/usr/sbin:/sbin:/usr/local/sbin"

# Debian has either Dovecot or Cyrus: Cyrus is unpacked beside it, with the libraries that aren't here.
CYRUS=/usr/local/lib/tactful-cyrus

unpack_cyrus() {
    if [ -x /usr/lib/cyrus/bin/master ] || [ -x "$CYRUS/usr/lib/cyrus/bin/master" ]; then
        return 0
    fi
    echo "== Test servers: unpacking cyrus-imapd into $CYRUS"
    apt-cache show cyrus-imapd >/dev/null 2>&1 || apt-get update -q || true
    folder=$(mktemp -d)
    libraries=$(apt-cache depends cyrus-imapd cyrus-common | sed -n 's/^ *|*Depends: \(lib[a-z0-9.+-]*\)$/\1/p' | sort -u)
    for package in cyrus-imapd cyrus-common $libraries; do
        dpkg -s "$package" >/dev/null 2>&1 || (cd "$folder" && apt-get download -q "$package") || true
    done
    mkdir -p "$CYRUS"
    for file in "$folder"/*.deb; do
        [ ! -e "$file" ] || dpkg -x "$file" "$CYRUS"
    done
    rm -r "$folder"
    [ -x "$CYRUS/usr/lib/cyrus/bin/master" ] || echo "   cyrus-imapd could not be had"
}

missing() {
    for folder in /usr/lib/postgresql/*/bin; do
        PATH="$PATH:$folder"
    done
    echo "$WANTED" | while read -r program packages; do
        [ -z "$program" ] || command -v "$program" >/dev/null 2>&1 || echo "$program $packages"
    done
}
programs() { missing | cut -d ' ' -f 1 | tr '\n' ' '; }
packages() { missing | cut -d ' ' -f 2- | tr '\n' ' '; }
skipped="so their tests are skipped (or fail, with TACTFUL_REQUIRE_SERVERS=1)"

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    unpack_cyrus
fi
if [ -z "$(missing)" ]; then
    echo "== Test servers: all are here"
    exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "== Test servers: not here, and installing needs root and apt-get, $skipped: $(programs)"
    exit 0
fi

echo "== Test servers: installing $(packages)"
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    # Debian starts what it installs unless this file says no (101).
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
fi
if command -v debconf-set-selections >/dev/null 2>&1; then
    echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections
fi
apt-get update -q || echo "   The package lists could not be renewed; trying with those that are here"
# shellcheck disable=SC2046  # several packages
apt-get install -q -y --no-install-recommends --no-remove $(packages) ||
    echo "   apt-get could not install all of them"
if [ -n "$(missing)" ]; then
    echo "== Test servers: still missing, $skipped: $(programs)"
fi
