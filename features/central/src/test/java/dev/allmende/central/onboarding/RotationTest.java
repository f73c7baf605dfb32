package dev.allmende.central.onboarding;

class RotationTest extends RotationBehaviour {}
