package dev.allmende.central.volumebackup;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class CopiesOnOpenStackTest extends CopiesBehaviour {}
