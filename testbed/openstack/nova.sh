# shellcheck shell=bash  # sourced by openstack-up
NOVA_DRIVER=${TESTBED_NOVA:-libvirt}
VIRT=${TESTBED_VIRT:-auto}

libvirt_up() {
  local q=/etc/libvirt/qemu.conf
  if ! grep -q 'openstack-testbed' $q; then
    cat >>$q <<'C'

# openstack-testbed: root, no cgroups, no AppArmor, no mount namespaces, plain log files
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
security_driver = "none"
cgroup_controllers = [ ]
namespaces = [ ]
stdio_handler = "file"
C
  fi
  mkdir -p /run/libvirt
  [ -S /run/libvirt/libvirt-sock ] && timeout 10 virsh -c qemu:///system version >/dev/null 2>&1 && return 0
  start libvirtd libvirtd
  wait_for libvirtd 40 timeout 8 virsh -c qemu:///system version
}

# kvm only if a guest really boots under it: a KVM without hardware support may not be able to
virt_type() {
  [ "$VIRT" = auto ] || { echo "$VIRT"; return; }
  if [ ! -s "$S/virt-type" ]; then
    local t=qemu
    if [ -w /dev/kvm ] && grep -q -m1 -wE 'vmx|svm' /proc/cpuinfo && [ -s "$S/images/tiny.qcow2" ]; then
      timeout 15 qemu-system-x86_64 -M pc,accel=kvm -m 256 -nographic -no-reboot -nodefaults -serial stdio -snapshot \
        -drive file="$S/images/tiny.qcow2",if=virtio </dev/null 2>/dev/null |
        timeout 15 grep -a -q -m1 'TESTBED-GUEST kernel' && t=kvm
    fi
    echo $t >"$S/virt-type"
  fi
  cat "$S/virt-type"
}

nova_conf() { # nova_conf DRIVER VIRT_TYPE
  common nova
  cat <<C
[DEFAULT]
compute_driver = $1
enabled_apis = osapi_compute,metadata
osapi_compute_listen = $IP
metadata_listen = $IP
osapi_compute_workers = 1
metadata_workers = 1
instances_path = $S/nova/instances
resume_guests_state_on_host_boot = true
vif_plugging_is_fatal = false
vif_plugging_timeout = 60
shutdown_timeout = 5
cpu_allocation_ratio = 16
ram_allocation_ratio = 1.5
disk_allocation_ratio = 10
reserved_host_memory_mb = 512
allow_resize_to_same_host = true
update_resources_interval = 60
[api_database]
connection = $(db nova_api)
max_pool_size = 5
[api]
auth_strategy = keystone
[glance]
api_servers = http://$IP:9292
[cinder]
os_region_name = RegionOne
catalog_info = volumev3::publicURL
[scheduler]
workers = 1
discover_hosts_in_cells_interval = 30
[conductor]
workers = 1
[vnc]
enabled = false
[spice]
enabled = false
[filter_scheduler]
track_instance_changes = false
[libvirt]
virt_type = $2
cpu_mode = none
hw_machine_type = x86_64=pc
rng_dev_path = /dev/urandom
nfs_mount_point_base = $S/nova/mnt
[workarounds]
enable_qemu_monitor_announce_self = false
[key_manager]
backend = barbican
[barbican]
auth_endpoint = http://$IP:5000/v3
barbican_endpoint = http://$IP:9311
barbican_endpoint_type = public
C
  authtoken keystone_authtoken nova
  authtoken placement nova
  authtoken neutron nova
  printf 'service_metadata_proxy = true\nmetadata_proxy_shared_secret = %s\n' "$PW"
  authtoken service_user nova
  printf 'send_service_user_token = true\n'
}

# An earlier test bed, since removed, used the same instance names.
forget_old_guests() {
  local d
  for d in $(timeout 10 virsh -c qemu:///system list --all --name 2>/dev/null | grep -E '^instance-[0-9a-f]{8}$'); do
    timeout 20 virsh -c qemu:///system destroy "$d"
    timeout 20 virsh -c qemu:///system undefine "$d"
  done >/dev/null 2>&1
}

nova_up() {
  newconf nova
  local driver=libvirt.LibvirtDriver vt=qemu conf=$ETC/nova/nova.conf
  if [ "$NOVA_DRIVER" = libvirt ]; then
    if libvirt_up; then
      vt=$(virt_type)
      say "libvirt is up, virt_type=$vt"
    else
      say "warning: libvirtd does not start: falling back to the fake driver"
      NOVA_DRIVER=fake
    fi
  fi
  [ "$NOVA_DRIVER" != fake ] || driver=fake.FakeDriver
  echo "$NOVA_DRIVER $vt" >"$S/nova-driver"
  nova_conf $driver "$vt" >"$conf"
  mkdir -p "$S/nova/instances" "$S/nova/mnt"
  if [ ! -e "$MARK/nova-db" ] && [ "$NOVA_DRIVER" = libvirt ]; then forget_old_guests; fi
  local -a manage=(nova-manage --config-file "$conf")
  once nova-api-db "${manage[@]}" api_db sync
  once nova-cell0 "${manage[@]}" cell_v2 map_cell0 --database_connection "$(db nova_cell0)"
  once nova-cell1 "${manage[@]}" cell_v2 create_cell --name cell1 --database_connection "$(db nova)" --transport-url "$MQ"
  once nova-db "${manage[@]}" db sync
  local s
  for s in nova-api nova-conductor nova-scheduler nova-compute; do start $s $s --config-file "$conf"; done
  wait_api nova-api http://$IP:8774/
  wait_for nova-compute 90 at_least 1 nova 'compute_nodes where deleted=0' || die "nova-compute does not register"
  once nova-discover "${manage[@]}" cell_v2 discover_hosts
  seed compute
}
