package dev.allmende.central.servergroup;

class ServerGroupTest extends ServerGroupBehaviour {}
