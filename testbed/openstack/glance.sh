# shellcheck shell=bash  # sourced by openstack-up
glance_up() {
  newconf glance
  { common glance; cat <<C
[DEFAULT]
bind_host = $IP
workers = 0
enabled_import_methods = [glance-direct,web-download]
node_staging_uri = file://$S/glance/staging
[glance_store]
stores = file
default_store = file
filesystem_store_datadir = $S/glance/images
[paste_deploy]
flavor = keystone
config_file = /etc/glance/glance-api-paste.ini
C
    authtoken keystone_authtoken glance
  } >"$ETC/glance/glance-api.conf"
  mkdir -p "$S/glance/images" "$S/glance/staging"
  once glance-db glance-manage --config-file "$ETC/glance/glance-api.conf" db_sync
  start glance-api glance-api --config-file "$ETC/glance/glance-api.conf"
  wait_api glance-api http://$IP:9292/versions
  image_seed
}

# A server that never boots would fail the tests of Nova one by one, so no image is an error where servers are real.
image_seed() {
  local image=$S/images/tiny.qcow2
  mkdir -p "$S/images"
  if [ ! -s "$image" ]; then
    if "$PARTS/guest/build" "$S/images/work" "$image" >"$LOG/setup-image.log" 2>&1; then
      say "built a bootable image of $(($(stat -c %s "$image") / 1048576)) MiB"
    elif want nova && [ "${TESTBED_NOVA:-libvirt}" = libvirt ]; then
      tail -5 "$LOG/setup-image.log" >&2
      die "no bootable image could be built (see $LOG/setup-image.log)"
    else
      say "warning: no bootable image could be built (see $LOG/setup-image.log); using an empty one"
      qemu-img create -q -f qcow2 "$image" 16M
    fi
  fi
  seed image
}
