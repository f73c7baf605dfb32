# shellcheck shell=bash  # sourced by openstack-up
barbican_up() {
  newconf barbican
  mkdir -p "$S/home/barbican/.barbican"
  { common barbican; cat <<C
[DEFAULT]
host_href = http://$IP:9311
sql_connection = $(db barbican)
db_auto_create = false
C
    printf '[secretstore]\nnamespace = barbican.secretstore.plugin\nenabled_secretstore_plugins = store_crypto\n[crypto]\nnamespace = barbican.crypto.plugin\nenabled_crypto_plugins = simple_crypto\n'
    [ -s "$ETC/barbican/kek" ] || (umask 077; openssl rand -base64 32 >"$ETC/barbican/kek")
    printf "[simple_crypto_plugin]\nkek = '%s'\n[queue]\nenable = false\n" "$(cat "$ETC/barbican/kek")"
    authtoken keystone_authtoken barbican
  } >"$ETC/barbican/barbican.conf"
  ln -sfn "$ETC/barbican/barbican.conf" "$S/home/barbican/.barbican/barbican.conf"
  once barbican-db env HOME="$S/home/barbican" barbican-manage db upgrade
  wsgi barbican 9311 /usr/bin/barbican-wsgi-api HOME="$S/home/barbican"
  wait_api barbican http://$IP:9311/
}
