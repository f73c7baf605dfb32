package dev.allmende.central.dnszone;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class NamesOnOpenStackTest extends NamesBehaviour {}
