package dev.allmende.central.keypair;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class KeyPairOnKubernetesTest extends KeyPairBehaviour {}
