package dev.allmende.central.network;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class NetworkOnOpenStackTest extends NetworkBehaviour {}
