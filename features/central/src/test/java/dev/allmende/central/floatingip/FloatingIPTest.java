package dev.allmende.central.floatingip;

class FloatingIPTest extends FloatingIPBehaviour {}
