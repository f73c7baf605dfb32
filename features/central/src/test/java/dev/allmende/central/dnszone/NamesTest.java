package dev.allmende.central.dnszone;

class NamesTest extends NamesBehaviour {}
