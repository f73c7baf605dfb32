package dev.allmende.central.flavor;

class FlavorTest extends FlavorBehaviour {}
