# shellcheck shell=bash  # sourced by openstack-up
# The Debian packages of the wanted stages, installed without starting anything.
wanted_packages() {
  echo keystone glance-api placement-api uwsgi-core uwsgi-plugin-python3 mariadb-server rabbitmq-server python3-pymysql \
    python3-openstackclient python3-openstacksdk qemu-utils curl jq openssl sudo iproute2 procps busybox-static cpio \
    syslinux mtools dosfstools e2fsprogs
  if want nova; then
    echo nova-api nova-conductor nova-scheduler nova-compute nova-compute-kvm libvirt-daemon-system qemu-system-x86 \
      python3-osc-placement
  fi
  if want neutron; then
    echo neutron-api neutron-rpc-server neutron-linuxbridge-agent neutron-dhcp-agent neutron-l3-agent \
      neutron-metadata-agent iptables ebtables ipset conntrack dnsmasq-base haproxy
  fi
  if want cinder; then echo cinder-api cinder-scheduler cinder-volume cinder-backup; fi
  if want barbican; then echo barbican-api python3-barbicanclient; fi
  if want swift; then echo swift-proxy swift-account swift-container swift-object python3-swiftclient; fi
  if want octavia; then echo octavia-api octavia-worker python3-octaviaclient; fi
  if want designate; then
    echo designate-api designate-central designate-worker designate-producer designate-mdns python3-designateclient \
      bind9utils
  fi
}

# Debian asks policy-rc.d before it starts a service. One that an interrupted run of ours left behind is ours as well.
POLICY=/usr/sbin/policy-rc.d
forbid_starts() {
  if [ ! -e $POLICY ]; then
    printf '#!/bin/sh\n# openstack-testbed\nexit 101\n' >$POLICY
    chmod 755 $POLICY
  fi
}
allow_starts() { if grep -qs 'openstack-testbed' $POLICY; then rm -f $POLICY; fi; }

# The lock of the package lists knows no waiting of its own, unlike the one of dpkg.
update_lists() {
  local try
  for try in 1 2 3 4 5 6; do
    timeout 300 apt-get -o DPkg::Lock::Timeout=240 -q update >"$LOG/apt.log" 2>&1 && return
    say "package lists: try $try failed"
    sleep 10
  done
  say "package lists could not be renewed: goes on with the old ones"
}

install_packages() {
  local missing=() p t=$SECONDS code
  for p in $(wanted_packages); do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing+=("$p")
  done
  if [ ${#missing[@]} = 0 ]; then
    say "packages: all present"
    return
  fi
  say "packages: installing ${#missing[@]} (and what they need)"
  export DEBIAN_FRONTEND=noninteractive DEBIAN_PRIORITY=critical
  update_lists
  trap allow_starts EXIT
  forbid_starts
  timeout 1800 apt-get -o DPkg::Lock::Timeout=900 -q -y --no-install-recommends \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
    install "${missing[@]}" >>"$LOG/apt.log" 2>&1 </dev/null
  code=$?
  allow_starts
  trap - EXIT
  [ $code = 0 ] || { tail -5 "$LOG/apt.log" >&2; die "apt-get install (see $LOG/apt.log)"; }
  echo $((SECONDS - t)) >"$S/seconds-install"
  say "packages: installed in $((SECONDS - t)) s"
}
