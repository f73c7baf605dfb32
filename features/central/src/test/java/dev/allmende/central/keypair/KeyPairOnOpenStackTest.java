package dev.allmende.central.keypair;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class KeyPairOnOpenStackTest extends KeyPairBehaviour {}
