package dev.allmende.central.port;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class PortOnOpenStackTest extends PortBehaviour {}
