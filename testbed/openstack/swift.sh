# shellcheck shell=bash  # sourced by openstack-up
swift_up() {
  local E=$ETC/swift n p; newconf swift
  mkdir -p "$S/swift/dev/d1"
  p=6200
  for n in object container account; do
    cat >"$E/$n.conf" <<C
[DEFAULT]
bind_ip = $IP
bind_port = $p
user = root
swift_dir = $E
devices = $S/swift/dev
mount_check = false
workers = 0
disable_fallocate = true
[pipeline:main]
pipeline = $n-server
[app:$n-server]
use = egg:swift#$n
[$n-updater]
[$n-replicator]
[$n-auditor]
C
    [ -f "$E/$n.ring.gz" ] || ( cd "$E" && swift-ring-builder $n.builder create 4 1 0 && swift-ring-builder $n.builder add r1z1-$IP:$p/d1 1 \
      && swift-ring-builder $n.builder rebalance ) >>"$LOG/setup-swift.log" 2>&1 || [ -f "$E/$n.ring.gz" ] || die "swift ring $n"
    p=$((p + 1))
  done
  cat >"$E/proxy.conf" <<C
[DEFAULT]
bind_ip = $IP
bind_port = $SWIFTPORT
user = root
swift_dir = $E
workers = 0
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck proxy-logging cache container_sync bulk tempurl authtoken s3api s3token keystoneauth copy container-quotas account-quotas slo dlo versioned_writes symlink proxy-logging proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:proxy-logging]
use = egg:swift#proxy_logging
[filter:cache]
use = egg:swift#memcache
memcache_servers =
[filter:container_sync]
use = egg:swift#container_sync
[filter:bulk]
use = egg:swift#bulk
[filter:tempurl]
use = egg:swift#tempurl
[filter:s3api]
use = egg:swift#s3api
location = RegionOne
s3_acl = false
dns_compliant_bucket_names = true
[filter:s3token]
use = egg:swift#s3token
auth_uri = http://$IP:5000/v3
auth_url = http://$IP:5000/v3
auth_type = password
username = swift
password = $PW
project_name = service
user_domain_name = Default
project_domain_name = Default
secret_cache_duration = 0
[filter:authtoken]
paste.filter_factory = keystonemiddleware.auth_token:filter_factory
auth_type = password
auth_url = http://$IP:5000
www_authenticate_uri = http://$IP:5000
username = swift
password = $PW
project_name = service
user_domain_name = Default
project_domain_name = Default
delay_auth_decision = true
service_token_roles_required = true
[filter:keystoneauth]
use = egg:swift#keystoneauth
operator_roles = admin, member
[filter:copy]
use = egg:swift#copy
[filter:container-quotas]
use = egg:swift#container_quotas
[filter:account-quotas]
use = egg:swift#account_quotas
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
[filter:versioned_writes]
use = egg:swift#versioned_writes
allow_versioned_writes = true
allow_object_versioning = true
[filter:symlink]
use = egg:swift#symlink
C
  start swift-object    swift-object-server "$E/object.conf" -v
  start swift-container swift-container-server "$E/container.conf" -v
  start swift-account   swift-account-server "$E/account.conf" -v
  start swift-proxy     swift-proxy-server "$E/proxy.conf" -v
  wait_api swift-proxy http://$IP:$SWIFTPORT/healthcheck
  seed object
}
