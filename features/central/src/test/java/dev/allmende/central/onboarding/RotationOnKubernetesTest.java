package dev.allmende.central.onboarding;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class RotationOnKubernetesTest extends RotationBehaviour {}
