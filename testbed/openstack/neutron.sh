# shellcheck shell=bash  # sourced by openstack-up
# The bridge of the provider network, with the address of its gateway: the machine reaches floating IPs through it.
provider_bridge() {
  local host mirrors
  if ! ip -o addr show dev $EXTBR 2>/dev/null | grep -q " $EXTNET\.1/24"; then
    [ -z "$(ip route show root "$EXTNET.0/24")" ] || die "$EXTNET.0/24 is in use on this machine: set TESTBED_EXTNET"
    # With a name server or a package mirror in that range, this machine could no longer reach it.
    mirrors=$(apt-get indextargets --format '$(SITE)' 2>/dev/null | sed 's#.*//##; s#/.*##' | sort -u)
    for host in $(sed -n 's/^nameserver //p' /etc/resolv.conf) $(addresses $mirrors); do
      case $host in "$EXTNET".*) die "$host lies in $EXTNET.0/24: set TESTBED_EXTNET" ;; esac
    done
  fi
  ip link show $EXTBR >/dev/null 2>&1 || ip link add $EXTBR type bridge
  ip addr replace "$EXTNET.1/24" dev $EXTBR
  ip link set $EXTBR up
}
addresses() { for name in "$@"; do getent ahostsv4 "$name"; done | awk '{print $1}' | sort -u; }

neutron_up() {
  newconf neutron
  local E=$ETC/neutron
  { common neutron; cat <<C
[DEFAULT]
bind_host = $IP
core_plugin = ml2
service_plugins = router,segments,trunk,qos
auth_strategy = keystone
api_workers = 0
rpc_workers = 0
api_paste_config = /etc/neutron/api-paste.ini
notify_nova_on_port_status_changes = true
notify_nova_on_port_data_changes = true
dhcp_agents_per_network = 1
global_physnet_mtu = 1450
interface_driver = linuxbridge
C
    printf '[experimental]\nlinuxbridge = true\n[agent]\nroot_helper =\n'
    authtoken keystone_authtoken neutron
    authtoken nova nova
    authtoken placement neutron
  } >"$E/neutron.conf"
  cat >"$E/ml2.ini" <<C
[ml2]
type_drivers = local,flat,vxlan
tenant_network_types = local
mechanism_drivers = linuxbridge
extension_drivers = port_security,qos
[ml2_type_flat]
flat_networks = physnet1
[ml2_type_vxlan]
vni_ranges = 1:1000
[securitygroup]
enable_security_group = true
enable_ipset = true
firewall_driver = iptables
[linux_bridge]
bridge_mappings = physnet1:$EXTBR
[vxlan]
enable_vxlan = false
C
  cat >"$E/dhcp.ini" <<C
[DEFAULT]
interface_driver = linuxbridge
dhcp_driver = neutron.agent.linux.dhcp.Dnsmasq
enable_isolated_metadata = true
force_metadata = true
resync_interval = 15
metadata_proxy_socket = $S/neutron/metadata_proxy
C
  cat >"$E/l3.ini" <<C
[DEFAULT]
interface_driver = linuxbridge
agent_mode = legacy
metadata_proxy_socket = $S/neutron/metadata_proxy
C
  cat >"$E/metadata.ini" <<C
[DEFAULT]
nova_metadata_host = $IP
nova_metadata_port = 8775
metadata_proxy_shared_secret = $PW
metadata_workers = 0
metadata_proxy_socket = $S/neutron/metadata_proxy
C
  provider_bridge
  once neutron-db neutron-db-manage --config-file "$E/neutron.conf" --config-file "$E/ml2.ini" upgrade heads
  local c="--config-file $E/neutron.conf"
  start neutron-server neutron-server $c --config-file "$E/ml2.ini"
  wait_api neutron-server http://$IP:9696/
  start neutron-linuxbridge neutron-linuxbridge-agent $c --config-file "$E/ml2.ini"
  start neutron-dhcp        neutron-dhcp-agent $c --config-file "$E/dhcp.ini"
  start neutron-l3          neutron-l3-agent $c --config-file "$E/l3.ini"
  start neutron-metadata    neutron-metadata-agent $c --config-file "$E/metadata.ini"
  wait_for neutron-linuxbridge 60 at_least 3 neutron 'agents where heartbeat_timestamp > utc_timestamp() - interval 70 second' ||
    say "warning: not all Neutron agents report yet"
  seed network
}
