package dev.allmende.central.quota;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class QuotaOnOpenStackTest extends QuotaBehaviour {}
