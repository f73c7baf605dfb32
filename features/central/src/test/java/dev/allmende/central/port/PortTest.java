package dev.allmende.central.port;

class PortTest extends PortBehaviour {}
