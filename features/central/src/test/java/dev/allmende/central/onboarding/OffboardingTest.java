package dev.allmende.central.onboarding;

class OffboardingTest extends OffboardingBehaviour {}
