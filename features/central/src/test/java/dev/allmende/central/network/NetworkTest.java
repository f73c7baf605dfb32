package dev.allmende.central.network;

class NetworkTest extends NetworkBehaviour {}
