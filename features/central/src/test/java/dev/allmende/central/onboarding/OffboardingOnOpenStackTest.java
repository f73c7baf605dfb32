package dev.allmende.central.onboarding;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class OffboardingOnOpenStackTest extends OffboardingBehaviour {}
