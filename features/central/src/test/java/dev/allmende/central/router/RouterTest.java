package dev.allmende.central.router;

class RouterTest extends RouterBehaviour {}
