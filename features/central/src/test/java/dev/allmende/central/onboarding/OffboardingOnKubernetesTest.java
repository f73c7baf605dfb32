package dev.allmende.central.onboarding;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class OffboardingOnKubernetesTest extends OffboardingBehaviour {}
