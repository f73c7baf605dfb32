"""What the cloud holds at first: `seed.py PART STATE STAGES IP SWIFTPORT EXTNET` creates what is missing, by the API.

One Python process for each part, since the command line client needs a second for each call. Raw requests, so that
what is asked of the services stands here as it goes over the wire.
"""

import os
import sys

import openstack

part, state, stages, ip, swiftport, extnet = sys.argv[1:7]
stages = stages.split()
with open(state + '/etc/secret') as f:
    secret = f.read().strip()
os.environ['OS_CLIENT_CONFIG_FILE'] = state + '/clouds.yaml'
conn = openstack.connect(cloud='testbed-admin')
base = {
    'identity': f'http://{ip}:5000/v3',
    'image': f'http://{ip}:9292/v2',
    'compute': f'http://{ip}:8774/v2.1',
    'network': f'http://{ip}:9696/v2.0',
    'volume': f'http://{ip}:8776/v3/{conn.current_project_id}',
}


def call(method, service, path, body=None, ok=(), version=None, headers=None, **kw):
    """Sends one request; gives the JSON answer, {} if there is none, and ends the program on other codes than `ok`."""
    headers = dict(headers or {})
    if version:
        headers['OpenStack-API-Version'] = version
    if body is not None:
        kw['json'] = body
    r = conn.session.request(base[service] + path, method, headers=headers, raise_exc=False, **kw)
    if r.status_code >= 300 and r.status_code not in ok:
        raise SystemExit(f'{method} {service}{path} -> {r.status_code} {r.text[:500]}')
    is_json = 'json' in r.headers.get('content-type', '')
    return r.json() if r.content and is_json and r.status_code < 300 else {}


def ensure(service, plural, single, name, attributes, query='', path=None):
    """The object of that name, created if there is none."""
    path = path or '/' + plural
    for x in call('GET', service, path + query)[plural]:
        if x.get('name') == name:
            return x
    print('create', single, name)
    return call('POST', service, path, {single: {'name': name, **attributes}})[single]


# ---- Keystone: users, roles, catalog

def identity():
    names = 'admin member reader service creator load-balancer_member domain-manager'.split()
    roles = {name: ensure('identity', 'roles', 'role', name, {})['id'] for name in names}

    def project(name, domain='default'):
        return ensure('identity', 'projects', 'project', name, {'domain_id': domain}, '?domain_id=' + domain)['id']

    def user(name, domain='default'):
        attributes = {'domain_id': domain, 'password': secret}
        return ensure('identity', 'users', 'user', name, attributes, '?domain_id=' + domain)['id']

    def grant(kind, target, user_id, *names):
        for name in names:
            call('PUT', 'identity', f'/{kind}/{target}/users/{user_id}/roles/{roles[name]}')

    service, demo = project('service'), project('demo')
    for name in 'glance placement nova neutron cinder barbican swift octavia designate'.split():
        grant('projects', service, user(name), 'admin', 'service')
    grant('projects', demo, user('demo'), 'member', 'creator', 'load-balancer_member')
    tenants = ensure('identity', 'domains', 'domain', 'tenants', {})['id']
    grant('domains', tenants, user('tenants-manager', tenants), 'domain-manager')
    project('tenants-one', tenants)
    catalog()


def catalog():
    project = '%(project_id)s'
    services = {  # stage: name, type, end of the URL
        'glance': ('glance', 'image', ':9292'),
        'placement': ('placement', 'placement', ':8778'),
        'nova': ('nova', 'compute', ':8774/v2.1'),
        'neutron': ('neutron', 'network', ':9696'),
        'cinder': ('cinderv3', 'volumev3', ':8776/v3/' + project),
        'barbican': ('barbican', 'key-manager', ':9311'),
        'swift': ('swift', 'object-store', f':{swiftport}/v1/AUTH_{project}'),
        'octavia': ('octavia', 'load-balancer', ':9876'),
        'designate': ('designate', 'dns', ':9001'),
    }
    have = {(e['service_id'], e['interface']) for e in call('GET', 'identity', '/endpoints')['endpoints']}
    for stage in [s for s in services if s in stages]:
        name, kind, url = services[stage]
        service = ensure('identity', 'services', 'service', name, {'type': kind})['id']
        for interface in ('public', 'internal', 'admin'):
            if (service, interface) not in have:
                call('POST', 'identity', '/endpoints', {'endpoint': {
                    'service_id': service, 'interface': interface, 'region_id': 'RegionOne',
                    'url': 'http://' + ip + url}})


# ---- Glance

SCS_IMAGE = {
    'architecture': 'x86_64', 'hypervisor_type': 'qemu', 'hw_disk_bus': 'virtio', 'hw_rng_model': 'virtio',
    'os_distro': 'others', 'os_version': '1', 'os_purpose': 'minimal', 'replace_frequency': 'never',
    'uuid_validity': 'forever', 'provided_until': 'none', 'image_source': 'private',
    'image_description': 'kernel and busybox, for tests', 'image_build_date': '2026-01-01',
    'image_original_user': 'root', 'patchlevel': '0', 'os_hash_algo_note': 'none',
}


def image():
    path = state + '/images/tiny.qcow2'
    have = {x['name']: x for x in call('GET', 'image', '/images?limit=1000')['images']}
    for name, metadata in (('tiny', SCS_IMAGE), ('tiny-without-metadata', {})):
        if name in have and have[name]['status'] == 'active':
            continue
        if name in have:  # an upload that was cut off
            call('DELETE', 'image', '/images/' + have[name]['id'])
        x = call('POST', 'image', '/images', {
            'name': name, 'disk_format': 'qcow2', 'container_format': 'bare', 'visibility': 'public', 'min_disk': 0,
            'min_ram': 128, **metadata})
        with open(path, 'rb') as f:
            call('PUT', 'image', f'/images/{x["id"]}/file', data=f, headers={
                'Content-Type': 'application/octet-stream', 'Content-Length': str(os.path.getsize(path))})


# ---- Nova: name, vCPUs, RAM in MiB, disk in GB, extra specs

def scs_flavor(name, vcpus, gib, disk, cpu, **more):
    specs = {'scs:name-v1': 'SCS-' + ':'.join(name.split('-')[1:]), 'scs:name-v2': name, 'scs:cpu-type': cpu}
    return name, vcpus, gib * 1024, disk, {**specs, **more}


def good_flavors():
    for vcpus, sizes in ((1, (2, 4, 8)), (2, (4, 8, 16)), (4, (8, 16, 32)), (8, (16, 32)), (16, (32,))):
        for gib in sizes:
            yield scs_flavor(f'SCS-{vcpus}V-{gib}', vcpus, gib, 0, 'shared-core')
    yield scs_flavor('SCS-1L-1', 1, 1, 0, 'crowded-core')
    yield scs_flavor('SCS-1L-1-5', 1, 1, 5, 'crowded-core')
    yield scs_flavor('SCS-2V-4-20s', 2, 4, 20, 'shared-core', **{'scs:disk0-type': 'ssd'})
    yield scs_flavor('SCS-4V-16-100s', 4, 16, 100, 'shared-core', **{'scs:disk0-type': 'ssd'})
    yield 'testbed.tiny', 1, 192, 1, {}
    yield 'testbed.diskless', 1, 192, 0, {}
    yield 'testbed.rng', 1, 192, 1, {'hw_rng:allowed': 'True'}


def wrong_flavors():
    def named(name, **more):
        return {'scs:name-v1': 'SCS-' + ':'.join(name.split('-')[1:]), 'scs:name-v2': name, **more}

    yield 'SCS-1V-2-20', 1, 2048, 10, named('SCS-1V-2-20', **{'scs:cpu-type': 'shared-core'})  # disk too small
    yield 'SCS-2V-4-10', 2, 3072, 10, named('SCS-2V-4-10', **{'scs:cpu-type': 'shared-core'})  # RAM too small
    yield 'SCS-2V-2', 2, 2048, 0, {'scs:name-v2': 'SCS-2V-2', 'scs:cpu-type': 'crowded-core'}  # wrong CPU type
    yield 'SCS-1V-4-10', 1, 4096, 10, {}  # no extra specs
    yield 'SCS-4X-8', 4, 8192, 0, {'scs:name-v2': 'SCS-4X-8'}  # no such CPU letter


def compute():
    have = {x['name'] for x in call('GET', 'compute', '/flavors/detail?is_public=None')['flavors']}
    for name, vcpus, ram, disk, specs in (*good_flavors(), *wrong_flavors()):
        if name in have:
            continue
        x = call('POST', 'compute', '/flavors', {'flavor': {'name': name, 'vcpus': vcpus, 'ram': ram, 'disk': disk}})
        if specs:
            call('POST', 'compute', f'/flavors/{x["flavor"]["id"]}/os-extra_specs', {'extra_specs': specs})


# ---- Neutron

def network():
    demo = call('GET', 'identity', '/projects?name=demo')['projects'][0]['id']

    def named(plural, single, name, attributes):
        return ensure('network', plural, single, name, attributes, '?name=' + name)['id']

    public = named('networks', 'network', 'public', {
        'router:external': True, 'provider:network_type': 'flat', 'provider:physical_network': 'physnet1'})
    named('subnets', 'subnet', 'public-v4', {
        'network_id': public, 'ip_version': 4, 'cidr': extnet + '.0/24', 'gateway_ip': extnet + '.1',
        'enable_dhcp': False, 'allocation_pools': [{'start': extnet + '.100', 'end': extnet + '.200'}]})
    net = named('networks', 'network', 'demo-net', {'project_id': demo})
    subnet = named('subnets', 'subnet', 'demo-subnet', {
        'network_id': net, 'project_id': demo, 'ip_version': 4, 'cidr': '10.20.0.0/24'})
    router = named('routers', 'router', 'demo-router', {
        'project_id': demo, 'external_gateway_info': {'network_id': public}})
    ports = call('GET', 'network', '/ports?device_id=' + router)['ports']
    if not any(f['subnet_id'] == subnet for p in ports for f in p['fixed_ips']):
        call('PUT', 'network', f'/routers/{router}/add_router_interface', {'subnet_id': subnet})
    open_default_group(demo)


def open_default_group(project):
    group = call('GET', 'network', '/security-groups?name=default&project_id=' + project)['security_groups'][0]['id']
    for protocol, port in (('icmp', None), ('tcp', 22), ('tcp', 80)):
        call('POST', 'network', '/security-group-rules', {'security_group_rule': {
            'security_group_id': group, 'direction': 'ingress', 'project_id': project, 'protocol': protocol,
            'port_range_min': port, 'port_range_max': port, 'remote_ip_prefix': '0.0.0.0/0'}}, ok=(409,))


# ---- Cinder

def volume():
    def volume_type(name, description, backend):
        return ensure('volume', 'volume_types', 'volume_type', name, {
            'description': description, 'extra_specs': {'volume_backend_name': backend},
            'os-volume-type-access:is_public': True}, '?is_public=None', '/types')['id']

    volume_type('standard', 'plain volumes', 'nfs')
    volume_type('spare', 'plain volumes by another name: what a volume can be changed to', 'nfs')
    if 'barbican' in stages:
        path = f'/types/{volume_type("luks", "[scs:encrypted] volumes encrypted with LUKS", "nfs")}/encryption'
        if not call('GET', 'volume', path).get('encryption_id'):
            call('POST', 'volume', path, {'encryption': {
                'provider': 'luks', 'cipher': 'aes-xts-plain64', 'key_size': 256, 'control_location': 'front-end'}})
    volume_type('unscheduled', '[scs:replicated] claims replication, has no backend', 'none-such')
    # Suites run side by side in one project: of each ten are too few.
    demo = call('GET', 'identity', '/projects?name=demo')['projects'][0]['id']
    call('PUT', 'volume', '/os-quota-sets/' + demo, {'quota_set': {'volumes': 40, 'snapshots': 40, 'backups': 40}})


# ---- Swift: keys of the user demo for S3

def object_store():
    user = call('GET', 'identity', '/users?name=demo&domain_id=default')['users'][0]['id']
    project = call('GET', 'identity', '/projects?name=demo')['projects'][0]['id']
    path = f'/users/{user}/credentials/OS-EC2'
    have = call('GET', 'identity', path)['credentials']
    keys = have[0] if have else call('POST', 'identity', path, {'tenant_id': project})['credential']
    with open(state + '/s3.env', 'w') as f:
        f.write(f'AWS_ENDPOINT_URL=http://{ip}:{swiftport}\nAWS_ACCESS_KEY_ID={keys["access"]}\n'
                f'AWS_SECRET_ACCESS_KEY={keys["secret"]}\nAWS_DEFAULT_REGION=RegionOne\n')


{'identity': identity, 'image': image, 'compute': compute, 'network': network, 'volume': volume,
 'object': object_store}[part]()
