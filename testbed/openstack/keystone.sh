# shellcheck shell=bash  # sourced by openstack-up
keystone_up() {
  alive keystone || ! http_up http://$IP:5000/v3 || die "port 5000 is taken: does another test bed run?"
  newconf keystone
  { common keystone
    cat <<C
[token]
provider = fernet
expiration = 14400
allow_expired_window = 172800
[fernet_tokens]
key_repository = $ETC/keystone/fernet-keys
[credential]
key_repository = $ETC/keystone/credential-keys
[identity]
password_hash_rounds = 4
[cache]
enabled = true
backend = dogpile.cache.memory_pickle
C
  } >"$ETC/keystone/keystone.conf"
  local E=$ETC/keystone
  local -a manage=(keystone-manage --config-file "$E/keystone.conf") as_root=(--keystone-user root --keystone-group root)
  mkdir -p "$E/fernet-keys" "$E/credential-keys"
  chmod 700 "$E/fernet-keys" "$E/credential-keys"
  once keystone-db "${manage[@]}" db_sync
  once keystone-fernet "${manage[@]}" fernet_setup "${as_root[@]}"
  once keystone-credential "${manage[@]}" credential_setup "${as_root[@]}"
  once keystone-bootstrap "${manage[@]}" bootstrap --bootstrap-password "$PW" --bootstrap-username admin \
    --bootstrap-project-name admin --bootstrap-role-name admin --bootstrap-service-name keystone \
    --bootstrap-region-id RegionOne --bootstrap-public-url http://$IP:5000/v3 \
    --bootstrap-internal-url http://$IP:5000/v3 --bootstrap-admin-url http://$IP:5000/v3
  wsgi keystone 5000 /usr/bin/keystone-wsgi-public OS_KEYSTONE_CONFIG_DIR="$ETC/keystone"
  wait_api keystone http://$IP:5000/v3
  cat >"$S/clouds.yaml" <<C
clouds:
  testbed-admin:            # project admin, role admin
    region_name: RegionOne
    auth: {auth_url: "http://$IP:5000/v3", username: admin, password: "$PW", project_name: admin, user_domain_name: Default, project_domain_name: Default}
  testbed-system:           # same user, system scope
    region_name: RegionOne
    auth: {auth_url: "http://$IP:5000/v3", username: admin, password: "$PW", system_scope: all, user_domain_name: Default}
  testbed:                  # project demo, role member
    region_name: RegionOne
    auth: {auth_url: "http://$IP:5000/v3", username: demo, password: "$PW", project_name: demo, user_domain_name: Default, project_domain_name: Default}
  testbed-domain-manager:   # domain tenants, role domain-manager, domain scope
    region_name: RegionOne
    auth: {auth_url: "http://$IP:5000/v3", username: tenants-manager, password: "$PW", domain_name: tenants, user_domain_name: tenants}
C
  chmod 644 "$S/clouds.yaml"
  export OS_CLIENT_CONFIG_FILE="$S/clouds.yaml"
  seed identity
}
