package dev.allmende.central.server;

class ServerTest extends ServerBehaviour {}
