#!/bin/busybox sh
[ "$1" = bound ] || [ "$1" = renew ] || exit 0
ip addr flush dev "$interface"; ip addr add "$ip/${mask:-24}" dev "$interface"
[ -n "$mtu" ] && ip link set "$interface" mtu "$mtu"
for r in $router; do ip route add default via "$r" dev "$interface"; break; done
set -- $staticroutes
while [ $# -ge 2 ]; do [ "$1" = 0.0.0.0/0 ] || ip route add "$1" via "$2" dev "$interface"; shift 2; done
: >/etc/resolv.conf; for d in $dns; do echo "nameserver $d" >>/etc/resolv.conf; done
echo "TESTBED-GUEST address $ip"
