package dev.allmende.central.reach;

class ReachTest extends ReachBehaviour {}
