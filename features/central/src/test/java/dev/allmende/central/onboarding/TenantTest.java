package dev.allmende.central.onboarding;

class TenantTest extends TenantBehaviour {}
