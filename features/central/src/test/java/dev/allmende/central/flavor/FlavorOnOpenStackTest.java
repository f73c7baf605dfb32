package dev.allmende.central.flavor;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class FlavorOnOpenStackTest extends FlavorBehaviour {}
