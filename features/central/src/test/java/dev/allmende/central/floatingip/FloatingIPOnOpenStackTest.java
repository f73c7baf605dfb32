package dev.allmende.central.floatingip;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class FloatingIPOnOpenStackTest extends FloatingIPBehaviour {}
