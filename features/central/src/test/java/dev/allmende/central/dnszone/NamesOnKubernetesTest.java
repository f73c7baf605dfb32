package dev.allmende.central.dnszone;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class NamesOnKubernetesTest extends NamesBehaviour {}
