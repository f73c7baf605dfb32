package dev.allmende.central.keypair;

class KeyPairTest extends KeyPairBehaviour {}
