package dev.allmende.central.volumebackupschedule;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class ScheduleOnOpenStackTest extends ScheduleBehaviour {}
