# shellcheck shell=bash  # sourced by openstack-up
placement_up() {
  newconf placement
  { printf '[DEFAULT]\nuse_stderr = true\n[placement_database]\nconnection = %s\n[api]\nauth_strategy = keystone\n[oslo_policy]\npolicy_file = %s\n' \
      "$(db placement)" "$ETC/placement/policy.yaml"; authtoken keystone_authtoken placement; } >"$ETC/placement/placement.conf"
  once placement-db placement-manage --config-file "$ETC/placement/placement.conf" db sync
  wsgi placement 8778 /usr/bin/placement-api OS_PLACEMENT_CONFIG_DIR="$ETC/placement"
  wait_api placement http://$IP:8778/
}
