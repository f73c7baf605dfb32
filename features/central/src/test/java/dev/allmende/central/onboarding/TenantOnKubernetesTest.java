package dev.allmende.central.onboarding;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class TenantOnKubernetesTest extends TenantBehaviour {}
