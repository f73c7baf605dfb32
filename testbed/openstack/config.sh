# shellcheck shell=bash disable=SC2034  # sourced by openstack-up
# The parts of configuration that all services share.
DBPORT=13306
SWIFTPORT=18080
# The provider network: no address of it may be one this machine really talks to (mirrors, resolvers, proxies).
EXTNET=${TESTBED_EXTNET:-172.31.240}

# One random password for every user, made at the first start.
make_secret() {
  [ -s "$ETC/secret" ] || (umask 077; openssl rand -hex 12 >"$ETC/secret") || die "cannot make $ETC/secret"
  PW=$(<"$ETC/secret")
  MQ="rabbit://testbed:$PW@$IP:5672/"
}
db() { echo "mysql+pymysql://testbed:$PW@$IP:$DBPORT/$1?charset=utf8"; }

# authtoken SECTION USER: password credentials of a service user
authtoken() {
  cat <<C
[$1]
auth_type = password
auth_url = http://$IP:5000
www_authenticate_uri = http://$IP:5000
username = $2
password = $PW
project_name = service
user_domain_name = Default
project_domain_name = Default
region_name = RegionOne
C
  if [ "$1" = keystone_authtoken ]; then
    printf 'service_token_roles = service\nservice_token_roles_required = true\n'
  fi
}

# common SERVICE: what the configuration of every oslo service begins with
common() {
  mkdir -p "$S/$1/lock"
  cat <<C
[DEFAULT]
host = testbed
my_ip = $IP
state_path = $S/$1
transport_url = $MQ
use_stderr = true
log_file =
use_syslog = false
debug = false
[oslo_concurrency]
lock_path = $S/$1/lock
[oslo_messaging_notifications]
driver = noop
[oslo_policy]
policy_file = $ETC/$1/policy.yaml
[database]
connection = $(db "$1")
max_pool_size = 5
max_overflow = 10
C
}

newconf() {
  mkdir -p "$ETC/$1"
  [ -e "$ETC/$1/policy.yaml" ] || echo '{}' >"$ETC/$1/policy.yaml"
}
