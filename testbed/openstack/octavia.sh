# shellcheck shell=bash  # sourced by openstack-up
octavia_up() {
  newconf octavia
  mkdir -p "$S/home/octavia/.octavia"
  { common octavia; cat <<C
[api_settings]
bind_host = $IP
bind_port = 9876
auth_strategy = keystone
healthcheck_enabled = false
enabled_provider_drivers = amphora:amphora with no-op drivers, octavia:alias of amphora
default_provider_driver = amphora
api_base_uri = http://$IP:9876
[health_manager]
heartbeat_key = $PW
bind_ip = $IP
[controller_worker]
workers = 1
amphora_driver = amphora_noop_driver
compute_driver = compute_noop_driver
network_driver = network_noop_driver
volume_driver = volume_noop_driver
image_driver = image_noop_driver
distributor_driver = distributor_noop_driver
amp_image_tag = amphora
amp_active_wait_sec = 1
amp_flavor_id = 1
amp_boot_network_list = 00000000-0000-0000-0000-000000000001
loadbalancer_topology = SINGLE
client_ca = $ETC/octavia/ca.pem
[haproxy_amphora]
server_ca = $ETC/octavia/ca.pem
client_cert = $ETC/octavia/ca.pem
[certificates]
cert_generator = local_cert_generator
ca_certificate = $ETC/octavia/ca.pem
ca_private_key = $ETC/octavia/ca.key
ca_private_key_passphrase = $PW
server_certs_key_passphrase = insecure-key-do-not-use-this-key
[task_flow]
persistence_connection = $(db octavia_persistence)
[oslo_messaging]
topic = octavia_prov
rpc_thread_pool_size = 2
C
    authtoken keystone_authtoken octavia
    authtoken service_auth octavia
  } >"$ETC/octavia/octavia.conf"
  ln -sfn "$ETC/octavia/octavia.conf" "$S/home/octavia/.octavia/octavia.conf"
  once octavia-ca openssl req -x509 -newkey rsa:2048 -sha256 -days 3650 -subj /CN=testbed-amphora-ca -passout "pass:$PW" \
    -keyout "$ETC/octavia/ca.key" -out "$ETC/octavia/ca.pem"
  once octavia-db octavia-db-manage --config-file "$ETC/octavia/octavia.conf" upgrade head
  wsgi octavia-api 9876 /usr/bin/octavia-wsgi HOME="$S/home/octavia"
  start octavia-worker octavia-worker --config-file "$ETC/octavia/octavia.conf"
  wait_api octavia-api http://$IP:9876/
}
