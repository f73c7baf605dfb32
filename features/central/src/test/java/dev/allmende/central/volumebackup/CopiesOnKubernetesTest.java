package dev.allmende.central.volumebackup;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class CopiesOnKubernetesTest extends CopiesBehaviour {}
