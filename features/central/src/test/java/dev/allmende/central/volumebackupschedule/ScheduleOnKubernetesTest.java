package dev.allmende.central.volumebackupschedule;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class ScheduleOnKubernetesTest extends ScheduleBehaviour {}
