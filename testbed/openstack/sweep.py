"""Deletes what tests that were cut off have left in the project of `testbed`: `sweep.py STATE`.

What they left would fill the quota and be found by the next ones. What seed.py makes has a name that begins with `demo-`,
and stays.
"""

import os
import sys
import time

import openstack

os.environ['OS_CLIENT_CONFIG_FILE'] = sys.argv[1] + '/clouds.yaml'
conn = openstack.connect(cloud='testbed')
own = {'project_id': conn.current_project_id}
PATIENCE = 60


def left(things):
    return [thing for thing in things if not (thing.name or '').startswith(('demo-', 'default'))]


def sweep(list_, delete):
    """Deletes all that is listed and waits until it is gone; what stays is told and does not stop the rest."""
    end = time.time() + PATIENCE
    told = set()
    while things := left(list_()):
        for thing in things:
            if thing.id not in told:
                print('delete', type(thing).__name__, thing.name or thing.id)
                told.add(thing.id)
            try:
                delete(thing)
            except openstack.exceptions.HttpException as e:
                if time.time() > end:
                    print('stays:', thing.name or thing.id, e)
        if time.time() > end:
            return
        time.sleep(0.5)


def end(server):
    conn.compute.unlock_server(server)
    conn.compute.delete_server(server)


def unplug(router):
    for port in conn.network.ports(device_id=router.id, device_owner='network:router_interface'):
        conn.network.remove_interface_from_router(router, port_id=port.id)
    conn.network.delete_router(router)


if conn.has_service('load-balancer'):
    sweep(conn.load_balancer.load_balancers, lambda each: conn.load_balancer.delete_load_balancer(each, cascade=True))
if conn.has_service('dns'):
    sweep(conn.dns.zones, conn.dns.delete_zone)
sweep(conn.compute.servers, end)
sweep(conn.compute.keypairs, conn.compute.delete_keypair)
sweep(conn.compute.server_groups, conn.compute.delete_server_group)
sweep(lambda: conn.network.ips(**own), conn.network.delete_ip)
if conn.has_service('block-storage'):
    # An increment goes before what it stands on.
    sweep(lambda: conn.block_storage.backups(details=True), conn.block_storage.delete_backup)
    sweep(conn.block_storage.snapshots, conn.block_storage.delete_snapshot)
    sweep(conn.block_storage.volumes, conn.block_storage.delete_volume)
sweep(lambda: conn.network.routers(**own), unplug)
sweep(lambda: (port for port in conn.network.ports(**own) if not (port.device_owner or '').startswith('network:')),
      conn.network.delete_port)
sweep(lambda: conn.network.networks(**own), conn.network.delete_network)
sweep(lambda: conn.network.security_groups(**own), conn.network.delete_security_group)
