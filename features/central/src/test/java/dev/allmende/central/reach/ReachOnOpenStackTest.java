package dev.allmende.central.reach;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class ReachOnOpenStackTest extends ReachBehaviour {}
