# shellcheck shell=bash  # sourced by openstack-up
designate_up() {
  newconf designate
  { common designate; cat <<C
[DEFAULT]
api_paste_config = /etc/designate/api-paste.ini
C
    printf '[storage:sqlalchemy]\nconnection = %s\n' "$(db designate)"
    cat <<C
[service:api]
listen = $IP:9001
api_base_uri = http://$IP:9001
auth_strategy = keystone
enable_api_v2 = true
enabled_extensions_v2 = quotas, reports
enable_host_header = true
workers = 1
threads = 20
[service:central]
workers = 1
threads = 20
managed_resource_email = hostmaster.testbed.example
[service:worker]
workers = 1
threads = 20
poll_delay = 1
poll_retry_interval = 1
[service:producer]
workers = 1
threads = 20
[service:mdns]
listen = $IP:15354
workers = 1
threads = 20
C
    authtoken keystone_authtoken designate
  } >"$ETC/designate/designate.conf"
  cat >"$ETC/designate/pools.yaml" <<C
- name: default
  description: testbed pool, designate-mdns itself is the name server
  attributes: {}
  ns_records: [{hostname: ns1.testbed.example., priority: 1}]
  nameservers: [{host: $IP, port: 15354}]
  targets: [{type: fake, description: no name server, masters: [{host: $IP, port: 15354}], options: {host: $IP, port: 15354}}]
C
  once designate-db designate-manage --config-file "$ETC/designate/designate.conf" database sync
  local c="--config-file $ETC/designate/designate.conf"
  start designate-central  designate-central $c
  start designate-api      designate-api $c
  wait_api designate-api http://$IP:9001/
  sleep 2
  once designate-pool-2 designate-manage --config-file "$ETC/designate/designate.conf" pool update --file "$ETC/designate/pools.yaml"
  start designate-worker   designate-worker $c
  start designate-producer designate-producer $c
  start designate-mdns     designate-mdns $c
}
