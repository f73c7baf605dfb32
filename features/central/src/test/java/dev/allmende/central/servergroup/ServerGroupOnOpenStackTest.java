package dev.allmende.central.servergroup;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class ServerGroupOnOpenStackTest extends ServerGroupBehaviour {}
