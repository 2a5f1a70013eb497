#!/bin/sh
# Fetches the map for nginx or HAProxy; cron runs it each minute:
#   * * * * * root . /etc/lunas-gate.env; /opt/lunas/fetch-map.sh nginx /etc/nginx/lunas/hosts.map 'nginx -t -q && nginx -s reload'
# Needs GATE_MAP_URL and GATE_TOKEN. The old file stays unless a whole new one came.
set -eu
form=$1 file=$2 reload=$3
umask 077
new=$(mktemp "$file.XXXXXX")
trap 'rm -f "$new"' EXIT
printf 'header = "Authorization: Bearer %s"\n' "$GATE_TOKEN" |
  curl --config - --fail --silent --show-error --max-time 20 --output "$new" "$GATE_MAP_URL?format=$form"
# A map that was cut short has no last line.
[ "$(tail -n 1 "$new")" = '# end' ]
cmp -s "$new" "$file" && exit 0
chmod 644 "$new"
[ ! -e "$file" ] || cp -p "$file" "$file.before"
mv "$new" "$file"
if ! sh -c "$reload"; then
  [ ! -e "$file.before" ] || mv "$file.before" "$file"
  exit 1
fi
