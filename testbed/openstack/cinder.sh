# shellcheck shell=bash  # sourced by openstack-up
# The kernel here has neither NFS nor device-mapper.  The stock NFS driver of Cinder (and of Nova) only needs
# "mount -t nfs"; a helper /sbin/mount.nfs turns that into a bind mount of a local folder.
cinder_storage() {
  if [ ! -e /sbin/mount.nfs ]; then
    cat >/sbin/mount.nfs <<'G'
#!/bin/sh
# openstack-testbed: stand-in for mount.nfs, "HOST:/folder" becomes a bind mount of /folder
[ $# -ge 2 ] || { echo "usage: mount.nfs host:/folder target" >&2; exit 1; }
exec mount --bind "${1#*:}" "$2"
G
    chmod 755 /sbin/mount.nfs
  fi
  mkdir -p "$S/cinder/share" "$S/cinder/mnt" "$S/cinder/backup"
  if [ ! -s "$S/cinder/share.img" ]; then
    truncate -s 40G "$S/cinder/share.new"
    mkfs.ext4 -q -F -m 0 -E lazy_itable_init=1,lazy_journal_init=1 "$S/cinder/share.new" || die "mkfs for Cinder"
    mv "$S/cinder/share.new" "$S/cinder/share.img"
  fi
  mountpoint -q "$S/cinder/share" || mount -o loop,discard "$S/cinder/share.img" "$S/cinder/share" || die "loop mount for Cinder"
  chmod 777 "$S/cinder/share"
  echo "$IP:$S/cinder/share" >"$ETC/cinder/nfs_shares"
}
cinder_conf() {
  common cinder
  cat <<C
[DEFAULT]
auth_strategy = keystone
osapi_volume_listen = $IP
osapi_volume_workers = 1
api_paste_config = /etc/cinder/api-paste.ini
rootwrap_config = /etc/cinder/rootwrap.conf
resource_query_filters_file = /etc/cinder/resource_filters.json
enabled_backends = nfs
default_volume_type = standard
glance_api_servers = http://$IP:9292
scheduler_driver_init_wait_time = 10
backup_driver = cinder.backup.drivers.posix.PosixBackupDriver
backup_posix_path = $S/cinder/backup
backup_file_size = 52428800
backup_sha_block_size_bytes = 1048576
backup_compression_algorithm = zstd
backup_workers = 1
allowed_direct_url_schemes =
image_conversion_dir = $S/cinder/conversion
volume_clear = none
[nfs]
volume_driver = cinder.volume.drivers.nfs.NfsDriver
volume_backend_name = nfs
nfs_shares_config = $ETC/cinder/nfs_shares
nfs_mount_point_base = $S/cinder/mnt
nfs_snapshot_support = true
nfs_sparsed_volumes = true
nas_secure_file_operations = false
nas_secure_file_permissions = false
max_over_subscription_ratio = 20
[key_manager]
backend = barbican
[barbican]
auth_endpoint = http://$IP:5000/v3
barbican_endpoint = http://$IP:9311
barbican_endpoint_type = public
[nova]
interface = public
C
  authtoken nova nova | sed 1d
  authtoken keystone_authtoken cinder
  authtoken service_user cinder
  printf 'send_service_user_token = true\n'
}

cinder_up() {
  newconf cinder
  cinder_storage
  local conf=$ETC/cinder/cinder.conf s
  cinder_conf >"$conf"
  mkdir -p "$S/cinder/conversion"
  once cinder-db cinder-manage --config-file "$conf" db sync
  for s in cinder-api cinder-scheduler cinder-volume cinder-backup; do start $s $s --config-file "$conf"; done
  wait_api cinder-api http://$IP:8776/
  wait_for cinder-volume 90 at_least 3 cinder "services where deleted=0 and updated_at > utc_timestamp() - interval 30 second" ||
    say "warning: not all Cinder services report yet"
  seed volume
}
