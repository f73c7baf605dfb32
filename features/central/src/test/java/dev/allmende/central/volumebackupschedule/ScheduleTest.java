package dev.allmende.central.volumebackupschedule;

class ScheduleTest extends ScheduleBehaviour {}
