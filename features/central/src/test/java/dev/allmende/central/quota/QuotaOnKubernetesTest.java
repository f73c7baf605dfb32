package dev.allmende.central.quota;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class QuotaOnKubernetesTest extends QuotaBehaviour {}
