package dev.allmende.central.router;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class RouterOnOpenStackTest extends RouterBehaviour {}
